import type { TProperties } from 'typebox';
import { Type } from '../../base/type.ts';
import { answered } from '../current-shape.ts';
import { serverEvent } from '../event-type.ts';
import { postId } from '../keys.ts';
import { index, integer, position, text, value } from '../values.ts';

const flag = Type.Boolean();
const roles = { ...Type.Array(text), description: 'roles of who does it' };

const commentable_id = { ...text, description: 'id of the topic' };
const target_username = { ...text, description: 'who wrote the post; may be nobody' };
const body = { ...text, description: 'HTML, its first 2,000 characters' };
const titled = { title_truncated: flag, title: { ...text, description: 'its first 1,000 characters' } };
const group_id = { ...Type.Union([integer, Type.Null()]), description: 'the cohort, or null' };
const thread_type = value(
  Type.Enum(['discussion', 'question'] as const),
  'payload-value',
  '"discussion" or "question"',
);
const content = <const C extends string>(kind: C) => value(Type.Literal(kind), 'payload-value', `"${kind}"`);
const post = Type.Object({ id: postId });
const fromSidebar = {
  from_mfe_sidebar: {
    ...Type.Union([flag, text]),
    description: 'whether the post stands beside a unit; where one is looked at, as the query says',
  },
};

/** What every forum event ends with [base/views.py]. */
const tail = {
  team_id: Type.Optional(text),
  category_name: Type.Optional({ ...text, description: 'path of the topic in the course' }),
  category_id: Type.Optional(text),
  url: { ...text, description: 'the referer' },
  user_forums_roles: roles,
  user_course_roles: roles,
};
const end = { id: postId, ...tail };

const forum = <P extends TProperties>(what: string, details: string, payload: P) =>
  serverEvent(`edx.forum.${what}`, details, { current: answered(payload) });

export const threadCreated = forum('thread.created', 'A thread is begun.', {
  commentable_id,
  group_id,
  thread_type,
  anonymous: flag,
  anonymous_to_peers: flag,
  options: Type.Object({ followed: flag, notify_all_learners: Type.Optional(flag) }),
  ...fromSidebar,
  ...titled,
  truncated: flag,
  body,
  ...end,
});
const reply = {
  discussion: post,
  commentable_id,
  options: Type.Object({ followed: flag }),
  ...fromSidebar,
};
export const responseCreated = forum('response.created', 'A thread is answered.', {
  ...reply,
  truncated: flag,
  body,
  ...end,
});
export const commentCreated = forum('comment.created', 'An answer is commented.', {
  ...reply,
  response: post,
  truncated: flag,
  body,
  ...end,
});
export const threadViewed = forum('thread.viewed', 'A thread is read.', {
  commentable_id,
  ...fromSidebar,
  target_username,
  ...titled,
  ...end,
});

const vote = { commentable_id, target_username, undo_vote: flag, vote_value: content('up'), ...end };
export const threadVoted = forum('thread.voted', 'A vote is given to a thread, or taken back.', vote);
export const responseVoted = forum('response.voted', 'A vote is given to an answer, or taken back.', vote);

const follow = { commentable_id, id: postId, followed: flag, ...tail };
export const threadFollowed = forum('thread.followed', 'A thread is followed.', follow);
export const threadUnfollowed = forum('thread.unfollowed', 'A thread is no longer followed.', follow);

const edit_reason = { ...Type.Union([text, Type.Null()]), description: 'why, or null' };
export const threadEdited = forum('thread.edited', 'A thread is changed.', {
  target_username,
  content_type: content('Post'),
  own_content: flag,
  edit_reason,
  commentable_id,
  ...end,
});
const edited = <const C extends string>(kind: C) => ({
  target_username,
  own_content: flag,
  content_type: content(kind),
  edit_reason,
  commentable_id,
  ...end,
});
export const responseEdited = forum('response.edited', 'An answer is changed.', edited('Response'));
export const commentEdited = forum('comment.edited', 'A comment is changed.', edited('Comment'));

export const threadDeleted = forum('thread.deleted', 'A thread is taken away.', {
  body,
  content_type: content('Post'),
  own_content: flag,
  commentable_id,
  target_username,
  ...titled,
  ...end,
});
const deleted = <const C extends string>(kind: C) => ({
  body,
  commentable_id,
  content_type: content(kind),
  own_content: flag,
  target_username,
  ...end,
});
export const responseDeleted = forum('response.deleted', 'An answer is taken away.', deleted('Response'));
export const commentDeleted = forum('comment.deleted', 'A comment is taken away.', deleted('Comment'));

const cleared = { reported_status_cleared: flag };
const reportedThread = { body, truncated: flag, content_type: content('Post'), commentable_id };
const ofThread = { thread_type, group_id, target_username, ...titled, ...end };
export const threadReported = forum('thread.reported', 'A thread is reported as abuse.', {
  ...reportedThread,
  ...ofThread,
});
export const threadUnreported = forum('thread.unreported', 'A report of a thread is taken back.', {
  ...reportedThread,
  ...cleared,
  ...ofThread,
});
/** The platform names the thread; sites of some years ago do not. */
const reported = <const C extends string>(kind: C) => ({
  discussion: Type.Optional(post),
  body,
  truncated: flag,
  commentable_id,
  content_type: content(kind),
});
const ofReply = { target_username, ...end };
export const responseReported = forum('response.reported', 'An answer is reported as abuse.', {
  ...reported('Response'),
  ...ofReply,
});
export const responseUnreported = forum('response.unreported', 'A report of an answer is taken back.', {
  ...reported('Response'),
  ...cleared,
  ...ofReply,
});
export const commentReported = forum('comment.reported', 'A comment is reported as abuse.', {
  ...reported('Comment'),
  ...ofReply,
});
export const commentUnreported = forum('comment.unreported', 'A report of a comment is taken back.', {
  ...reported('Comment'),
  ...cleared,
  ...ofReply,
});

export const forumSearched = forum('searched', 'The forum is searched.', {
  query: text,
  search_type: text,
  corrected_text: { ...Type.Union([text, Type.Null()]), description: 'the query as it should be spelled, or null' },
  group_id,
  page: position,
  total_results: index,
});
