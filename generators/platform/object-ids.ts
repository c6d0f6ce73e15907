/** Ids as MongoDB makes them: the second in which a thing came to be, then what tells it from others of that second. */
import { SECOND } from '../../src/base/time.ts';
import { hash } from '../../src/base/random/index.ts';

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** Each of a site's processes has a number of its own, and counts on from another one with each id that it makes (choices). */
const PROCESSES = 8;
const COUNT_BITS = 24;

/** Digits of a site's process, by index: of the machine and of its number there, or what newer drivers draw in their place. */
const processOf = (site: string, process: number): string =>
  hex(hash(site, 'machine', 0), 8).slice(0, 6) + hex(1200 + (hash(site, 'process', process) % 30_000), 4);

/** What a process counts from. */
const firstOf = (site: string, process: number): number => hash(site, 'count', process) % 2 ** COUNT_BITS;

/** @param time microseconds since 1970 */
const idOf = (time: number, site: string, process: number, count: number): string =>
  hex(Math.floor(time / SECOND), 8) +
  processOf(site, process) +
  hex((firstOf(site, process) + count) % 2 ** COUNT_BITS, COUNT_BITS / 4);

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
  return idOf(time, site, hash(what, 'process', 0) % PROCESSES, count);
}
