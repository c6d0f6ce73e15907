/** The forum’s app: what it asks for, and what the server logs while it answers. */
import { hash } from '../../../src/base/random/index.ts';
import { uuidDigitsOf } from '../../../src/base/uuid.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import type { Course } from '../../course/course.ts';
import { serving, together } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import type { Topic } from '../board.ts';
import { appsOf } from './addresses.ts';
import type { Lines, Load } from './lines.ts';

export const THREADS = '/api/discussion/v1/threads/';
export const COMMENTS = '/api/discussion/v1/comments/';

const LONGEST_BODY = 2000;

/** A topic of a chapter, which stands in the course's outline. */
export function topicOf(course: Course, chapter: number): Topic {
  const { title, sequences } = course.chapters[chapter]!;
  return { id: uuidDigitsOf(`${course.id} topic ${chapter}`), name: `${title} / ${sequences[0]!.title}` };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A paragraph of what was written; lines that stand to the right are code. */
const paragraph = (text: string): string =>
  text.startsWith('    ')
    ? `<pre class="language-python"><code>${escaped(text.replaceAll(/^ {4}/gm, ''))}</code></pre>`
    : `<p>${escaped(text)}</p>`;

export const cut = (text: string, most: number) => ({ text: text.slice(0, most), truncated: text.length > most });

/** A text as a body tells it. */
export const bodyOf = (text: string) => cut(text.split('\n\n').map(paragraph).join('\n'), LONGEST_BODY);

const STUDENT = { user_forums_roles: ['Student'], user_course_roles: [] as string[] };

/** Roles of staff, one of these each, in the order in which the platform has made them (choices). */
const STAFF = [
  { user_forums_roles: ['Administrator', 'Student'], user_course_roles: ['instructor', 'staff'] },
  { user_forums_roles: ['Moderator', 'Student'], user_course_roles: ['staff'] },
  { user_forums_roles: ['Community TA', 'Student'], user_course_roles: ['staff'] },
];

const rolesOf = ({ learner }: SessionContext) =>
  learner.kind.name === 'staff' ? STAFF[hash(learner.username, 'role', 0) % STAFF.length]! : STUDENT;

export class ForumApp {
  readonly #lines: Lines;
  /** Where somebody has it open: on a page of its own, or beside a unit. */
  readonly #loads = new WeakMap<SessionContext, Load>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Somebody turns to the app where it is open. */
  turnTo(visit: SessionContext, load: Load): void {
    this.#loads.set(visit, load);
  }

  /** What every event of the forum ends with. */
  tail(visit: SessionContext, id: string, { id: category_id, name: category_name }: Topic) {
    const url = `${appsOf(visit.course)}/`;
    return { id, category_name, category_id, url, ...rolesOf(visit) };
  }

  request(visit: SessionContext, path: string, delay: number, GET: Record<string, string>): void {
    this.#lines.request(visit, `${appsOf(visit.course)}/`, path, delay, { GET });
  }

  /** Marks a thread as read, beside the request that is sent so many microseconds from now. */
  mark(visit: SessionContext, path: string, asked: number): void {
    this.#write(visit, path, asked + Math.abs(together(visit)));
  }

  #write(visit: SessionContext, path: string, delay: number): number {
    return this.#lines.write(visit, this.#loads.get(visit)!, `${appsOf(visit.course)}/`, path, delay);
  }

  /** What somebody writes, and what the forum logs of it. */
  write<T extends EventType>(
    visit: SessionContext,
    path: string,
    type: T,
    payload: PayloadOf<T, 'current'>,
    delay: number,
  ): void {
    this.#tell(visit, path, type, payload, this.#write(visit, path, delay));
  }

  /** What somebody asks for, and what the forum logs of it. */
  answer<T extends EventType>(
    visit: SessionContext,
    path: string,
    type: T,
    payload: PayloadOf<T, 'current'>,
    asked: number,
    GET: Record<string, string>,
  ): void {
    this.request(visit, path, asked, GET);
    this.#tell(visit, path, type, payload, asked);
  }

  #tell<T extends EventType>(
    visit: SessionContext,
    path: string,
    type: T,
    payload: PayloadOf<T, 'current'>,
    asked: number,
  ): void {
    const delay = asked + 4000 + serving(visit, 0.07, 0.6);
    this.#lines.server(visit, `${appsOf(visit.course)}/`, path, true, type, payload, delay);
  }
}
