import { Readable } from 'node:stream';
import type { Chunks } from '../../src/store/byte-reader.ts';
import { DAY, formatInstant, SECOND, SESSION_IDLE } from '../../src/base/time.ts';
import { draftWhole, type HashedFile, type Sink, type Store } from '../../src/store/store.ts';
import { STREAMED, TRUTH, TRUTH_FOLDER, truthPiece } from '../../src/archive/file-names.ts';
import { concatenate, JsonLines } from '../../src/store/json-lines.ts';
import { KIND_NAMES } from '../learners/kinds.ts';
import { milliseconds } from './lines.ts';
import { BIN, binsOf, problemsOf, sumOf, videosOf, type Totals, type TruthPlan } from './totals.ts';

type Streamed = (typeof STREAMED)[number];

/** The files that a pool writes to. */
export const poolFiles = (file: (name: string) => Sink, pool: number): Record<Streamed, JsonLines> => ({
  learners: new JsonLines(file(truthPiece(pool, 'learners'))),
  sessions: new JsonLines(file(truthPiece(pool, 'sessions'))),
  watching: new JsonLines(file(truthPiece(pool, 'watching'))),
});

/** From differences to running sums. */
function running(differences: Float64Array): number[] {
  let sum = 0;
  return Array.from(differences.subarray(0, -1), (difference) => (sum += difference));
}

const round = milliseconds;

function* problemLines({ course }: TruthPlan, { problems }: Totals) {
  for (const [index, { problem, due }] of problemsOf(course).entries()) {
    const { learners, checks, correctAtFirst, correct, attempts } = problems[index]!;
    if (learners === 0) continue;
    yield {
      problem: problem.location,
      due: due ?? null,
      learners,
      checks,
      correctAtFirst,
      correct,
      attempts,
      hidden: { difficulty: problem.difficulty },
    };
  }
}

function* videoLines({ course }: TruthPlan, { videos }: Totals) {
  for (const [index, video] of videosOf(course).entries()) {
    const { viewers, plays, seconds, again, seen, played } = videos[index]!;
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

function* textOf(lines: Iterable<object>): Generator<Buffer> {
  for (const line of lines) yield Buffer.from(`${JSON.stringify(line)}\n`);
}

/**
 * Writes the truth of all pools, from what they have written.
 *
 * @param store holds the pieces; the truth becomes drafts of it
 * @param totals of the pools, in their order
 * @returns the drafts
 */
export async function writeTruth(store: Store, plan: TruthPlan, totals: readonly Totals[]): Promise<HashedFile[]> {
  const all = sumOf(totals, plan.course, plan.days);
  const files: HashedFile[] = [];
  const lines: Record<string, number> = {};
  const write = async (part: string, pieces: Iterable<Chunks>) => {
    const name = `${TRUTH_FOLDER}/${part}.jsonl`;
    const { lines: count, ...sum } = await concatenate(pieces, store.draft(name));
    files.push({ name, ...sum });
    lines[part] = count;
  };
  for (const part of STREAMED)
    await write(
      part,
      totals.map((_, pool) => store.read(truthPiece(pool, part))),
    );
  await write('problems', [Readable.from(textOf(problemLines(plan, all)))]);
  await write('videos', [Readable.from(textOf(videoLines(plan, all)))]);
  const truth = {
    seed: plan.seed,
    dialect: plan.dialect,
    binSeconds: BIN,
    idleSeconds: SESSION_IDLE / SECOND,
    lines,
    ...(plan.dialect === 'current' && { dropped: all.dropped }),
    days: all.days.map(({ events, learners }, day) => ({
      date: formatInstant(plan.start + day * DAY).slice(0, 10),
      events,
      learners,
    })),
    weeks: all.weeks.flatMap((kinds, week) =>
      kinds.flatMap((kind, index) =>
        kind.events > 0
          ? [{ week: week + 1, kind: KIND_NAMES[index], ...kind, secondsWatched: round(kind.secondsWatched) }]
          : [],
      ),
    ),
  };
  return [await draftWhole(store, TRUTH, Buffer.from(`${JSON.stringify(truth, null, 1)}\n`)), ...files];
}
