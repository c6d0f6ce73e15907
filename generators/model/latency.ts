import { onceFor } from '../../src/base/remember.ts';
import { hashedShare, normal, stream } from '../../src/base/random/index.ts';
import type { Problem } from '../course/course.ts';

/** A server gives up a request after so many microseconds, as hardly any takes. */
export const LONGEST_LATENCY = 5e6;

/** A message is on its way to a server for so many microseconds at most, likewise. */
export const LONGEST_WAY = 2.5e6;

/** So many microseconds after a click its last line is written, at the latest: the ways of two messages, one after the other, and what the server takes. */
export const LONGEST_ANSWER = 2 * LONGEST_WAY + LONGEST_LATENCY;

/** What comes within so many microseconds of a click is waited for; what is later is asked for then, by a request of its own. */
export const SOON = 5e6;

/** The site's busiest hour of the day, UTC (docs/realism.md). */
const BUSIEST = 19;

/**
 * How busy servers are in some hour since 1970: in the evening, and in hours of its own. It is a number of mean 0 and a standard
 * deviation of about 1.
 */
export function loadOf(seed: string, hour: number): number {
  const own = hashedShare(seed, 'load', hour) - 0.5;
  return 0.8 * Math.cos((2 * Math.PI * (hour - BUSIEST)) / 24) + 2.8 * own;
}

/** How much longer servers take to mark a problem than others, likewise, and always the same: some call for a program of their author's, some compare a word. */
export const costOf = onceFor((problem: Problem) => normal(stream(problem.location, 'cost'), 0, 1));
