/** Totals of a pool: plain numbers that can be sent between threads, and added to those of other pools. */
import { onceFor } from '../../src/base/remember.ts';
import type { Course, Problem, Sequence, Video } from '../course/course.ts';
import { KIND_NAMES } from '../learners/kinds.ts';

/** Parts of a plan that the ground truth depends on. */
export interface TruthPlan {
  readonly seed: string;
  readonly dialect: string;
  /** The first midnight, microseconds since 1970. */
  readonly start: number;
  readonly days: number;
  readonly offerings: readonly { readonly course: Course }[];
  /** Defined where there may be several courses, so that each is named; `org` is whose courses alone are told of. */
  readonly site: { readonly org: string | undefined } | undefined;
}

/** Whether a course's lines are written, and its truth: those of one organisation alone may be asked for. */
export const isWritten = ({ site }: Pick<TruthPlan, 'site'>, { org }: Course): boolean =>
  site?.org === undefined || site.org === org;

/** A day's counts. */
export interface DayTotals {
  /** Lines, but for the load balancer's. */
  events: number;
  /** People who are logged in. */
  learners: number;
}

/** Counts of a week and a kind of learner. */
export interface WeekTotals {
  learners: number;
  /** Lines of people who are logged in. */
  events: number;
  /** Sittings that began. */
  sittings: number;
  checks: number;
  solved: number;
  /** Of content, of runs that began in the week. */
  secondsWatched: number;
}

/** Counts of problems, each by the problem's index in the course. */
export interface ProblemTotals {
  learners: Int32Array;
  checks: Int32Array;
  correctAtFirst: Int32Array;
  correct: Int32Array;
  /** Learners who had watched the video before at their first try, and of them those who were right then. */
  taught: Int32Array;
  correctTaught: Int32Array;
  /** Learners by their number of attempts, from 1. */
  attempts: number[][];
}

/** Counts of videos, each by the video's index in the course. */
export interface VideoTotals {
  viewers: Int32Array;
  plays: Int32Array;
  /** Of content; `again` is what had been watched before by the same learner. */
  seconds: Float64Array;
  again: Float64Array;
  /**
   * Learners who saw the middle of each bin, and how often it was played: differences from bin to bin, those of a video
   * from its place in {@link curvesOf} on.
   */
  seen: Int32Array;
  played: Int32Array;
}

/** Totals of a course. */
export interface Totals {
  /** Lines that were too long to be written. */
  dropped: number;
  readonly days: DayTotals[];
  /** By week, then by kind in the order of {@link KIND_NAMES}. */
  readonly weeks: WeekTotals[][];
  readonly problems: ProblemTotals;
  readonly videos: VideoTotals;
}

/** What a pool knows to be true in the end. */
export interface PoolTruth {
  /** By course, in the order of the run's offerings. */
  readonly courses: readonly Totals[];
  /** People of each day who are logged in, in whichever courses; none for a single course, which counts them itself. */
  readonly people: readonly number[];
  /** All of them, each once; of a site of several courses. */
  readonly allPeople: number;
}

/** Seconds of a video in a bin of its curve. */
export const BIN = 5;

/** The first bin whose middle is not before a position. */
export const binFrom = (seconds: number): number => Math.max(0, Math.ceil(seconds / BIN - 0.5));

/** Number of bins whose middle lies within a video. */
export const binsOf = ({ seconds }: Video): number => binFrom(seconds);

const elements = (course: Course) =>
  course.chapters.flatMap(({ sequences }) => sequences.flatMap((sequence) => sequence.elements));

/** A course's videos, each once, in its order. */
export const videosOf = onceFor((course: Course): readonly Video[] =>
  elements(course).flatMap(({ video }) => video ?? []),
);

/**
 * Where the curve of each of a course's videos begins, and where the last one ends: each has one entry more than bins, which its
 * last difference needs.
 */
export const curvesOf = onceFor((course: Course): readonly number[] => {
  let end = 0;
  return [0, ...videosOf(course).map((video) => (end += binsOf(video) + 1))];
});

/** A problem, when it is due, and whether it counts for the grade. */
type PlacedProblem = { readonly problem: Problem } & Pick<Sequence, 'due' | 'graded'>;

/** A course's problems in its order. */
export const problemsOf = onceFor((course: Course): readonly PlacedProblem[] =>
  course.chapters.flatMap(({ sequences }) =>
    sequences.flatMap(({ elements: all, due, graded }) =>
      all.flatMap(({ problems }) => problems.map((problem) => ({ problem, due, graded }))),
    ),
  ),
);

const WEEK = 7;
const noWeek = (): WeekTotals => ({ learners: 0, events: 0, sittings: 0, checks: 0, solved: 0, secondsWatched: 0 });

export function noTotals(course: Course, days: number): Totals {
  const counts = (count: number) => new Int32Array(count);
  const problems = problemsOf(course).length;
  const videos = videosOf(course).length;
  const bins = curvesOf(course).at(-1)!;
  return {
    dropped: 0,
    days: Array.from({ length: days }, () => ({ events: 0, learners: 0 })),
    weeks: Array.from({ length: Math.ceil(days / WEEK) }, () => KIND_NAMES.map(noWeek)),
    problems: {
      learners: counts(problems),
      checks: counts(problems),
      correctAtFirst: counts(problems),
      correct: counts(problems),
      taught: counts(problems),
      correctTaught: counts(problems),
      attempts: Array.from({ length: problems }, () => []),
    },
    videos: {
      viewers: counts(videos),
      plays: counts(videos),
      seconds: new Float64Array(videos),
      again: new Float64Array(videos),
      seen: counts(bins),
      played: counts(bins),
    },
  };
}

type Columns = Int32Array | Float64Array;

/** Whether a value is a column of totals. */
export const isColumn = (value: unknown): value is Columns =>
  value instanceof Int32Array || value instanceof Float64Array;

/**
 * Adds numbers to numbers, all the way down.
 *
 * @throws TypeError when there is something else, as in a record that was tampered with
 */
function add(to: object, what: object): void {
  if (isColumn(to)) return addColumn(to, what as ArrayLike<number>);
  const sums = to as Record<string, unknown>;
  for (const [key, value] of Object.entries(what)) {
    if (!Object.hasOwn(sums, key) && !Array.isArray(sums)) throw new TypeError(`there are no totals of ${key}`);
    if (typeof value === 'number') sums[key] = ((sums[key] as number | undefined) ?? 0) + value;
    else add(sums[key] as object, value as object);
  }
}

/** Records of shares hold columns as lists. */
function addColumn(to: Columns, what: ArrayLike<number>): void {
  if (what.length !== to.length) throw new TypeError(`there are totals of ${what.length} instead of ${to.length}`);
  for (let index = 0; index < to.length; index += 1) {
    const value = what[index];
    if (typeof value !== 'number') throw new TypeError(`there is no total of ${index}`);
    to[index]! += value;
  }
}

/** The sum of pools' totals of a course, taken in their order. */
export function sumOf(totals: readonly Totals[], course: Course, days: number): Totals {
  const sum = noTotals(course, days);
  for (const one of totals) add(sum, one);
  return sum;
}
