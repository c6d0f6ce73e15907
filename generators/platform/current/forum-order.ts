/** What becomes of posts: their authors change them or take them away, and others report them. */
import { chance, pick, type Stream } from '../../../src/base/random/index.ts';
import type { EventType, Shape } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { isThere, noiseAfter, type Thread } from '../board.ts';
import { bodyOf, COMMENTS, THREADS, type ForumApp } from './forum-app.ts';
import { HABITS } from './habits.ts';
import { standingOf, type Noise, type Post } from './standing.ts';

/** What is reported, and whose it is: of people who are no longer enrolled. */
const NOISE = ['Buy followers here: example.com', 'first!!!', 'answers for sale'];
const STRANGERS = ['promo_4411', 'xx_gone_xx', 'anon-visitor'];

const pathOf = ({ kind, id }: Pick<Post, 'kind' | 'id'>): string => `${kind === 'thread' ? THREADS : COMMENTS}${id}/`;

/** An event type as it is found by a kind of post: what it holds stands in the spec. */
type Told = EventType & { readonly current: Shape };

/** What is told of each kind of post. */
const TOLD: Record<
  Post['kind'],
  Readonly<Record<'edited' | 'deleted' | 'reported' | 'unreported', Told>> & { content_type: string }
> = {
  thread: {
    content_type: 'Post',
    edited: events.threadEdited,
    deleted: events.threadDeleted,
    reported: events.threadReported,
    unreported: events.threadUnreported,
  },
  response: {
    content_type: 'Response',
    edited: events.responseEdited,
    deleted: events.responseDeleted,
    reported: events.responseReported,
    unreported: events.responseUnreported,
  },
  comment: {
    content_type: 'Comment',
    edited: events.commentEdited,
    deleted: events.commentDeleted,
    reported: events.commentReported,
    unreported: events.commentUnreported,
  },
};

/** Changes the last post, or takes it away, now and then; tells whether that happened. */
export function tend(app: ForumApp, visit: SessionContext, habits: Stream, delay: number): boolean {
  const { posts } = standingOf(visit.learner);
  const post = posts.at(-1);
  if (post === undefined || !isThere(visit, post, delay)) return false;
  const { kind, id, topic, title, body } = post;
  const { content_type, edited, deleted } = TOLD[kind];
  const whose = { target_username: visit.learner.username, own_content: true, content_type };
  const payload = { ...whose, commentable_id: topic.id, ...app.tail(visit, id, topic) };
  const path = pathOf(post);
  if (chance(habits, HABITS.edits)) app.write(visit, path, edited, { ...payload, edit_reason: null }, delay);
  else if (post.isFleeting && chance(habits, HABITS.deletes)) {
    posts.pop();
    app.write(visit, path, deleted, { ...payload, body, title_truncated: false, title }, delay);
  } else return false;
  return true;
}

/** Reports what a stranger has written about the thread’s topic, or takes the last report back. */
export function report(app: ForumApp, visit: SessionContext, thread: Thread, habits: Stream, delay: number): void {
  const standing = standingOf(visit.learner);
  const { reported } = standing;
  if (reported) {
    standing.reported = undefined;
    if (chance(habits, HABITS.takesReportBack)) return tell(app, visit, reported, true, delay);
  }
  const noise = {
    kind: pick(habits, ['response', 'response', 'comment', 'thread'] as const),
    thread: { id: thread.id, topic: thread.topic },
    text: pick(habits, NOISE),
    author: pick(habits, STRANGERS),
  };
  // Written some hours after the thread was begun.
  standing.reported = { ...noise, id: noiseAfter(thread, `noise ${noise.kind}`) };
  tell(app, visit, standing.reported, false, delay);
}

function tell(
  app: ForumApp,
  visit: SessionContext,
  { kind, thread, id, text, author: target_username }: Noise,
  isTakenBack: boolean,
  delay: number,
): void {
  const { content_type, reported, unreported } = TOLD[kind];
  const titled = { thread_type: 'discussion', group_id: null, title_truncated: false, title: text };
  const { text: body, truncated } = bodyOf(text);
  const payload = {
    discussion: { id: thread.id },
    body,
    truncated,
    commentable_id: thread.topic.id,
    content_type,
    ...(kind === 'thread' && titled),
    target_username,
    ...app.tail(visit, id, thread.topic),
  };
  const path = pathOf({ kind, id });
  if (isTakenBack) app.write(visit, path, unreported, { ...payload, reported_status_cleared: true }, delay);
  else app.write(visit, path, reported, payload, delay);
}
