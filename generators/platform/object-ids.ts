/** Ids as MongoDB makes them: the second in which a thing came to be, then what tells it from others of that second. */
import { DAY, SECOND, parseInstant } from '../../src/base/time.ts';
import { hash } from '../../src/base/random/index.ts';

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** How such an id begins: with the second of a time in microseconds since 1970. */
export const secondIn = (time: number): string => hex(Math.floor(time / SECOND), 8);

/** Each of a site's processes has a number of its own, and counts on from another one with each id that it makes (choices). */
const PROCESSES = 8;
const COUNT_BITS = 24;

/** Since then each process draws five bytes for itself [MongoDB's specification of ObjectId]. */
const DRAWN_SINCE = parseInstant('2018-07-01T00:00:00Z');

/** Microseconds from one start of a site's processes to the next, with what is new of the site (a choice). */
const RESTARTS = 7 * DAY;

/** Which process of a site it is: from its last start on, if it draws what it is called. */
const processAt = (time: number, process: number): string =>
  time < DRAWN_SINCE ? String(process) : `${process} of ${Math.floor(time / RESTARTS)}`;

/** Digits of a site's process: of the machine and of its number there, or what is drawn in their place. */
const digitsOf = (time: number, site: string, process: string): string =>
  time < DRAWN_SINCE
    ? hex(hash(site, 'machine', 0), 8).slice(0, 6) + hex(1200 + (hash(site, `process ${process}`, 0) % 30_000), 4)
    : hex(hash(site, `draws ${process}`, 0), 8) + hex(hash(site, `draws ${process}`, 1) % 256, 2);

/** What a process counts from. */
const firstOf = (site: string, process: string): number => hash(site, `count ${process}`, 0) % 2 ** COUNT_BITS;

/** @param time microseconds since 1970 */
function idOf(time: number, site: string, process: string, count: number): string {
  const counted = (firstOf(site, process) + count) % 2 ** COUNT_BITS;
  return secondIn(time) + digitsOf(time, site, process) + hex(counted, COUNT_BITS / 4);
}

/** Of two things that a process makes within so many seconds either may have the lower count. */
const WINDOW = 900;
const APART = 4096;

/**
 * The id of what is made at a time, by what is known of it alone: as the time goes on, the counts of a process rise.
 *
 * @param time microseconds since 1970
 * @param what tells it from everything else of that second
 */
export function objectIdOf(time: number, site: string, what: string): string {
  const count = Math.floor(time / SECOND / WINDOW) * APART + (hash(what, 'count', 0) % APART);
  return idOf(time, site, processAt(time, hash(what, 'process', 0) % PROCESSES), count);
}
