/** Threads that people meet in the forum: those of the course's helpers, each known by its address alone, and those of other learners. */
import { hash, hashedShare, integer, type Stream } from '../../../src/base/random/index.ts';
import { DAY, SECOND } from '../../../src/base/time.ts';
import type { Course } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { chapterNow, type Theme } from '../../model/subjects.ts';
import { objectIdOf } from '../object-ids.ts';
import { HABITS } from './habits.ts';
import { hexOf } from './ids.ts';
import { FOUND_AFTER, LastOfLower } from './lower-numbers.ts';

/** Helpers of the course, who are not enrolled: they begin threads for all, so that nobody waits for anybody, and answer others. */
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

/** What somebody who is not enrolled wrote in answer to a thread, minutes to some hours after it was begun. */
export const noiseAfter = ({ id }: Thread, what: string): string =>
  postId(writtenAt(id) + 600 * SECOND + hash(id, what, 0) * 5, `${id} ${what}`);

/** Whether a post of somebody's own is there by some microseconds from now: what it is about to write in another tab is not. */
export const isThere = ({ now }: SessionContext, { id }: { readonly id: string }, delay: number): boolean =>
  writtenAt(id) + 2 * SECOND <= now + delay;

/** A topic of a chapter, which stands in the course's outline. */
export function topicOf(course: Course, chapter: number): Topic {
  const { title, sequences } = course.chapters[chapter]!;
  return { id: hexOf(`${course.id} topic ${chapter}`, 32), name: `${title} / ${sequences[0]!.title}` };
}

/** One of some things, the last first: the last most of all. */
const lately = <T>(habits: Stream, things: readonly T[]): T => things[Math.floor(things.length * habits() ** 2)]!;

/** The threads of a course's forum, as far as anybody of a pool comes upon them. */
export class Threads {
  readonly #begun = new LastOfLower<Thread>(LAST_THREADS);
  /** By id. */
  readonly #ofHelpers = new Map<string, Thread>();

  /** A thread that somebody begins, so many microseconds from now; others find it unless it is gone again. */
  begin(
    { learner, now }: SessionContext,
    delay: number,
    begun: Omit<Thread, 'author' | 'isOfHelper' | 'answers'>,
    isFleeting: boolean,
  ): Thread {
    const thread = {
      ...begun,
      author: learner.username,
      isOfHelper: false,
      answers: new LastOfLower<Written>(LAST_ANSWERS),
    };
    if (!isFleeting) this.#begun.put(learner.number, now + delay + FOUND_AFTER, thread);
    return thread;
  }

  /**
   * A thread that somebody opens so many microseconds from now: of its own, of other learners, or of helpers.
   *
   * @param posts its own
   * @param chapter whose it is; undefined for any that is out
   */
  find(
    visit: SessionContext,
    habits: Stream,
    delay: number,
    posts: readonly { readonly thread?: Thread }[],
    chapter?: number,
  ): Thread {
    const { course, learner, now } = visit;
    const { id: topic } = chapter === undefined ? { id: undefined } : topicOf(course, chapter);
    const isHere = (thread: Thread): boolean => topic === undefined || thread.topic.id === topic;
    const own = posts.findLast(({ thread }) => thread && isHere(thread) && isThere(visit, thread, delay))?.thread;
    if (own && habits() < HABITS.returnsToOwn) return own;
    visit.meets?.();
    const others = this.#begun.foundBy(learner.number, now + delay).filter(isHere);
    if (habits() * (others.length + HELPERS_WEIGH) < others.length) return lately(habits, others);
    return this.#ofHelper(visit, habits, chapter);
  }

  /** An answer in a thread that somebody finds so many microseconds from now, of a learner or a helper; none, where nobody has answered yet. */
  answerIn(thread: Thread, visit: SessionContext, habits: Stream, delay: number): Written | undefined {
    const { learner, now } = visit;
    const { isOfHelper, author } = thread;
    visit.meets?.();
    const found = thread.answers.foundBy(learner.number, now + delay);
    if (found.length > 0 && habits() < HABITS.readsOn) return lately(habits, found);
    const id = noiseAfter(thread, 'answer');
    if (writtenAt(id) + FOUND_AFTER > now + delay) return found[0];
    return { id, author: isOfHelper ? author : HELPERS[hash(id, 'helper', 0) % HELPERS.length]! };
  }

  /** A thread of a chapter that is out: helpers begin one for each in the week before. */
  #ofHelper(visit: SessionContext, habits: Stream, of?: number): Thread {
    const { course, start } = visit;
    const chapter = of ?? integer(habits, 0, chapterNow(visit));
    const number = integer(habits, 0, ASKED.length - 1);
    const begun =
      start +
      (course.chapters[chapter]!.release - 7) * DAY +
      (number + hashedShare(course.id, 'thread', chapter * ASKED.length + number)) * 5 * 3600 * SECOND;
    const id = postId(begun, `${course.id} thread ${chapter} ${number}`);
    let thread = this.#ofHelpers.get(id);
    if (!thread) {
      const author = HELPERS[(chapter + number) % HELPERS.length]!;
      const topic = topicOf(course, chapter);
      const [title, theme] = ASKED[number]!;
      thread = { id, topic, author, title, theme, isOfHelper: true, answers: new LastOfLower(LAST_ANSWERS) };
      this.#ofHelpers.set(id, thread);
    }
    return thread;
  }
}
