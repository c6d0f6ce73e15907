/** Ids of what is handed in to be graded: serial numbers of a database that serves all courses of a site, of 2013. */
import { hashedShare } from '../../src/base/random/index.ts';
import { HOUR, SECOND, parseInstant } from '../../src/base/time.ts';

/** The database was begun (an older one, long before), and one thing comes in so many seconds on average; hours differ by so much of that (choices). */
const BEGUN = parseInstant('2012-09-01T00:00:00Z');
const EVERY = 2;
const UNEVEN = 0.7;

const PER_HOUR = HOUR / SECOND / EVERY;

/** How much more than usual has come in by an hour's beginning. */
const ahead = (hour: number): number => UNEVEN * (hashedShare('submissions', 'hour', hour) - 0.5);

/**
 * The id of what is handed in at a time: it grows with the time, whoever else is there.
 *
 * @param time microseconds since 1970
 */
export function submissionId(time: number): number {
  const at = (time < BEGUN ? time : time - BEGUN) / HOUR;
  const hour = Math.floor(at);
  const share = at - hour;
  return Math.floor((at + (1 - share) * ahead(hour) + share * ahead(hour + 1)) * PER_HOUR);
}
