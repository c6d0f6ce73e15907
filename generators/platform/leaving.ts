/** How somebody leaves the course by the list of its courses, and may look for another one: the same in all dialects that tell of it. */
import { chance, lognormal, type Stream } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { SessionContext } from '../model/session-context.ts';

/** Nobody has found a course in the list sooner than so many microseconds. */
const SEES = 1_200_000;
/** Seconds until somebody who has found it leaves it, and until it looks at the list of all courses, lognormal; so many do, each time (choices). */
const DECIDES = { median: 5, sd: 0.8 };
const LOOKS_AROUND = { median: 20, sd: 1.3 };
const LOOKS_FOR_ANOTHER = 0.45;

const drawn = (random: Stream, { median, sd }: typeof DECIDES): number =>
  Math.round(SECOND * lognormal(random, Math.log(median), sd));

/** What somebody does who leaves: microseconds. */
export interface Leaving {
  /** From when the list is there until the course is left. */
  readonly decides: number;
  /** From one look at all courses to the next, of which there may be none. */
  readonly looks: readonly number[];
  /** Until it is done. */
  readonly rests: number;
}

export function leaving(visit: SessionContext): Leaving {
  const random = visit.own('leaves the course', visit.learner.visits);
  const decides = SEES + drawn(random, DECIDES);
  const looks: number[] = [];
  while (chance(random, LOOKS_FOR_ANOTHER)) looks.push(drawn(random, LOOKS_AROUND));
  return { decides, looks, rests: drawn(random, DECIDES) };
}
