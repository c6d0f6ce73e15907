import { Readable } from 'node:stream';
import type { Chunks } from '../../src/store/byte-reader.ts';
import { DAY, formatInstant, SECOND, SESSION_IDLE } from '../../src/base/time.ts';
import { draftWhole, type HashedFile, type Sink, type Store } from '../../src/store/store.ts';
import { STREAMED, TRUTH, TRUTH_FOLDER, truthPiece, type Streamed } from '../../src/archive/file-names.ts';
import { concatenate, JsonLines } from '../../src/store/json-lines.ts';
import type { Course } from '../course/course.ts';
import { KIND_NAMES } from '../learners/kinds.ts';
import { byPart } from './files.ts';
import { milliseconds } from './lines.ts';
import { withRoles, type Roles } from './roles.ts';
import {
  BIN,
  binsOf,
  curvesOf,
  isWritten,
  noTotals,
  problemsOf,
  sumOf,
  videosOf,
  type PoolTruth,
  type Totals,
  type TruthPlan,
} from './totals.ts';

/** The files that a pool writes to. */
export const poolFiles = (file: (name: string) => Sink, pool: number): Record<Streamed, JsonLines> =>
  byPart((part) => new JsonLines(file(truthPiece(pool, part))));

/** From differences to running sums. */
function running(differences: Int32Array): number[] {
  let sum = 0;
  return Array.from(differences, (difference) => (sum += difference));
}

const round = milliseconds;

/** A course of a run, and what is true of it in all pools; `name` is its id on a site. */
interface CourseTruth {
  readonly course: Course;
  readonly name: { readonly course?: string };
  readonly totals: Totals;
}

function* problemLines({ course, name, totals: { problems } }: CourseTruth) {
  for (const [index, { problem, due, graded }] of problemsOf(course).entries()) {
    const learners = problems.learners[index]!;
    if (learners === 0) continue;
    const afterVideo = { learners: problems.taught[index]!, correctAtFirst: problems.correctTaught[index]! };
    yield {
      problem: problem.location,
      ...name,
      due: due ?? null,
      graded,
      learners,
      checks: problems.checks[index]!,
      correctAtFirst: problems.correctAtFirst[index]!,
      correct: problems.correct[index]!,
      attempts: problems.attempts[index]!,
      hidden: { difficulty: problem.difficulty, afterVideo },
    };
  }
}

function* videoLines({ course, name, totals: { videos } }: CourseTruth) {
  const curves = curvesOf(course);
  for (const [index, video] of videosOf(course).entries()) {
    const viewers = videos.viewers[index]!;
    if (viewers === 0) continue;
    const bins = binsOf(video);
    const again = videos.again[index]!;
    const curve = (differences: Int32Array) => running(differences.subarray(curves[index]!, curves[index]! + bins));
    yield {
      video: video.id,
      ...name,
      length: video.seconds,
      viewers,
      plays: videos.plays[index]!,
      seconds: round(videos.seconds[index]! - again),
      again: round(again),
      bins,
      seen: curve(videos.seen),
      played: curve(videos.played),
    };
  }
}

function* textOf(lines: Iterable<object>): Generator<Buffer> {
  for (const line of lines) yield Buffer.from(`${JSON.stringify(line)}\n`);
}

/** Days and weeks, which are those of the run, whenever a course began. */
const calendarOf = ({ start }: TruthPlan, { days, weeks }: Pick<Totals, 'days' | 'weeks'>) => ({
  days: days.map(({ events, learners }, day) => ({
    date: formatInstant(start + day * DAY).slice(0, 10),
    events,
    learners,
  })),
  weeks: weeks.flatMap((kinds, week) =>
    kinds.flatMap((kind, index) =>
      kind.events > 0
        ? [{ week: week + 1, kind: KIND_NAMES[index], ...kind, secondsWatched: round(kind.secondsWatched) }]
        : [],
    ),
  ),
});

const NOTHING_TAUGHT: Course = {
  org: '',
  number: '',
  run: '',
  title: '',
  id: '',
  url: '',
  chapters: [],
  textbook: undefined,
};

/** Days and weeks of all courses together; people of a day count once, those of a week once in each of their courses. */
function wholeOf(plan: TruthPlan, courses: readonly CourseTruth[], pools: readonly PoolTruth[]): Totals {
  const { problems, videos } = noTotals(NOTHING_TAUGHT, 0);
  const all = courses.map(({ totals }) => ({ ...totals, problems, videos }));
  const whole = sumOf(all, NOTHING_TAUGHT, plan.days);
  const people = (day: number): number =>
    pools.reduce((sum, pool) => {
      const count = pool.people[day];
      // As other totals that were tampered with.
      if (!Number.isSafeInteger(count)) throw new TypeError('there are no people of each day');
      return sum + count!;
    }, 0);
  return { ...whole, days: whole.days.map(({ events }, day) => ({ events, learners: people(day) })) };
}

/**
 * Writes the truth of all pools, from what they have written.
 *
 * @param store holds the pieces; the truth becomes drafts of it
 * @param pools what each knows, in their order
 * @param roles that people play in incidents; undefined where there are none
 * @returns the drafts
 */
export async function writeTruth(
  store: Store,
  plan: TruthPlan,
  pools: readonly PoolTruth[],
  roles?: Roles,
): Promise<HashedFile[]> {
  const isSite = plan.site !== undefined;
  const courses = plan.offerings.flatMap(({ course }, index): CourseTruth[] => {
    if (!isWritten(plan, course)) return [];
    const totals = sumOf(
      pools.map((pool) => pool.courses[index]!),
      course,
      plan.days,
    );
    return [{ course, name: isSite ? { course: course.id } : {}, totals }];
  });
  const all = isSite ? wholeOf(plan, courses, pools) : courses[0]!.totals;
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
      pools.map((_, pool) => {
        const piece = store.read(truthPiece(pool, part));
        return roles && part === 'learners' ? withRoles(piece, roles) : piece;
      }),
    );
  const linesOf = (of: (course: CourseTruth) => Iterable<object>) =>
    courses.map((course) => Readable.from(textOf(of(course))));
  await write('problems', linesOf(problemLines));
  await write('videos', linesOf(videoLines));
  const truth = {
    seed: plan.seed,
    dialect: plan.dialect,
    binSeconds: BIN,
    idleSeconds: SESSION_IDLE / SECOND,
    lines,
    ...(plan.dialect === 'current' && { dropped: all.dropped }),
    ...calendarOf(plan, all),
    ...(isSite && {
      people: pools.reduce((sum, { allPeople }) => sum + allPeople, 0),
      courses: courses.map(({ course, totals }) => ({ course: course.id, ...calendarOf(plan, totals) })),
    }),
  };
  return [await draftWhole(store, TRUTH, Buffer.from(`${JSON.stringify(truth, null, 1)}\n`)), ...files];
}
