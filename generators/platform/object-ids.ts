/** Ids as MongoDB makes them: the second in which a thing came to be, then what tells it from others of that second. */
import { HOUR, SECOND } from '../../src/base/time.ts';
import { hash, hashedShare, type Stream } from '../../src/base/random/index.ts';
import type { Course } from '../course/course.ts';

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

/** A thread of the course's forum is begun once in so long, first before the course begins (a choice). */
const EVERY = 0.6 * HOUR;
const BEFORE = 60;
/** Between two threads so many other things are made. */
const COUNTED = 40;

/** So many threads stand on top of the list, and so often one of them is opened; the others are opened the more, the newer they are. */
const PINNED = { threads: 12, share: 0.3 };

/**
 * A thread of a course's forum that somebody opens at a time, by its id: those on top and the newest are opened most.
 *
 * @param start the course's first midnight
 * @param now microseconds since 1970, as `start`
 */
export function threadId(random: Stream, { id }: Course, start: number, now: number): string {
  const begun = Math.max(BEFORE, BEFORE + Math.floor((now - start) / EVERY));
  const thread =
    random() < PINNED.share
      ? Math.floor(PINNED.threads * random() ** 2)
      : begun - 1 - Math.floor((begun - 1) * random() ** 4);
  const made = start + (thread - BEFORE + hashedShare(id, 'begun', thread)) * EVERY;
  return idOf(
    made,
    id,
    hash(id, 'maker', thread) % PROCESSES,
    COUNTED * thread + (hash(id, 'others', thread) % COUNTED),
  );
}

/**
 * A thread of a course's forum that somebody begins now, likewise by its id.
 *
 * @param number of the learner
 */
export function newThreadId({ id }: Course, start: number, now: number, number: number): string {
  const passed = BEFORE + (now - start) / EVERY;
  const count = Math.floor(COUNTED * passed);
  return idOf(now, id, hash(id, 'begins', number) % PROCESSES, Math.max(0, count));
}
