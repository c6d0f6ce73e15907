/** The forum of 2013: threads that people look for, open, answer and vote on. */
import { chance, integer, lognormal, pick } from '../../src/base/random/index.ts';
import type { Course } from '../course/course.ts';
import type { SessionContext } from '../model/session-context.ts';
import { chapterNow, isCode, type Post } from '../model/subjects.ts';
import type { Learner } from '../learners/learner.ts';
import { newThreadId, threadId } from './object-ids.ts';
import type { DelayedRequest, SiteRequest } from './site-request.ts';

/** What people look for in any course, and in one of programming. */
const ANY_WORDS = ['deadline', 'certificate', 'grade', 'exam', 'study group', 'textbook'];
const CODE_WORDS = ['recursion', 'error', 'install python', 'bisection', 'infinite loop', 'pset', 'idle', ...ANY_WORDS];
/** Of chapters that somebody looks for so many are the newest (a choice); the others have been out for longer. */
const NEWEST = 0.5;
/** What people look for in a forum beside the course's own words: two of these go together. */
const ABOUT = [
  'error',
  'wrong',
  'not working',
  'hint',
  'grader',
  'solution',
  'help',
  'question',
  'video',
  'answer',
  'due',
];

/** What somebody looks for: a part of the course, or a word with another. */
export function search(visit: SessionContext): string {
  const { networkRandom: random, course } = visit;
  const words = isCode(course) ? CODE_WORDS : ANY_WORDS;
  if (chance(random, 0.4))
    return chance(random, 0.4) ? pick(random, words) : `${pick(random, words)} ${pick(random, ABOUT)}`;
  const newest = chapterNow(visit);
  const chapter = chance(random, NEWEST) ? newest : integer(random, 0, newest);
  const { title } = pick(random, course.chapters[chapter]!.sequences);
  return chance(random, 0.5) ? title.toLowerCase() : `${title.split(' ').slice(0, 2).join(' ')} ${pick(random, ABOUT)}`;
}

/** What a course's forum is divided into. */
export const topicsOf = ({ number }: Course) => [
  `${number.replaceAll('.', '-')}_General`,
  'Week_1',
  'Homework',
  'Technical_Help',
];

const idOf = ({ networkRandom: random, course, start, now }: SessionContext): string =>
  threadId(random, course, start, now);

/** The thread that somebody has opened last, by its id. */
const opened = new WeakMap<SessionContext, string>();

/** The thread that somebody has begun last; whoever has begun one opens it so often where it would open any (a choice). */
const begun = new WeakMap<Learner, string>();
const OPENS_OWN = 0.3;

/** So often somebody who would do something to a thread has opened it before (a choice). */
const OPENS_FIRST = 0.85;

/**
 * Opens a thread.
 *
 * @param course the path of its pages
 */
export function thread(course: string, visit: SessionContext): SiteRequest {
  const own = begun.get(visit.learner);
  const id = own !== undefined && chance(visit.networkRandom, OPENS_OWN) ? own : idOf(visit);
  opened.set(visit, id);
  return { path: `${course}/discussion/forum/${pick(visit.networkRandom, topicsOf(visit.course))}/threads/${id}` };
}

/**
 * Does something to the thread that was opened last; who has opened none mostly opens one.
 *
 * @param course the path of its pages
 */
export function discussion(course: string, visit: SessionContext, what: string): SiteRequest {
  const known = opened.get(visit);
  if (known === undefined && chance(visit.networkRandom, OPENS_FIRST)) return thread(course, visit);
  return { path: `${course}/discussion/threads/${known ?? idOf(visit)}/${what}`, POST: {} };
}

/** Seconds with a thread before the next one, or a vote: logarithm's mean and deviation; how often one is voted on or followed (choices). */
const READS = { mean: 3.1, sd: 0.9 };
const VOTES = 0.12;

/** Threads that somebody opens who stays with the forum for so many seconds, and what it does to them; microseconds from now. */
export function threadsRead(visit: SessionContext, seconds: number): DelayedRequest[] {
  const { networkRandom: random, course } = visit;
  const { pathname } = new URL(course.url);
  const trips: DelayedRequest[] = [];
  let after = lognormal(random, READS.mean, READS.sd);
  while (after < seconds - 1) {
    trips.push({ ...thread(pathname, visit), after: Math.round(after * 1e6) });
    after += lognormal(random, READS.mean, READS.sd);
    if (after >= seconds - 1 || !chance(random, VOTES)) continue;
    const what = pick(random, ['upvote', 'upvote', 'upvote', 'follow', 'flagAbuse']);
    trips.push({ ...discussion(pathname, visit, what), after: Math.round(after * 1e6) });
    after += lognormal(random, READS.mean, READS.sd);
  }
  return trips;
}

/** Of what is written in the forum so much begins a thread; the rest answers the one that was opened last (choices). */
const BEGINS = 0.3;

/** What somebody writes in the forum. */
export function post(visit: SessionContext, said: Post): SiteRequest {
  const { networkRandom: random, course } = visit;
  const { pathname } = new URL(course.url);
  const how = { anonymous: String(chance(random, 0.1)), auto_subscribe: 'true' };
  if (!chance(random, BEGINS)) {
    const id = opened.get(visit) ?? idOf(visit);
    return { path: `${pathname}/discussion/threads/${id}/reply`, POST: { body: said('answer').body, ...how } };
  }
  const topic = pick(random, topicsOf(course));
  const { title, body } = said();
  begun.set(visit.learner, newThreadId(course, visit.start, visit.now, visit.learner.number));
  return { path: `${pathname}/discussion/${topic}/threads/create`, POST: { title, body, ...how } };
}
