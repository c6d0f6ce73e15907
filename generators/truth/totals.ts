/** Totals of a pool: plain numbers that can be sent between threads, and added to those of other pools. */
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

export interface ProblemTotals {
  learners: number;
  checks: number;
  correctAtFirst: number;
  correct: number;
  /** Learners who had watched the video before at their first try, and of them those who were right then. */
  taught: number;
  correctTaught: number;
  /** Learners by their number of attempts, from 1. */
  attempts: number[];
}

export interface VideoTotals {
  viewers: number;
  plays: number;
  /** Of content; `again` is what had been watched before by the same learner. */
  seconds: number;
  again: number;
  /** Learners who saw the middle of each bin, and how often it was played: differences from bin to bin. */
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
  /** By index among the course's problems and videos. */
  readonly problems: ProblemTotals[];
  readonly videos: VideoTotals[];
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
export const videosOf = (course: Course): Video[] => elements(course).flatMap(({ video }) => video ?? []);

/** A course's problems in its order, when they are due, and whether they count for the grade. */
export const problemsOf = (course: Course): ({ readonly problem: Problem } & Pick<Sequence, 'due' | 'graded'>)[] =>
  course.chapters.flatMap(({ sequences }) =>
    sequences.flatMap(({ elements: all, due, graded }) =>
      all.flatMap(({ problems }) => problems.map((problem) => ({ problem, due, graded }))),
    ),
  );

const WEEK = 7;
const noWeek = (): WeekTotals => ({ learners: 0, events: 0, sittings: 0, checks: 0, solved: 0, secondsWatched: 0 });

export const noTotals = (course: Course, days: number): Totals => ({
  dropped: 0,
  days: Array.from({ length: days }, () => ({ events: 0, learners: 0 })),
  weeks: Array.from({ length: Math.ceil(days / WEEK) }, () => KIND_NAMES.map(noWeek)),
  problems: problemsOf(course).map(() => ({
    learners: 0,
    checks: 0,
    correctAtFirst: 0,
    correct: 0,
    taught: 0,
    correctTaught: 0,
    attempts: [],
  })),
  videos: videosOf(course).map((video) => {
    const bins = binsOf(video) + 1;
    return { viewers: 0, plays: 0, seconds: 0, again: 0, seen: new Int32Array(bins), played: new Int32Array(bins) };
  }),
});

/**
 * Adds numbers to numbers, all the way down.
 *
 * @throws TypeError when there is something else, as in a record that was tampered with
 */
function add<T extends object>(to: T, what: T): void {
  if (to instanceof Int32Array && what instanceof Int32Array && to.length === what.length) {
    // Curves of videos are most of it, and their entries as texts and numbers take a tenth of the time of a small run.
    for (let index = 0; index < to.length; index += 1) to[index]! += what[index]!;
    return;
  }
  const sums = to as Record<string, unknown>;
  for (const [key, value] of Object.entries(what)) {
    if (!Object.hasOwn(sums, key) && !Array.isArray(sums)) throw new TypeError(`there are no totals of ${key}`);
    if (typeof value === 'number') sums[key] = ((sums[key] as number | undefined) ?? 0) + value;
    else add(sums[key] as object, value as object);
  }
}

/** The sum of pools' totals of a course, taken in their order. */
export function sumOf(totals: readonly Totals[], course: Course, days: number): Totals {
  const sum = noTotals(course, days);
  for (const one of totals) add(sum, one);
  return sum;
}
