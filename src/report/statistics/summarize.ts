import type { Problem } from '../../archive/read-content.ts';
import { FAMILIES, FAMILY_OF, TYPE_IDS } from './families.ts';
import type { LogStatistics } from './gather.ts';
import { MOST_ATTEMPTS, unpackTries, type Learners } from './learners.ts';
import { binOf, LENGTH_BINS, activeDays } from './sessions.ts';
import type { FileRow, ServerRow } from './servers.ts';
import { survival, type Survival } from './survival.ts';
import { watching, type Watching } from './watching.ts';
import { bucketDays, windowOf, type Window } from './window.ts';
import { weekday } from './activity.ts';

/** Figures of one problem. Learners, solvers and attempts are of the sample. */
export interface ProblemRow {
  readonly id: string;
  readonly checks: number;
  /** Checks that are a learner's first attempt. */
  readonly firstTries: number;
  /** The share of first attempts that are right; NaN where no first attempt is in the log. */
  readonly firstCorrect: number;
  readonly learners: number;
  readonly solvers: number;
  /** Learners by the number of their last attempt, from 1; the last entry is for that and more. */
  readonly attempts: readonly number[];
}

/** Figures of one video. Viewers and curve are of the sample. */
export interface VideoRow extends Watching {
  readonly id: string;
  readonly plays: number;
}

/** Figures of a report about the logs themselves. Times are microseconds, and days are numbers, since 1970. */
export interface Summary {
  readonly lines: number;
  readonly bytes: number;
  readonly broken: number;
  readonly cut: number;
  readonly timeless: number;
  readonly anonymous: number;
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** The days that are drawn; undefined when no line has a time. */
  readonly window: Window | undefined;
  /** Events outside of the window, or beyond the bound of days. */
  readonly outside: number;
  /** Days of each bucket. */
  readonly bucket: number;
  /** The first day of each bucket. */
  readonly starts: readonly number[];
  /** Events of learners by index in FAMILIES, then by bucket. */
  readonly families: readonly (readonly number[])[];
  /** Event types that occur: all lines, and those of learners by bucket. */
  readonly types: readonly {
    readonly id: string;
    readonly family: number;
    readonly lines: number;
    readonly events: readonly number[];
  }[];
  /** The mean of events in each hour of the week, Monday first. */
  readonly hours: readonly number[];
  /** Sampling: figures of people are made from one in so many learners, or viewers. */
  readonly learnersOneIn: number;
  readonly viewersOneIn: number;
  readonly learners: number;
  /** Learners active in each bucket, and those of them who are seen for the first time. */
  readonly active: readonly number[];
  readonly newcomers: readonly number[];
  readonly survival: readonly Survival[];
  readonly sessions: number;
  /** Sessions by index in LENGTH_BINS. */
  readonly lengths: readonly number[];
  /** Quartiles of the lengths of sessions, in microseconds. */
  readonly quartiles: readonly [number, number, number];
  /** Problems and videos, in the order in which they are first tried, or watched. */
  readonly tried: readonly ProblemRow[];
  readonly watched: readonly VideoRow[];
  /** Checks and clicks on problems and videos beyond the bound of those that are kept. */
  readonly beyond: { readonly checks: number; readonly clicks: number };
  readonly servers: readonly ServerRow[];
  readonly files: readonly FileRow[];
  readonly fileCount: number;
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

const byFirst = (a: { first: number; number: number }, b: typeof a): number => a.first - b.first || a.number - b.number;

/** Divides the days of the window into buckets, each a bar or a point of the charts. */
function bucketsOf(window: Window | undefined) {
  if (!window) return { bucket: 1, starts: [], bucketOf: () => -1 };
  const bucket = bucketDays(window);
  const first = bucket === 1 ? window.first : window.first - weekday(window.first);
  const starts = Array.from(
    { length: Math.floor((window.last - first) / bucket) + 1 },
    (_, index) => first + index * bucket,
  );
  const bucketOf = (day: number) => (day < window.first || day > window.last ? -1 : Math.floor((day - first) / bucket));
  return { bucket, starts, bucketOf };
}
type Buckets = ReturnType<typeof bucketsOf>;

function activityOf({ activity }: LogStatistics, window: Window | undefined, { starts, bucketOf }: Buckets) {
  const byType = TYPE_IDS.map(() => Array<number>(starts.length).fill(0));
  const families = FAMILIES.map(() => Array<number>(starts.length).fill(0));
  const hours = Array<number>(7 * 24).fill(0);
  let outside = activity.beyond;
  for (const [day, counts] of activity.days) {
    const at = bucketOf(day);
    if (at < 0) {
      outside += sum(counts.types);
      continue;
    }
    for (const [type, count] of counts.types.entries()) {
      byType[type]![at]! += count;
      families[FAMILY_OF[type]!]![at]! += count;
    }
    for (const [hour, count] of counts.hours.entries()) hours[weekday(day) * 24 + hour]! += count;
  }
  const types = TYPE_IDS.map((id, type) => ({
    id,
    family: FAMILY_OF[type]!,
    lines: activity.types[type]!,
    events: byType[type]!,
  }));
  const occurring = types.filter(({ lines }) => lines > 0).sort((a, b) => b.lines - a.lines || (a.id < b.id ? -1 : 1));
  return { families, types: occurring, outside, hours: meanHours(hours, window) };
}

/** Mean events in each hour of the week: a log need not hold each weekday equally often. */
function meanHours(hours: readonly number[], window: Window | undefined): number[] {
  const occurrences = Array<number>(7).fill(0);
  for (let day = window?.first ?? 1; day <= (window?.last ?? 0); day += 1) occurrences[weekday(day)]! += 1;
  return hours.map((count, hour) => count / Math.max(1, occurrences[Math.floor(hour / 24)]!));
}

function peopleOf({ sample }: Learners, window: Window | undefined, { starts, bucketOf }: Buckets) {
  const active = Array<number>(starts.length).fill(0);
  const newcomers = Array<number>(starts.length).fill(0);
  const lengths = Array<number>(LENGTH_BINS.length).fill(0);
  const all: number[] = [];
  const spans: [number, number][] = [];
  for (const { sessions } of sample.members.values()) {
    for (let at = 0; at < sessions.length; at += 2) all.push(sessions[at + 1]! - sessions[at]!);
    const days = activeDays(sessions).filter((day) => bucketOf(day) >= 0);
    if (days.length === 0) continue;
    spans.push([days[0]!, days.at(-1)!]);
    newcomers[bucketOf(days[0]!)]! += 1;
    for (const bucket of new Set(days.map(bucketOf))) active[bucket]! += 1;
  }
  for (const length of all) lengths[binOf(length)]! += 1;
  const sorted = Float64Array.from(all).sort();
  const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const quartiles = [quantile(0.25), quantile(0.5), quantile(0.75)] as const;
  return { active, newcomers, survival: survival(spans, window?.last ?? 0), sessions: all.length, lengths, quartiles };
}

function problemsOf({ sample, problems }: Learners): ProblemRow[] {
  const found = [...problems.items.values()].map(() => ({
    learners: 0,
    solvers: 0,
    attempts: Array<number>(MOST_ATTEMPTS).fill(0),
  }));
  for (const { tries } of sample.members.values()) {
    for (const packed of tries) {
      const { problem, attempts, solved } = unpackTries(packed);
      const row = found[problem]!;
      row.learners += 1;
      if (solved) row.solvers += 1;
      row.attempts[Math.min(attempts, MOST_ATTEMPTS) - 1]! += 1;
    }
  }
  return [...problems.items]
    .sort(([, a], [, b]) => byFirst(a, b))
    .map(([id, { number, checks, firstTries, firstCorrect }]) => ({
      id,
      checks,
      firstTries,
      firstCorrect: firstCorrect / firstTries,
      ...found[number]!,
    }));
}

function videosOf({ viewers }: LogStatistics): VideoRow[] {
  const curves = watching(viewers);
  return [...viewers.videos.items]
    .sort(([, a], [, b]) => byFirst(a, b))
    .map(([id, { number, plays }]) => ({ id, plays, ...curves[number]! }));
}

function linesByDay(servers: readonly ServerRow[]): Map<number, number> {
  const all = new Map<number, number>();
  for (const { days } of servers) for (const [day, lines] of days) all.set(day, (all.get(day) ?? 0) + lines);
  return all;
}

/** Computes the figures of a report from the statistics of its logs. */
export function summarize(statistics: LogStatistics): Summary {
  const { activity, learners, viewers, servers } = statistics;
  const { lines, bytes, broken, cut, timeless, problems, problemCount } = statistics;
  const rows = servers.rows();
  const window = windowOf(linesByDay(rows));
  const buckets = bucketsOf(window);
  return {
    lines,
    bytes,
    broken,
    cut,
    timeless,
    anonymous: activity.anonymous,
    problems,
    problemCount,
    window,
    bucket: buckets.bucket,
    starts: buckets.starts,
    ...activityOf(statistics, window, buckets),
    learnersOneIn: learners.sample.oneIn,
    viewersOneIn: viewers.sample.oneIn,
    learners: learners.sample.members.size,
    ...peopleOf(learners, window, buckets),
    tried: problemsOf(learners),
    watched: videosOf(statistics),
    beyond: { checks: learners.problems.beyond, clicks: viewers.videos.beyond },
    servers: rows,
    files: servers.files,
    fileCount: servers.fileCount,
  };
}
