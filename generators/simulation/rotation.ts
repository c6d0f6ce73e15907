import { DAY, dayName, HOUR, MINUTE, SECOND } from '../../src/base/time.ts';
import { hash } from '../../src/base/random/index.ts';
import { GZ } from '../../src/archive/write-server.ts';
import {
  cutFile,
  DAILY_FILE,
  HOURLY,
  LOG_FILE,
  packageFile,
  ROTATION,
  type Dialect,
  type Packaging,
} from '../../src/spec/index.ts';
import { endOf, type PackedPlan, type Plan } from './plan.ts';

/** When the files of a log end, and what they are called. */
export interface Rotation {
  /** The end of the file that holds a time, microseconds since 1970: its lines are before it. */
  endOfFile(time: number): number;
  /** The name of the file that ends at a time. */
  nameOf(end: number): string;
}

/** How the names of files end: of those that were cut off, and of the one that is written to. */
const endingOf = ({ compress }: PackedPlan, isRunning = false): string =>
  compress === 'gzip' || (compress === 'rotated' && !isRunning) ? GZ : '';

/** The next midnight. */
const midnightAfter = (time: number): number => (Math.floor(time / DAY) + 1) * DAY;

const CUT = ROTATION.minute * MINUTE;
const USUAL = ROTATION.usual * MINUTE;

/** Logrotate cuts the file at 06:25 UTC, give or take minutes. */
function inTheMorning({ seed }: Plan, server: number): (time: number) => number {
  const cutOf = (day: number) => day * DAY + CUT + ((hash(seed, `rotation-${server}`, day) % (2 * USUAL)) - USUAL);
  return (time) => {
    const day = Math.floor(time / DAY);
    return time < cutOf(day) ? cutOf(day) : cutOf(day + 1);
  };
}

/** When the daily files of a server end, by its index in the run: gives the end of the file that holds a time. */
export const endsOf = (plan: Plan, server: number): ((time: number) => number) =>
  plan.dialect === 'deployed' ? inTheMorning(plan, server) : midnightAfter;

/** The day that names a file: that of the cut, or, where files hold a UTC day, that day. */
const LAST_OF: Readonly<Record<Dialect, number>> = { documented: 1, deployed: 0, current: 1 };

/** The rotation of a server's daily files, by its index in the run. */
export const rotationOf = (plan: PackedPlan, server: number): Rotation => ({
  endOfFile: endsOf(plan, server),
  nameOf: (end) => `${DAILY_FILE}${dayName(end - LAST_OF[plan.dialect])}${endingOf(plan)}`,
});

/** The period of a time, from 0: those of a run end where native installs may cut their file, each hour. */
export const periodOf = ({ start }: Plan, time: number): number =>
  Math.floor((time - start - HOURLY.minute * MINUTE - SECOND) / HOUR) + 1;

/** The end of a period: cron begins on the minute, and the file is cut a second later. */
const endOfPeriod = ({ start }: Plan, period: number): number =>
  start + period * HOUR + HOURLY.minute * MINUTE + SECOND;

/** The periods at whose ends a run's file is cut: each that finds it larger than logrotate lets it be. */
export function cutPeriods(plan: Plan, sizes: readonly number[]): number[] {
  const end = endOf(plan);
  const cuts: number[] = [];
  let size = 0;
  for (const [period, bytes] of sizes.entries()) {
    size += bytes;
    if (size <= HOURLY.bytes || endOfPeriod(plan, period) > end) continue;
    cuts.push(period);
    size = 0;
  }
  return cuts;
}

/** The index of the first of times in order that is later than another. */
function firstAfter(times: readonly number[], time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return low;
}

const running = (plan: PackedPlan): string => LOG_FILE + endingOf(plan, true);

/** Rotations of the one log of all servers. */
const OF_LOGS: Readonly<
  Record<Exclude<Packaging, 'tar'>, (plan: PackedPlan, log: string, sizes: readonly number[]) => Rotation>
> = {
  tutor: (plan) => ({ endOfFile: () => Infinity, nameOf: () => running(plan) }),
  native(plan, _, sizes) {
    const cuts = cutPeriods(plan, sizes).map((period) => endOfPeriod(plan, period));
    return {
      endOfFile: (time) => cuts[firstAfter(cuts, time)] ?? Infinity,
      nameOf: (end) => (end === Infinity ? running(plan) : cutFile(end / SECOND) + endingOf(plan)),
    };
  },
  package: (plan, org) => ({ endOfFile: midnightAfter, nameOf: (end) => packageFile(org, end - 1) + endingOf(plan) }),
};

/**
 * The rotation of a log that all servers write to.
 *
 * @param log its name
 * @param sizes bytes by {@link periodOf}, of all pools
 */
export const logRotation = (plan: PackedPlan, log: string, sizes: readonly number[]): Rotation =>
  OF_LOGS[plan.packaging as Exclude<Packaging, 'tar'>](plan, log, sizes);
