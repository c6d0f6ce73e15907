/** Threads that people meet in the forum, each known by its address alone. */
import { hash, integer, type Stream } from '../../../src/base/random/index.ts';
import { DAY, SECOND } from '../../../src/base/time.ts';
import type { Course } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { objectIdOf } from '../object-ids.ts';
import { hexOf } from './ids.ts';

/** Who begins the threads that people meet: helpers of the course, who are not enrolled, so that nobody waits for anybody. */
const HELPERS = ['ta_miriam', 'ta_jun', 'ta_oluwaseun', 'course_team', 'community_ta_3', 'ta_beatriz'];

const TITLES = [
  'Questions about this week',
  'Where did you get stuck?',
  'Introduce yourself',
  'Hints, not answers, please',
  'Errata and corrections',
  'Is there another way to do it?',
  'Study groups',
  'What did you find hard?',
];

/** A thread as its readers know it. */
export interface Thread {
  readonly id: string;
  readonly topic: Topic;
  readonly author: string;
  readonly title: string;
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

/** The first answer to a thread, a helper's. */
export const answerTo = (thread: Thread): string => noiseAfter(thread, 'answer');

/** A topic of a chapter, which stands in the course's outline. */
export function topicOf(course: Course, chapter: number): Topic {
  const { title, sequences } = course.chapters[chapter]!;
  return { id: hexOf(`${course.id} topic ${chapter}`, 32), name: `${title} / ${sequences[0]!.title}` };
}

/** A thread of a chapter that is out: helpers begin one for each in the week before. */
export function someThread(visit: SessionContext, habits: Stream, of?: number): Thread {
  const { course, start } = visit;
  const chapter = of ?? integer(habits, 0, chapterNow(visit));
  const topic = topicOf(course, chapter);
  const number = integer(habits, 0, TITLES.length - 1);
  const begun =
    start +
    (course.chapters[chapter]!.release - 7) * DAY +
    (number + hash(course.id, 'thread', chapter * TITLES.length + number) / 2 ** 32) * 5 * 3600 * SECOND;
  return {
    id: postId(begun, `${course.id} thread ${chapter} ${number}`),
    topic,
    author: HELPERS[(chapter + number) % HELPERS.length]!,
    title: TITLES[number]!,
  };
}

/** The newest chapter that is out, by index. */
export function chapterNow({ course, day }: SessionContext): number {
  return Math.max(
    0,
    course.chapters.findLastIndex(({ release }) => release <= day),
  );
}
