/** Ids as MongoDB makes them: the second in which a thing came to be, then what tells it from others of that second. */
import { HOUR, SECOND } from '../../src/base/time.ts';
import { hash, type Stream } from '../../src/base/random/index.ts';
import type { Course } from '../course/course.ts';

const eight = (number: number): string => number.toString(16).padStart(8, '0');

/** @param time microseconds since 1970 */
const objectId = (time: number, name: string, number: number): string =>
  eight(Math.floor(time / SECOND)) + eight(hash(name, 'machine', 0)) + eight(hash(name, 'count', number));

/** A thread of the course's forum is begun once in so long, first before the course begins (a choice). */
const EVERY = 0.6 * HOUR;
const BEFORE = 60;

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
  const made = start + (thread - BEFORE + hash(id, 'begun', thread) / 2 ** 32) * EVERY;
  return objectId(made, id, thread);
}
