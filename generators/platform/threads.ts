/** The forum of 2013: threads that people look for, open, answer and vote on. */
import { chance, integer, lognormal, pick } from '../../src/base/random/index.ts';
import type { Course } from '../course/course.ts';
import { urlOf } from '../course/url.ts';
import type { SessionContext } from '../model/session-context.ts';
import { chapterNow, isCode, type Post } from '../model/subjects.ts';
import type { Learner } from '../learners/learner.ts';
import { Board, isThere, newPost, type Thread, type Topic } from './board.ts';
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

const topicNamed = (name: string): Topic => ({ id: name, name });

/** So often somebody who would do something to a thread has opened it before (a choice). */
const OPENS_FIRST = 0.85;

/** Seconds with a thread before the next one, or a vote: logarithm's mean and deviation; how often one is voted on or followed (choices). */
const READS = { mean: 3.1, sd: 0.9 };
const VOTES = 0.12;

/** Of what is written in the forum so much begins a thread; the rest answers the one that was opened last (choices). */
const BEGINS = 0.3;

/** The threads of a course's forum in 2013, and what people ask of them. */
export class Discussion {
  readonly #board = new Board((course, _, number) => topicNamed(topicsOf(course)[number % topicsOf(course).length]!));
  /** The thread that somebody has opened last. */
  readonly #opened = new WeakMap<SessionContext, Thread>();
  /** The thread that somebody has begun last. */
  readonly #begun = new WeakMap<Learner, Thread>();

  /** Opens a thread, or the list of all where there is none. */
  open(visit: SessionContext): SiteRequest {
    const { learner, networkRandom: random } = visit;
    const { pathname } = urlOf(visit.course);
    const begun = this.#begun.get(learner);
    const thread = this.#board.find(visit, random, 0, begun && isThere(visit, begun, 0) ? begun : undefined);
    if (!thread) return { path: `${pathname}/discussion/forum` };
    this.#opened.set(visit, thread);
    return { path: `${pathname}/discussion/forum/${thread.topic.name}/threads/${thread.id}` };
  }

  /** Does something to the thread that was opened last; who has opened none mostly opens one. */
  act(visit: SessionContext, what: string): SiteRequest {
    const known = this.#opened.get(visit);
    if (known === undefined && chance(visit.networkRandom, OPENS_FIRST)) return this.open(visit);
    const thread = known ?? this.#board.find(visit, visit.networkRandom, 0, undefined);
    if (!thread) return this.open(visit);
    return { path: `${urlOf(visit.course).pathname}/discussion/threads/${thread.id}/${what}`, POST: {} };
  }

  /** Threads that somebody opens who stays with the forum for so many seconds, and what it does to them; microseconds from now. */
  read(visit: SessionContext, seconds: number): DelayedRequest[] {
    const { networkRandom: random } = visit;
    const trips: DelayedRequest[] = [];
    let after = lognormal(random, READS.mean, READS.sd);
    while (after < seconds - 1) {
      trips.push({ ...this.open(visit), after: Math.round(after * 1e6) });
      after += lognormal(random, READS.mean, READS.sd);
      if (after >= seconds - 1 || !chance(random, VOTES)) continue;
      const what = pick(random, ['upvote', 'upvote', 'upvote', 'follow', 'flagAbuse']);
      trips.push({ ...this.act(visit, what), after: Math.round(after * 1e6) });
      after += lognormal(random, READS.mean, READS.sd);
    }
    return trips;
  }

  /** What somebody writes in the forum, which the platform gets so many microseconds from now. */
  post(visit: SessionContext, said: Post, delay: number): SiteRequest {
    const { networkRandom: random, course, learner } = visit;
    const { pathname } = urlOf(course);
    const how = { anonymous: String(chance(random, 0.1)), auto_subscribe: 'true' };
    const id = newPost(visit, delay);
    const thread = this.#opened.get(visit);
    if (thread && !chance(random, BEGINS)) {
      this.#board.answer(thread, visit, delay, id);
      return { path: `${pathname}/discussion/threads/${thread.id}/reply`, POST: { body: said('answer').body, ...how } };
    }
    const topic = topicNamed(pick(random, topicsOf(course)));
    const { title, body, theme } = said();
    this.#begun.set(learner, this.#board.begin(visit, delay, { id, topic, title, theme }));
    return { path: `${pathname}/discussion/${topic.name}/threads/create`, POST: { title, body, ...how } };
  }
}
