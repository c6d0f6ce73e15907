import { chance, integer, pick, type Stream } from '../../../src/base/random/index.ts';
import { DAY, SECOND } from '../../../src/base/time.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Course } from '../../course/course.ts';
import { latency } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { appsOf } from './addresses.ts';
import { micros } from './grades.ts';
import { HABITS } from './habits.ts';
import { hexOf } from './ids.ts';
import type { Lines } from './lines.ts';
import { standingOf } from './standing.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;

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

const SEARCHES = ['recursion', 'grader', 'deadline', 'off by one', 'certificate', 'problem 3'];
const THANKS = ['Thank you, that helped.', 'Thanks!', 'I had the same question.', 'This is clear now – thank you.'];

/** What is reported, and whose it is: of people who are no longer enrolled. */
const NOISE = ['Buy followers here: example.com', 'first!!!', 'answers for sale'];
const STRANGERS = ['promo_4411', 'xx_gone_xx', 'anon-visitor'];

const LONGEST_TITLE = 1000;
const LONGEST_BODY = 2000;

/** A thread as its readers know it. */
interface Thread {
  readonly id: string;
  readonly topic: Topic;
  readonly author: string;
  readonly title: string;
}

interface Topic {
  readonly id: string;
  readonly name: string;
}

/** An id of MongoDB: seconds since 1970, and digits of its own. */
const postId = (time: number, what: string): string =>
  Math.floor(time / SECOND)
    .toString(16)
    .padStart(8, '0') + hexOf(what, 16);

const paragraph = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;

const cut = (text: string, most: number) => ({ text: text.slice(0, most), truncated: text.length > most });

/** The first answer to a thread, a helper's, an hour after it was begun. */
const answerTo = ({ id }: Thread): string => postId((parseInt(id.slice(0, 8), 16) + 3600) * SECOND, `${id} answer`);

/** A topic of a chapter, which stands in the course's outline. */
function topicOf(course: Course, chapter: number): Topic {
  const { title, sequences } = course.chapters[chapter]!;
  return { id: hexOf(`${course.id} topic ${chapter}`, 32), name: `${title} / ${sequences[0]!.title}` };
}

/** The forum: what people read and write there. */
export class Forum {
  readonly #lines: Lines;
  /** The thread that somebody has read last. */
  readonly #read = new WeakMap<SessionContext, Thread>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Looks at the list of threads, and mostly into one; `from` microseconds from now. */
  visit(visit: SessionContext, habits: Stream, from: number): void {
    const { course, networkRandom: random } = visit;
    let delay = from + micros(random, 0.15, 0.5);
    const GET = { course_id: course.id, page: '1', page_size: '10', order_by: 'last_activity_at' };
    this.#request(visit, '/api/discussion/v1/threads/', delay, GET);
    if (!chance(habits, HABITS.readsThread)) return;
    const thread = this.#someThread(visit, habits);
    this.#read.set(visit, thread);
    delay += 1_200_000 + Math.min(2_000_000, micros(habits, 0.8, 0.6));
    const path = '/api/discussion/v1/comments/';
    this.#request(visit, path, delay, { thread_id: thread.id, page: '1', page_size: '10' });
    this.#log(
      visit,
      path,
      events.threadViewed,
      {
        commentable_id: thread.topic.id,
        from_mfe_sidebar: false,
        target_username: thread.author,
        title_truncated: false,
        title: thread.title,
        ...this.#tail(visit, thread.id, thread.topic),
      },
      delay,
    );
    visit.answered = Math.max(visit.answered, visit.now + delay);
  }

  /** What somebody does beside reading, so many microseconds from now. */
  linger(visit: SessionContext, habits: Stream, delay: number): void {
    const thread = this.#read.get(visit);
    if (chance(habits, HABITS.searchesForum)) this.#search(visit, habits, delay);
    else if (thread === undefined) return;
    else if (chance(habits, HABITS.follows)) this.#follow(visit, thread, delay);
    else if (chance(habits, HABITS.thanks)) this.#thank(visit, thread, delay);
    else if (chance(habits, HABITS.comments)) this.#comment(visit, thread, habits, delay);
    else if (chance(habits, HABITS.reports)) this.#report(visit, thread, habits, delay);
  }

  #search(visit: SessionContext, habits: Stream, delay: number): void {
    const query = pick(habits, SEARCHES);
    const path = '/api/discussion/v1/threads/';
    this.#request(visit, path, delay, { course_id: visit.course.id, text_search: query, page: '1' });
    const total_results = integer(habits, 0, 40);
    const found = { query, search_type: 'Content', corrected_text: null, group_id: null, page: 1, total_results };
    this.#log(visit, path, events.forumSearched, found, delay);
  }

  /** Follows a thread, or no longer. */
  #follow(visit: SessionContext, thread: Thread, delay: number): void {
    const { followed } = standingOf(visit.learner);
    const isFollowed = followed.delete(thread.id);
    if (!isFollowed) followed.add(thread.id);
    const path = `/api/discussion/v1/threads/${thread.id}/`;
    this.#request(visit, path, delay);
    const { id, ...tail } = this.#tail(visit, thread.id, thread.topic);
    const payload = { commentable_id: thread.topic.id, id, followed: !isFollowed, ...tail };
    this.#log(visit, path, isFollowed ? events.threadUnfollowed : events.threadFollowed, payload, delay);
  }

  /** Gives a vote to the answer of a helper. */
  #thank(visit: SessionContext, thread: Thread, delay: number): void {
    const path = `/api/discussion/v1/comments/${answerTo(thread)}/`;
    this.#request(visit, path, delay);
    const payload = {
      commentable_id: thread.topic.id,
      target_username: thread.author,
      undo_vote: false,
      vote_value: 'up' as const,
      ...this.#tail(visit, answerTo(thread), thread.topic),
    };
    this.#log(visit, path, events.responseVoted, payload, delay);
  }

  /** Comments an answer that a helper has given. */
  #comment(visit: SessionContext, thread: Thread, habits: Stream, delay: number): void {
    const path = '/api/discussion/v1/comments/';
    this.#request(visit, path, delay);
    this.#log(
      visit,
      path,
      events.commentCreated,
      {
        discussion: { id: thread.id },
        commentable_id: thread.topic.id,
        options: { followed: false },
        from_mfe_sidebar: false,
        response: { id: answerTo(thread) },
        truncated: false,
        body: paragraph(pick(habits, THANKS)),
        ...this.#tail(visit, postId(visit.now + delay, `${visit.learner.username} ${visit.now}`), thread.topic),
      },
      delay,
    );
  }

  #report(visit: SessionContext, thread: Thread, habits: Stream, delay: number): void {
    const path = `/api/discussion/v1/comments/${answerTo(thread)}/`;
    this.#request(visit, path, delay);
    this.#log(
      visit,
      path,
      events.responseReported,
      {
        discussion: { id: thread.id },
        body: paragraph(pick(habits, NOISE)),
        truncated: false,
        commentable_id: thread.topic.id,
        content_type: 'Response',
        target_username: pick(habits, STRANGERS),
        ...this.#tail(visit, answerTo(thread), thread.topic),
      },
      delay,
    );
  }

  /** Writes: an answer to what was read, or a thread; who only agrees votes or follows. */
  post(visit: SessionContext, text: string, habits: Stream): void {
    const thread = this.#read.get(visit);
    if (thread === undefined || chance(habits, HABITS.beginsThread)) this.#begin(visit, text, habits);
    else this.#answer(visit, thread, text, habits);
  }

  #begin(visit: SessionContext, text: string, habits: Stream): void {
    const { course, learner } = visit;
    const topic = topicOf(course, this.#chapterNow(visit));
    const delay = latency(visit.networkRandom, 0.1);
    const path = '/api/discussion/v1/threads/';
    this.#request(visit, path, delay);
    const [first = text] = text.split(/(?<=[.!?])\s/);
    const title = cut(first, LONGEST_TITLE);
    const body = cut(paragraph(text), LONGEST_BODY);
    const id = postId(visit.now + delay, `${learner.username} ${visit.now}`);
    this.#log(
      visit,
      path,
      events.threadCreated,
      {
        commentable_id: topic.id,
        group_id: null,
        thread_type: chance(habits, 0.6) ? 'question' : 'discussion',
        anonymous: false,
        anonymous_to_peers: false,
        options: { followed: true, notify_all_learners: false },
        from_mfe_sidebar: false,
        title_truncated: title.truncated,
        title: title.text,
        truncated: body.truncated,
        body: body.text,
        ...this.#tail(visit, id, topic),
      },
      delay,
    );
  }

  #answer(visit: SessionContext, thread: Thread, text: string, habits: Stream): void {
    const { learner } = visit;
    const delay = latency(visit.networkRandom, 0.1);
    const path = '/api/discussion/v1/comments/';
    this.#request(visit, path, delay);
    const body = cut(paragraph(text), LONGEST_BODY);
    const id = postId(visit.now + delay, `${learner.username} ${visit.now}`);
    this.#log(
      visit,
      path,
      events.responseCreated,
      {
        discussion: { id: thread.id },
        commentable_id: thread.topic.id,
        options: { followed: false },
        from_mfe_sidebar: false,
        truncated: body.truncated,
        body: body.text,
        ...this.#tail(visit, id, thread.topic),
      },
      delay,
    );
    if (chance(habits, HABITS.votes)) this.#vote(visit, thread, delay + 600_000 + micros(habits, 0.5, 0.4));
  }

  #vote(visit: SessionContext, thread: Thread, delay: number): void {
    const path = `/api/discussion/v1/threads/${thread.id}/`;
    this.#request(visit, path, delay);
    this.#log(
      visit,
      path,
      events.threadVoted,
      {
        commentable_id: thread.topic.id,
        target_username: thread.author,
        undo_vote: false,
        vote_value: 'up',
        ...this.#tail(visit, thread.id, thread.topic),
      },
      delay,
    );
  }

  /** A thread of a chapter that is out: helpers begin one for each in the week before. */
  #someThread(visit: SessionContext, habits: Stream): Thread {
    const { course, start } = visit;
    const chapter = integer(habits, 0, this.#chapterNow(visit));
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
  #chapterNow({ course, day }: SessionContext): number {
    return Math.max(
      0,
      course.chapters.findLastIndex(({ release }) => release <= day),
    );
  }

  #tail(visit: SessionContext, id: string, { id: category_id, name: category_name }: Topic) {
    const url = `${appsOf(visit.course)}/`;
    return { id, category_name, category_id, url, user_forums_roles: ['Student'], user_course_roles: [] };
  }

  #request(visit: SessionContext, path: string, delay: number, GET: Record<string, string> = {}): void {
    this.#lines.request(visit, `${appsOf(visit.course)}/`, path, delay, { GET });
  }

  #log<T extends EventType>(visit: SessionContext, path: string, type: T, payload: Payload<T>, asked: number): void {
    const delay = asked + 10_000 + micros(visit.networkRandom, 0.06, 0.6);
    this.#lines.server(visit, `${appsOf(visit.course)}/`, path, true, type, payload, delay);
  }
}
