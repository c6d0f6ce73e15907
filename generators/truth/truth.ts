import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAY, formatInstant } from '../../src/line/time.ts';
import { PARTIAL, TRUTH, TRUTH_FOLDER } from '../file-names.ts';
import { concatenate, JsonLines } from '../json-lines.ts';
import { KIND_NAMES } from '../learners/kinds.ts';
import type { Plan } from '../simulation/plan.ts';
import { milliseconds } from './lines.ts';
import { BIN, binsOf, problemsOf, sumOf, videosOf, type Totals } from './totals.ts';

const STREAMED = ['learners', 'sessions', 'watching'] as const;
type Streamed = (typeof STREAMED)[number];

const poolFile = (folder: string, part: Streamed, pool: number): string => join(folder, TRUTH_FOLDER + PARTIAL, `${part}.${pool}.jsonl`);

/** Makes the folder for the large parts. */
export const makeTruthFolder = (folder: string): void => void mkdirSync(join(folder, TRUTH_FOLDER + PARTIAL));

/** The files that a pool writes to. */
export const poolFiles = (folder: string, pool: number): Record<Streamed, JsonLines> => ({
  learners: new JsonLines(poolFile(folder, 'learners', pool)),
  sessions: new JsonLines(poolFile(folder, 'sessions', pool)),
  watching: new JsonLines(poolFile(folder, 'watching', pool)),
});

/** From differences to running sums. */
function running(differences: Float64Array): number[] {
  let sum = 0;
  return Array.from(differences.subarray(0, -1), (difference) => (sum += difference));
}

const round = milliseconds;

function* problemLines({ course }: Plan, { problems }: Totals) {
  for (const [place, { problem, due }] of problemsOf(course).entries()) {
    const { learners, checks, correctAtFirst, correct, attempts } = problems[place]!;
    if (learners === 0) continue;
    yield { problem: problem.location, due: due ?? null, learners, checks, correctAtFirst, correct, attempts, hidden: { difficulty: problem.difficulty } };
  }
}

function* videoLines({ course }: Plan, { videos }: Totals) {
  for (const [place, video] of videosOf(course).entries()) {
    const { viewers, plays, seconds, again, seen, played } = videos[place]!;
    if (viewers === 0) continue;
    yield {
      video: video.id,
      length: video.seconds,
      viewers,
      plays,
      seconds: round(seconds - again),
      again: round(again),
      bins: binsOf(video),
      seen: running(seen),
      played: running(played),
    };
  }
}

function writeLines(path: string, lines: Iterable<object>): number {
  const file = new JsonLines(path);
  let count = 0;
  for (const line of lines) {
    file.write(line);
    count += 1;
  }
  file.close();
  return count;
}

/**
 * Writes the truth of all pools, under partial names.
 *
 * @param totals of the pools, in their order
 * @returns the names of what was written
 */
export function writeTruth(folder: string, plan: Plan, totals: readonly Totals[]): string[] {
  const all = sumOf(totals, plan.course, plan.days);
  const file = (name: string): string => join(folder, TRUTH_FOLDER + PARTIAL, `${name}.jsonl`);
  const lines: Record<string, number> = {};
  for (const part of STREAMED) lines[part] = concatenate(totals.map((_, pool) => poolFile(folder, part, pool)), file(part)).lines;
  lines['problems'] = writeLines(file('problems'), problemLines(plan, all));
  lines['videos'] = writeLines(file('videos'), videoLines(plan, all));
  const truth = {
    seed: plan.seed,
    dialect: plan.dialect,
    binSeconds: BIN,
    idleSeconds: 1800,
    lines,
    days: all.days.map(({ events, learners }, day) => ({ date: formatInstant(plan.start + day * DAY).slice(0, 10), events, learners })),
    weeks: all.weeks.flatMap((kinds, week) =>
      kinds.flatMap((kind, place) => (kind.events > 0 ? [{ week: week + 1, kind: KIND_NAMES[place], ...kind, secondsWatched: round(kind.secondsWatched) }] : [])),
    ),
  };
  writeFileSync(join(folder, TRUTH + PARTIAL), `${JSON.stringify(truth, null, 1)}\n`);
  return [TRUTH, TRUTH_FOLDER];
}
