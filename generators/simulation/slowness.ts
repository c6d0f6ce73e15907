/** How late slow servers answer. */
import { SECOND } from '../../src/base/time.ts';
import { SOON } from '../model/latency.ts';

/** However slow servers are, they answer within so many microseconds of what they would have, or nobody hears of it. */
const MOST_LATE = 8 * SECOND;

/** How much later, in microseconds, somebody has what was due after a delay, of servers that take so many times as long. */
export const waitsFor = (delay: number, times: number): number => Math.round(Math.min(MOST_LATE, delay * (times - 1)));

/**
 * The same for what a server writes after a delay. What was to come a moment after what is asked for by the click does not come before it: less and
 * less of its lateness is left.
 */
export const answersLate = (delay: number, times: number): number =>
  delay <= SOON ? waitsFor(delay, times) : Math.round(Math.max(0, waitsFor(SOON, times) - (delay - SOON) / 2));
