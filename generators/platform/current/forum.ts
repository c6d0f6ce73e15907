import { chance, integer, pick, type Stream } from '../../../src/base/random/index.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import { latency } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { appsOf } from './addresses.ts';
import { micros } from './grades.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import { standingOf } from './standing.ts';
import { answerTo, chapterNow, postId, someThread, topicOf, type Thread, type Topic } from './threads.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;

const SEARCHES = ['recursion', 'grader', 'deadline', 'off by one', 'certificate', 'problem 3'];
const THANKS = ['Thank you, that helped.', 'Thanks!', 'I had the same question.', 'This is clear now – thank you.'];

/** What is reported, and whose it is: of people who are no longer enrolled. */
const NOISE = ['Buy followers here: example.com', 'first!!!', 'answers for sale'];
const STRANGERS = ['promo_4411', 'xx_gone_xx', 'anon-visitor'];

const THREADS = '/api/discussion/v1/threads/';
const COMMENTS = '/api/discussion/v1/comments/';

const LONGEST_TITLE = 1000;
const LONGEST_BODY = 2000;

/** The id of what somebody writes now, and the platform gets so many microseconds later. */
const newPost = ({ now, learner }: SessionContext, delay: number): string =>
  postId(now + delay, `${learner.username} ${now}`);

const paragraph = (text: string): string =>
  `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</p>`;

const cut = (text: string, most: number) => ({ text: text.slice(0, most), truncated: text.length > most });

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
    this.#request(visit, THREADS, delay, GET);
    if (!chance(habits, HABITS.readsThread)) return;
    const thread = someThread(visit, habits);
    this.#read.set(visit, thread);
    delay += 1_200_000 + Math.min(2_000_000, micros(habits, 0.8, 0.6));
    this.#answer(
      visit,
      COMMENTS,
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
      { thread_id: thread.id, page: '1', page_size: '10' },
    );
    visit.answered = Math.max(visit.answered, visit.now + delay);
  }

  /** What somebody does beside reading, so many microseconds from now. */
  linger(visit: SessionContext, habits: Stream, delay: number): void {
    const thread = this.#read.get(visit);
    if (chance(habits, HABITS.searchesForum)) this.#search(visit, habits, delay);
    else if (thread === undefined) return;
    else if (chance(habits, HABITS.follows)) this.#follow(visit, thread, delay);
    else if (chance(habits, HABITS.thanks))
      this.#vote(visit, thread, `${COMMENTS}${answerTo(thread)}/`, events.responseVoted, answerTo(thread), delay);
    else if (chance(habits, HABITS.comments)) this.#comment(visit, thread, habits, delay);
    else if (chance(habits, HABITS.reports)) this.#report(visit, thread, habits, delay);
  }

  #search(visit: SessionContext, habits: Stream, delay: number): void {
    const query = pick(habits, SEARCHES);
    const total_results = integer(habits, 0, 40);
    const found = { query, search_type: 'Content', corrected_text: null, group_id: null, page: 1, total_results };
    const GET = { course_id: visit.course.id, text_search: query, page: '1' };
    this.#answer(visit, THREADS, events.forumSearched, found, delay, GET);
  }

  /** Follows a thread, or no longer. */
  #follow(visit: SessionContext, thread: Thread, delay: number): void {
    const { followed } = standingOf(visit.learner);
    const isFollowed = followed.delete(thread.id);
    if (!isFollowed) followed.add(thread.id);
    const path = `${THREADS}${thread.id}/`;
    const { id, ...tail } = this.#tail(visit, thread.id, thread.topic);
    const payload = { commentable_id: thread.topic.id, id, followed: !isFollowed, ...tail };
    this.#answer(visit, path, isFollowed ? events.threadUnfollowed : events.threadFollowed, payload, delay);
  }

  /** Comments an answer that a helper has given. */
  #comment(visit: SessionContext, thread: Thread, habits: Stream, delay: number): void {
    this.#answer(
      visit,
      COMMENTS,
      events.commentCreated,
      {
        discussion: { id: thread.id },
        commentable_id: thread.topic.id,
        options: { followed: false },
        from_mfe_sidebar: false,
        response: { id: answerTo(thread) },
        truncated: false,
        body: paragraph(pick(habits, THANKS)),
        ...this.#tail(visit, newPost(visit, delay), thread.topic),
      },
      delay,
    );
  }

  #report(visit: SessionContext, thread: Thread, habits: Stream, delay: number): void {
    const path = `${COMMENTS}${answerTo(thread)}/`;
    this.#answer(
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
    else this.#respond(visit, thread, text, habits);
  }

  #begin(visit: SessionContext, text: string, habits: Stream): void {
    const { course } = visit;
    const topic = topicOf(course, chapterNow(visit));
    const delay = latency(visit.networkRandom, 0.1);
    const [first = text] = text.split(/(?<=[.!?])\s/);
    const title = cut(first, LONGEST_TITLE);
    const body = cut(paragraph(text), LONGEST_BODY);
    const id = newPost(visit, delay);
    this.#answer(
      visit,
      THREADS,
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

  #respond(visit: SessionContext, thread: Thread, text: string, habits: Stream): void {
    const delay = latency(visit.networkRandom, 0.1);
    const body = cut(paragraph(text), LONGEST_BODY);
    const id = newPost(visit, delay);
    this.#answer(
      visit,
      COMMENTS,
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
    if (chance(habits, HABITS.votes)) {
      const later = delay + 600_000 + micros(habits, 0.5, 0.4);
      this.#vote(visit, thread, `${THREADS}${thread.id}/`, events.threadVoted, thread.id, later);
    }
  }

  /** Gives a vote to a helper's thread, or to its answer. */
  #vote(
    visit: SessionContext,
    { topic, author }: Thread,
    path: string,
    type: typeof events.threadVoted | typeof events.responseVoted,
    id: string,
    delay: number,
  ): void {
    const vote = { commentable_id: topic.id, target_username: author, undo_vote: false, vote_value: 'up' } as const;
    this.#answer(visit, path, type, { ...vote, ...this.#tail(visit, id, topic) }, delay);
  }

  #tail(visit: SessionContext, id: string, { id: category_id, name: category_name }: Topic) {
    const url = `${appsOf(visit.course)}/`;
    return { id, category_name, category_id, url, user_forums_roles: ['Student'], user_course_roles: [] };
  }

  #request(visit: SessionContext, path: string, delay: number, GET: Record<string, string>): void {
    this.#lines.request(visit, `${appsOf(visit.course)}/`, path, delay, { GET });
  }

  /** A request, and what the forum logs while it answers. */
  #answer<T extends EventType>(
    visit: SessionContext,
    path: string,
    type: T,
    payload: Payload<T>,
    asked: number,
    GET: Record<string, string> = {},
  ): void {
    this.#request(visit, path, asked, GET);
    const delay = asked + 10_000 + micros(visit.networkRandom, 0.06, 0.6);
    this.#lines.server(visit, `${appsOf(visit.course)}/`, path, true, type, payload, delay);
  }
}
