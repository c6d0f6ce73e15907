import { below, chance, integer, pick, type Stream } from '../../../src/base/random/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import { latency } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { chapterNow, type Post, type Said } from '../../model/subjects.ts';
import { said } from '../../model/texts.ts';
import { Board, isThere, newPost, type Thread, type Topic } from '../board.ts';
import { search } from '../threads.ts';
import { bodyOf, COMMENTS, cut, ForumApp, THREADS, topicOf } from './forum-app.ts';
import { report, tend } from './forum-order.ts';
import { micros } from './grades.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import type { ForumPage, UnitPage } from './page.ts';
import { standingOf } from './standing.ts';

/** Microseconds that are left after somebody has written. */
const SPARE = 3_000_000;
const LONGEST_TITLE = 1000;

/** Whether somebody writes where people on average do so with a chance. */
const writes = ({ learner }: SessionContext, habits: Stream, average: number): boolean =>
  chance(habits, learner.home.habits.chance('writes in the forum', average));

/** The forum: what people read and write there. */
export class Forum {
  readonly #app: ForumApp;
  readonly #board = new Board(topicOf);
  /** The thread that somebody has read last. */
  readonly #read = new WeakMap<SessionContext, Thread>();

  constructor(lines: Lines) {
    this.#app = new ForumApp(lines);
  }

  /** Looks at the list of threads, and mostly into one; `from` microseconds from now. */
  visit(visit: SessionContext, page: ForumPage, habits: Stream, from: number): void {
    this.#app.turnTo(visit, page.load);
    const { course, networkRandom: random } = visit;
    let delay = from + micros(random, 0.15, 0.5);
    const GET = { course_id: course.id, page: '1', page_size: '10', order_by: 'last_activity_at' };
    this.#app.request(visit, THREADS, delay, GET);
    if (!chance(habits, HABITS.readsThread)) return;
    delay += 1_200_000 + Math.round(below(2_000_000, micros(habits, 0.8, 0.6)));
    const thread = this.#board.find(visit, habits, delay, this.#own(visit, delay));
    if (!thread) return;
    this.#look(visit, thread, false, delay);
    visit.awaits(delay);
  }

  /** The last thread that somebody has begun, in a topic or any, and finds so many microseconds from now. */
  #own(visit: SessionContext, delay: number, topic?: Topic): Thread | undefined {
    const { posts } = standingOf(visit.learner);
    return posts.findLast(
      ({ thread }) => thread && (!topic || thread.topic.id === topic.id) && isThere(visit, thread, delay),
    )?.thread;
  }

  /** The forum beside a unit: looks into a thread of its chapter, and writes there where the time is left for it. */
  beside(visit: SessionContext, { sequence }: UnitPage, habits: Stream, from: number, until: number): void {
    this.#app.turnTo(visit, { hasToken: false });
    const { course } = visit;
    const chapter = course.chapters.findIndex(({ sequences }) => sequences.includes(sequence));
    // Staff look at chapters before anybody has begun a thread there.
    if (course.chapters[chapter]!.release > visit.day) return;
    const topic = topicOf(course, chapter);
    const GET = { course_id: course.id, topic_id: topic.id, page: '1', page_size: '10' };
    this.#app.request(visit, THREADS, from, GET);
    const thread = this.#board.find(visit, habits, from, this.#own(visit, from, topic), chapter, topic);
    if (!thread) return;
    const looked = from + 500_000 + Math.round(below(1_500_000, micros(habits, 0.6, 0.6)));
    this.#look(visit, thread, true, looked);
    const written = looked + micros(habits, HABITS.writes.median, HABITS.writes.sd);
    if (written + SPARE > until || !writes(visit, habits, HABITS.writesBeside)) return;
    const how = this.#board.waits(thread, visit, looked)
      ? 'respond'
      : pick(habits, ['begin', 'respond', 'respond', 'comment'] as const);
    const say = (what: 'question' | 'answer'): Said =>
      said(visit, what, chapter, thread.theme, visit.learner.visits, written);
    if (how === 'begin') this.#begin(visit, say('question'), habits, topic, written, true);
    else if (how === 'respond' || !this.#comment(visit, thread, habits, written, true))
      this.#respond(visit, thread, say('answer').body, habits, written, true);
    const reread = written + integer(habits, 4_000_000, 15_000_000);
    if (reread + SPARE <= until) tend(this.#app, visit, habits, reread);
  }

  /** The thread that somebody has in front, unless it has taken that away. */
  #inFront(visit: SessionContext): Thread | undefined {
    const thread = this.#read.get(visit);
    if (thread?.author !== visit.learner.username) return thread;
    return standingOf(visit.learner).posts.some(({ id }) => id === thread.id) ? thread : undefined;
  }

  #look(visit: SessionContext, thread: Thread, from_mfe_sidebar: boolean, delay: number): void {
    this.#read.set(visit, thread);
    this.#app.answer(
      visit,
      COMMENTS,
      events.threadViewed,
      {
        commentable_id: thread.topic.id,
        from_mfe_sidebar,
        target_username: thread.author,
        title_truncated: false,
        title: thread.title,
        ...this.#app.tail(visit, thread.id, thread.topic),
      },
      delay,
      {
        thread_id: thread.id,
        page: '1',
        page_size: '10',
        ...(from_mfe_sidebar && { enable_in_context_sidebar: 'true' }),
      },
    );
    const { seen } = standingOf(visit.learner);
    const last = this.#board.lastAnswer(thread, visit, delay) ?? '';
    if (seen.get(thread.id) === last) return;
    seen.set(thread.id, last);
    this.#app.mark(visit, `${THREADS}${thread.id}/`, delay);
  }

  /** What somebody does beside reading, so many microseconds from now. */
  linger(visit: SessionContext, page: ForumPage, habits: Stream, delay: number): void {
    this.#app.turnTo(visit, page.load);
    const thread = this.#inFront(visit);
    if (tend(this.#app, visit, habits, delay)) return;
    const isReady = thread && this.#board.waits(thread, visit, delay) && micros(habits, HABITS.answers, 0.6) < delay;
    if (isReady && writes(visit, habits, HABITS.helps)) {
      const { body } = said(visit, 'answer', chapterNow(visit), thread.theme, visit.learner.visits, delay);
      this.#respond(visit, thread, body, habits, delay);
    } else if (chance(habits, HABITS.searchesForum)) this.#search(visit, habits, delay);
    else if (thread === undefined) return;
    else if (chance(habits, HABITS.follows)) this.#follow(visit, thread, delay);
    else if (chance(habits, HABITS.thanks)) this.#thank(visit, thread, habits, delay);
    else if (writes(visit, habits, HABITS.comments)) this.#comment(visit, thread, habits, delay);
    else if (thread.isOfHelper && chance(habits, HABITS.reports)) report(this.#app, visit, thread, habits, delay);
  }

  #search(visit: SessionContext, habits: Stream, delay: number): void {
    const query = search(visit);
    const total_results = integer(habits, 0, 40);
    const found = { query, search_type: 'Content', corrected_text: null, group_id: null, page: 1, total_results };
    const GET = { course_id: visit.course.id, text_search: query, page: '1' };
    this.#app.answer(visit, THREADS, events.forumSearched, found, delay, GET);
  }

  /** Follows a thread, or no longer. */
  #follow(visit: SessionContext, thread: Thread, delay: number): void {
    const { followed } = standingOf(visit.learner);
    const isFollowed = followed.delete(thread.id);
    if (!isFollowed) followed.add(thread.id);
    const path = `${THREADS}${thread.id}/`;
    const { id, ...tail } = this.#app.tail(visit, thread.id, thread.topic);
    const payload = { commentable_id: thread.topic.id, id, followed: !isFollowed, ...tail };
    this.#app.write(visit, path, isFollowed ? events.threadUnfollowed : events.threadFollowed, payload, delay);
  }

  /** Comments an answer, if there is one; tells whether there was. */
  #comment(visit: SessionContext, thread: Thread, habits: Stream, delay: number, from_mfe_sidebar = false): boolean {
    const answer = this.#board.answerIn(thread, visit, habits, delay);
    if (!answer) return false;
    const words = said(visit, 'comment', chapterNow(visit), thread.theme, visit.learner.visits, delay);
    const body = bodyOf(words.body).text;
    const id = newPost(visit, delay);
    const isFleeting = chance(habits, HABITS.takesBack);
    standingOf(visit.learner).posts.push({ kind: 'comment', id, topic: thread.topic, title: '', body, isFleeting });
    this.#app.write(
      visit,
      COMMENTS,
      events.commentCreated,
      {
        discussion: { id: thread.id },
        commentable_id: thread.topic.id,
        options: { followed: false },
        from_mfe_sidebar,
        response: { id: answer.id },
        truncated: false,
        body,
        ...this.#app.tail(visit, id, thread.topic),
      },
      delay,
    );
    return true;
  }

  /** Writes: an answer to what was read, or a thread; who only agrees votes or follows. */
  post(visit: SessionContext, page: ForumPage, post: Post, habits: Stream): void {
    this.#app.turnTo(visit, page.load);
    const thread = this.#inFront(visit);
    if (thread === undefined || chance(habits, HABITS.beginsThread)) this.#begin(visit, post(), habits);
    else this.#agree(visit, thread, habits, this.#respond(visit, thread, post(thread.theme).body, habits));
  }

  #begin(
    visit: SessionContext,
    written: Said,
    habits: Stream,
    topic = topicOf(visit.course, chapterNow(visit)),
    from = 0,
    from_mfe_sidebar = false,
  ): void {
    const delay = from + latency(visit, 0.1);
    const title = cut(written.title, LONGEST_TITLE);
    const body = bodyOf(written.body);
    const id = newPost(visit, delay);
    const isFleeting = chance(habits, HABITS.takesBack);
    const thread = this.#board.begin(visit, delay, { id, topic, title: title.text, theme: written.theme }, isFleeting);
    const { posts, followed } = standingOf(visit.learner);
    posts.push({ kind: 'thread', id, topic, title: title.text, body: body.text, isFleeting, thread });
    followed.add(id);
    this.#app.write(
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
        from_mfe_sidebar,
        title_truncated: title.truncated,
        title: title.text,
        truncated: body.truncated,
        body: body.text,
        ...this.#app.tail(visit, id, topic),
      },
      delay,
    );
    if (!chance(habits, HABITS.opensOwn)) return;
    const looked = delay + 900_000 + Math.round(below(1_200_000, micros(habits, 0.5, 0.5)));
    this.#look(visit, thread, from_mfe_sidebar, looked);
    visit.awaits(looked);
  }

  /** @returns when the request is sent, microseconds from now */
  #respond(
    visit: SessionContext,
    thread: Thread,
    text: string,
    habits: Stream,
    from = 0,
    from_mfe_sidebar = false,
  ): number {
    const delay = from + latency(visit, 0.1);
    const body = bodyOf(text);
    const id = newPost(visit, delay);
    const isFleeting = chance(habits, HABITS.takesBack);
    standingOf(visit.learner).posts.push({
      kind: 'response',
      id,
      topic: thread.topic,
      title: '',
      body: body.text,
      isFleeting,
    });
    if (!isFleeting) this.#board.answer(thread, visit, delay, id);
    this.#app.write(
      visit,
      COMMENTS,
      events.responseCreated,
      {
        discussion: { id: thread.id },
        commentable_id: thread.topic.id,
        options: { followed: false },
        from_mfe_sidebar,
        truncated: body.truncated,
        body: body.text,
        ...this.#app.tail(visit, id, thread.topic),
      },
      delay,
    );
    return delay;
  }

  /** Whoever has answered may vote for the thread. */
  #agree(visit: SessionContext, thread: Thread, habits: Stream, from: number): void {
    if (!chance(habits, HABITS.votes) || thread.author === visit.learner.username) return;
    const later = from + 600_000 + micros(habits, 0.5, 0.4);
    this.#vote(visit, thread, `${THREADS}${thread.id}/`, events.threadVoted, later);
  }

  /** Gives a vote to an answer, if there is one. */
  #thank(visit: SessionContext, thread: Thread, habits: Stream, delay: number): void {
    const answer = this.#board.answerIn(thread, visit, habits, delay);
    if (!answer) return;
    const { topic } = thread;
    this.#vote(visit, { topic, ...answer }, `${COMMENTS}${answer.id}/`, events.responseVoted, delay);
  }

  /** Gives a vote to a post, once. */
  #vote(
    visit: SessionContext,
    { id, topic, author }: Pick<Thread, 'id' | 'topic' | 'author'>,
    path: string,
    type: typeof events.threadVoted | typeof events.responseVoted,
    delay: number,
  ): void {
    const { voted } = standingOf(visit.learner);
    if (voted.has(id)) return;
    voted.add(id);
    const vote = { commentable_id: topic.id, target_username: author, undo_vote: false, vote_value: 'up' } as const;
    this.#app.write(visit, path, type, { ...vote, ...this.#app.tail(visit, id, topic) }, delay);
  }
}
