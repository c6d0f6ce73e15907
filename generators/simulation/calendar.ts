import { DAY, HOUR } from '../../src/line/time.ts';
import { chance, lognormal, weibull, type Stream } from '../../src/random/index.ts';
import { BEHAVIOUR } from '../learners/behaviour.ts';
import type { Learner, Outline } from '../learners/learner.ts';

const BINS = 96;

/** How a day's visits spread over local hours (shared/realism.md, local hour), as a running sum over quarter hours. */
const HOURS = Array.from({ length: BINS }, (_, bin) => {
  const hour = (bin + 0.5) / 4;
  return Math.exp(0.95 * Math.cos((2 * Math.PI * (hour - 17)) / 24) + 0.3 * Math.cos((2 * Math.PI * (hour - 21)) / 12));
});
const TOTAL = HOURS.reduce((sum, weight) => sum + weight, 0);
let sum = 0;
const RUNNING = HOURS.map((weight) => (sum += weight) / TOTAL);

/** A local time of day, in microseconds after midnight, by a number that is uniform from 0 to 1. */
function timeOfDay(draw: number): number {
  const found = RUNNING.findIndex((bound) => draw < bound);
  const bin = found < 0 ? BINS - 1 : found;
  const below = bin === 0 ? 0 : RUNNING[bin - 1]!;
  return Math.floor(((bin + (draw - below) / (RUNNING[bin]! - below)) / BINS) * (DAY - 1));
}

/**
 * When somebody comes for the first time, microseconds since 1970.
 *
 * @param start the run's first midnight, microseconds since 1970
 */
export function firstVisit({ firstDay, firstTime, offset }: Outline, start: number): number {
  const time = start + firstDay * DAY + timeOfDay(firstTime) - offset * HOUR;
  return time < start ? time + DAY : time;
}

const localDay = (time: number, offset: number): number => Math.floor((time + offset * HOUR) / DAY);

/** The next Sunday's end in GMT after a time: when homework is due. 1970 began on a Thursday. */
const nextDeadline = (time: number): number => (Math.floor((time - 4 * DAY) / (7 * DAY)) + 1) * 7 * DAY + 4 * DAY;

const SOONEST = 20 * 60 * 1e6;

/**
 * When a learner comes again after a visit that ended just now; undefined if never. A new day uses up one of the days that
 * the learner has left.
 */
export function nextVisit(random: Stream, learner: Learner, now: number): number | undefined {
  const soonest = now + SOONEST;
  if (chance(random, BEHAVIOUR.sameDay)) {
    return Math.max(soonest, now + Math.floor(lognormal(random, ...BEHAVIOUR.sameDayHours) * HOUR));
  }
  learner.daysLeft -= 1;
  if (learner.daysLeft <= 0) return undefined;
  if (learner.solves && chance(random, BEHAVIOUR.deadlinePull)) {
    const { shape, scale } = BEHAVIOUR.deadlineHours;
    const pulled = nextDeadline(now) - Math.floor(weibull(random, shape, scale) * HOUR);
    if (pulled > now + DAY / 2) return pulled;
  }
  const gap = chance(random, learner.kind.nextDay) ? 1 : 2 + Math.floor(lognormal(random, ...BEHAVIOUR.gapDays));
  const day = localDay(now, learner.offset) + gap;
  return Math.max(soonest, day * DAY - learner.offset * HOUR + timeOfDay(random()));
}
