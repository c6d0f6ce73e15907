/** How long tasks wait for a worker: all of an hour behind the same queue, which is longest before deadlines. */
import { below, chance, hashedNormal, lognormal } from '../../../src/base/random/index.ts';
import { DAY, HOUR, SECOND } from '../../../src/base/time.ts';
import type { Course } from '../../course/course.ts';
import { duesOf } from '../../course/sequences.ts';
import { loadOf } from '../../model/latency.ts';
import type { SessionContext } from '../../model/session-context.ts';

/** Seconds that tasks wait in an hour like any other; how much that varies with the hour's load and beside it, as logarithms (choices). */
const WAITS = { usual: 0.06, load: 0.8, own: 0.9 };
/** By how much longer they wait as work is due, as a logarithm; in how many hours that grows, and is worked off (choices). */
const DEADLINE = { longer: 6.5, grows: 3, passes: 0.7 };
/** Seconds that nothing waits longer. */
const LONGEST = 600;

/** How near a deadline is, from 0 to 1. */
function rush(course: Course, day: number): number {
  let most = 0;
  for (const due of duesOf(course)) {
    const hours = (due - day) * 24;
    most = Math.max(most, Math.exp(hours > 0 ? -hours / DEADLINE.grows : hours / DEADLINE.passes));
  }
  return most;
}

/** How long the queue is in an hour since 1970, as a logarithm. */
const levelOf = (seed: string, hour: number): number =>
  WAITS.load * loadOf(seed, hour) + WAITS.own * hashedNormal(seed, 'queue', hour);

/** How much longer a worker takes as the queue is longer, as logarithms, and by the turn; it waits for the database so often, for so many seconds (choices). */
const WORK = { level: 0.2, sd: 0.3 };
const STALLS = { chance: 0.008, mean: -1.2, sd: 0.9 };

/**
 * How long a worker takes over a part of a task at a time, in microseconds.
 *
 * @param time microseconds since 1970
 * @param usual seconds, the median in an hour like any other
 */
export function taskTime(
  { population: { seed }, networkRandom: random }: SessionContext,
  time: number,
  usual: number,
): number {
  const level = levelOf(seed, Math.floor(time / HOUR));
  const stalled = chance(random, STALLS.chance) ? lognormal(random, STALLS.mean, STALLS.sd) : 0;
  return Math.round((lognormal(random, Math.log(usual) + WORK.level * level, WORK.sd) + stalled) * SECOND);
}

/**
 * How long a task waits that is put in the queue at a time, in microseconds: it grows and shrinks slowly, so that those that come first are
 * worked off first.
 *
 * @param time microseconds since 1970
 */
export function backlog({ course, population: { seed }, start }: SessionContext, time: number): number {
  const hour = Math.floor(time / HOUR);
  const passed = time / HOUR - hour;
  const level = (1 - passed) * levelOf(seed, hour) + passed * levelOf(seed, hour + 1);
  const longer = DEADLINE.longer * rush(course, (time - start) / DAY);
  return Math.round(below(LONGEST, WAITS.usual * Math.exp(level + longer)) * SECOND);
}
