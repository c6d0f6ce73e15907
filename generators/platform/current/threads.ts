/** Threads that people meet in the forum, each known by its address alone. */
import { integer, type Stream } from '../../../src/base/random/index.ts';
import { DAY, SECOND } from '../../../src/base/time.ts';
import type { Course } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
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

/** An id of MongoDB: seconds since 1970, and digits of its own. */
export const postId = (time: number, what: string): string =>
  Math.floor(time / SECOND)
    .toString(16)
    .padStart(8, '0') + hexOf(what, 16);

/** The first answer to a thread, a helper's, an hour after it was begun. */
export const answerTo = ({ id }: Thread): string =>
  postId((parseInt(id.slice(0, 8), 16) + 3600) * SECOND, `${id} answer`);

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
  const begun = start + (course.chapters[chapter]!.release - 7) * DAY + number * 5 * 3600 * SECOND;
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
