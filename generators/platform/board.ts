/** Threads that people meet in a forum: those of the course's helpers, each known by its address alone, and those of other learners. */
import {
  exponential,
  hash,
  hashedNormal,
  integer,
  lognormal,
  pick,
  stream,
  type Stream,
} from '../../src/base/random/index.ts';
import { DAY, HOUR, SECOND } from '../../src/base/time.ts';
import type { Course } from '../course/course.ts';
import { FOUND_AFTER, LastOfLower } from '../model/lower-numbers.ts';
import type { SessionContext } from '../model/session-context.ts';
import { chapterNow, type Theme } from '../model/subjects.ts';
import { objectIdOf } from './object-ids.ts';

/** Helpers of the course, who are not enrolled: they have begun threads for all before it began, so that nobody waits for anybody. */
const HELPERS = ['ta_miriam', 'ta_jun', 'ta_oluwaseun', 'course_team', 'community_ta_3', 'ta_beatriz'];

/** What they ask, and what others tell then. */
const ASKED: readonly (readonly [title: string, theme: Theme])[] = [
  ['Questions about this week', { kind: 'lecture', how: 'open' }],
  ['Where did you get stuck?', { kind: 'problem', how: 'open' }],
  ['Introduce yourself', { kind: 'hello', how: 'open' }],
  ['Hints, not answers, please', { kind: 'problem', how: 'answer' }],
  ['Errata and corrections', { kind: 'lecture', how: 'open' }],
  ['Is there another way to do it?', { kind: 'problem', how: 'answer' }],
  ['Study groups', { kind: 'group', how: 'open' }],
  ['What did you find hard?', { kind: 'problem', how: 'open' }],
];

/** So many threads of other learners, and answers in a thread, are the last that anybody looks at (choices). */
const LAST_THREADS = 30;
const LAST_ANSWERS = 3;
/** Threads of helpers draw as many readers as so many of learners (a choice). */
const HELPERS_WEIGH = 5;
/** Whoever has begun a thread opens it again, mostly soon: so often, half as often after each so many days (choices). */
const OWN = { returns: 0.7, days: 8 };
/** Where threads wait for an answer, the newest of these is opened so often, and half as often after each so many days that it has waited (choices). */
const WAITING = { looks: 0.8, days: 5 };
/** Goes on from a thread's first answer, a helper's, to those of others (a choice). */
const READS_ON = 0.7;
/** Helpers prepare a chapter's threads at one sitting: days before the course, lognormal, and hours from one to the next; in so many days after the
 * chapter is out each shows (choices). */
const PREPARED = { median: 18, sd: 0.5, apart: 0.4, shows: 0.4 };

/** Posts of people who are not of the pool in a thread, logarithm's mean in those of helpers and of learners, and deviation; half of them are there after so many days
 * (choices). */
const TALK = { inHelpers: 1.6, inLearners: 0.4, sd: 1.2, days: 2.5 };

/** What others have answered, or begun. */
interface Written {
  readonly id: string;
  readonly author: string;
}

/** A thread as its readers know it. */
export interface Thread extends Written {
  readonly topic: Topic;
  readonly title: string;
  readonly theme: Theme;
  /** Whether a helper has begun it. */
  readonly isOfHelper: boolean;
  /** From when on it is found, microseconds since 1970. */
  readonly shows: number;
  /** Answers of learners. */
  readonly answers: LastOfLower<Written>;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
}

/** The forum's processes serve all courses. */
const FORUM = 'forum';

/** The id of a post, made at a time in microseconds since 1970. */
export const postId = (time: number, what: string): string => objectIdOf(time, FORUM, what);

/** When a post was written, by its id, microseconds since 1970. */
const writtenAt = (id: string): number => parseInt(id.slice(0, 8), 16) * SECOND;

/** The id of what somebody writes now, and the platform gets so many microseconds later. */
export const newPost = ({ now, learner }: SessionContext, delay: number): string =>
  postId(now + delay, `${learner.username} ${now}`);

/** What somebody who is not enrolled wrote in answer to a thread, minutes to some hours after it was begun. */
export const noiseAfter = ({ id }: Pick<Thread, 'id'>, what: string): string =>
  postId(writtenAt(id) + 600 * SECOND + hash(id, what, 0) * 5, `${id} ${what}`);

/** Whether a post of somebody's own is there by some microseconds from now: what it is about to write in another tab is not. */
export const isThere = ({ now }: SessionContext, { id }: { readonly id: string }, delay: number): boolean =>
  writtenAt(id) + 2 * SECOND <= now + delay;

/** One of some things, the last first: the last most of all. */
const lately = <T>(habits: Stream, things: readonly T[]): T => things[Math.floor(things.length * habits() ** 2)]!;

/** The threads of a course's forum, as far as anybody of a pool comes upon them. */
export class Board {
  readonly #topicOf: (course: Course, chapter: number, number: number) => Topic;
  readonly #begun = new LastOfLower<Thread>(LAST_THREADS);
  /** By course and chapter. */
  readonly #ofHelpers = new Map<string, readonly Thread[]>();

  /** @param topicOf where helpers have begun their threads: by chapter, and number in it */
  constructor(topicOf: (course: Course, chapter: number, number: number) => Topic) {
    this.#topicOf = topicOf;
  }

  /** A thread that somebody begins, so many microseconds from now; others find it unless it is gone again. */
  begin(
    { learner, now }: SessionContext,
    delay: number,
    begun: Pick<Thread, 'id' | 'topic' | 'title' | 'theme'>,
    isFleeting = false,
  ): Thread {
    const shows = now + delay + FOUND_AFTER;
    const thread = {
      ...begun,
      author: learner.username,
      isOfHelper: false,
      shows,
      answers: new LastOfLower<Written>(LAST_ANSWERS),
    };
    if (!isFleeting) this.#begun.put(learner.number, shows, thread);
    return thread;
  }

  /** Others find an answer that somebody gives, so many microseconds from now. */
  answer({ answers }: Thread, { learner, now }: SessionContext, delay: number, id: string): void {
    answers.put(learner.number, now + delay + FOUND_AFTER, { id, author: learner.username });
  }

  /** Whether a thread of somebody else waits for its first answer, as far as somebody sees so many microseconds from now. */
  waits(thread: Thread, visit: SessionContext, delay: number): boolean {
    visit.meets?.('threads');
    return this.#waits(thread, visit, delay);
  }

  #waits({ author, isOfHelper, answers }: Thread, { learner, now }: SessionContext, delay: number): boolean {
    // Whoever has answered knows that.
    return !isOfHelper && author !== learner.username && answers.foundBy(learner.number + 1, now + delay).length === 0;
  }

  /**
   * A thread that somebody opens so many microseconds from now: of its own, of other learners, the newest that waits for an answer most of all, or
   * of helpers; undefined where none is there.
   *
   * @param own the last that it has begun
   * @param chapter whose it is; undefined for any that is out
   * @param topic of the chapter
   */
  find(
    visit: SessionContext,
    random: Stream,
    delay: number,
    own: Thread | undefined,
    chapter?: number,
    topic?: Topic,
  ): Thread | undefined {
    const { learner, now } = visit;
    const since = ({ id }: Thread, days: number): number => 2 ** ((writtenAt(id) - now) / DAY / days);
    if (own && random() < OWN.returns * since(own, OWN.days)) return own;
    visit.meets?.('threads');
    const found = this.#begun.foundBy(learner.number, now + delay);
    const others = topic ? found.filter((thread) => thread.topic.id === topic.id) : found;
    const waiting = others.find((thread) => this.#waits(thread, visit, delay));
    if (waiting && random() < WAITING.looks * since(waiting, WAITING.days)) return waiting;
    if (random() * (others.length + HELPERS_WEIGH) < others.length) return lately(random, others);
    const shown = this.#helpersThreads(visit, chapter ?? integer(random, 0, chapterNow(visit))).filter(
      ({ shows }) => shows <= now + delay,
    );
    return shown.length > 0 ? pick(random, shown) : undefined;
  }

  /** How many posts there are to read in a thread, as far as somebody finds them now. */
  postsIn({ id, answers, isOfHelper, shows }: Thread, visit: SessionContext): number {
    const { learner, now } = visit;
    visit.meets?.('threads');
    const talk = Math.exp((isOfHelper ? TALK.inHelpers : TALK.inLearners) + TALK.sd * hashedNormal(id, 'talk', 0));
    const there = 1 - 2 ** (Math.min(0, shows - now) / DAY / TALK.days);
    return 1 + Math.floor(talk * there) + answers.foundBy(learner.number, now).length;
  }

  /** The last answer of a learner in a thread that somebody finds so many microseconds from now; undefined where there is none. */
  lastAnswer({ answers }: Thread, visit: SessionContext, delay: number): string | undefined {
    const { learner, now } = visit;
    visit.meets?.('threads');
    return answers.foundBy(learner.number, now + delay)[0]?.id;
  }

  /** An answer in a thread that somebody finds so many microseconds from now, of a learner or, where one has begun it, of a helper; none, where nobody has answered yet. */
  answerIn(thread: Thread, visit: SessionContext, random: Stream, delay: number): Written | undefined {
    const { learner, now } = visit;
    visit.meets?.('threads');
    const found = thread.answers.foundBy(learner.number, now + delay);
    const { id, author, isOfHelper } = thread;
    if (found.length > 0 && (!isOfHelper || random() < READS_ON)) return lately(random, found);
    return isOfHelper ? { id: noiseAfter({ id }, 'answer'), author } : undefined;
  }

  /** Threads that helpers have begun for a chapter. */
  #helpersThreads({ course, start }: SessionContext, chapter: number): readonly Thread[] {
    const address = `${course.id} thread ${chapter}`;
    const known = this.#ofHelpers.get(address);
    if (known) return known;
    const random = stream(course.id, 'helpers', chapter);
    let made = start - lognormal(random, Math.log(PREPARED.median), PREPARED.sd) * DAY;
    const threads = ASKED.map(([title, theme], number) => {
      made -= exponential(random, PREPARED.apart) * HOUR;
      return {
        id: postId(made, `${address} ${number}`),
        topic: this.#topicOf(course, chapter, number),
        author: HELPERS[(chapter + number) % HELPERS.length]!,
        title,
        theme,
        isOfHelper: true,
        shows: start + (course.chapters[chapter]!.release + exponential(random, PREPARED.shows)) * DAY,
        answers: new LastOfLower<Written>(LAST_ANSWERS),
      };
    });
    this.#ofHelpers.set(address, threads);
    return threads;
  }
}
