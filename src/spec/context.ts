/** The `context` of a `current` line: whose it is, of which request, which course. Its keys depend on the kind of line. */
import type { TProperties } from 'typebox';
import { Type } from '../base/type.ts';
import { courseKeyOrNone, courseVersion, usageKey } from './keys.ts';
import type { SchemaNode } from './schema-node.ts';
import { matching, text, value } from './values.ts';

/** The path to which the browser's events are sent. */
export const EVENT_PATH = '/event';

const absent = value(Type.Unsafe<never>({ not: {} }), 'context-keys', 'no such key in a context of this kind');
const object = <P extends TProperties>(properties: P, description: string) =>
  Type.Object(properties, { missing: 'context-keys' as const, expected: 'an object', description });

const course_id = { ...courseKeyOrNone, description: 'the course, empty where the platform knew none' };
const org_id = { ...text, description: 'the course’s organisation, or empty' };
const enterprise_uuid = { ...text, description: 'empty but on enterprise sites' };
const course_user_tags = {
  ...Type.Unsafe<Record<string, string>>({
    type: 'object',
    additionalProperties: text,
    expected: 'an object of texts',
  }),
  description: 'groups of an experiment that the user is in',
};
const user_id = value(
  Type.Union([Type.Integer({ minimum: 1 }), Type.Null(), Type.Literal('')]),
  'user-id',
  'a user’s number, null for nobody, or empty where it could not be read',
);
const path = value(Type.String({ pattern: '^/' }), 'context-path', 'the path of a URL');
const eventPath = value(Type.Literal(EVENT_PATH), 'context-path', `"${EVENT_PATH}"`);
const handlerPath = matching('^/courses/[^/]+.*/handler/', 'context-path', 'the path of a block’s handler');
const libraryKey = value(Type.String({ pattern: '^[a-z0-9-]+:\\S+$' }), 'usage-key', 'the key of a library’s block');
const module = object(
  {
    display_name: text,
    usage_key: usageKey,
    original_usage_key: Type.Optional(libraryKey),
    original_usage_version: Type.Optional(courseVersion),
  },
  'the block whose handler logs',
);
const asides = {
  ...Type.Unsafe<Record<string, Record<string, unknown>>>({ type: 'object', additionalProperties: {} }),
  description: 'what stands beside the block',
};

const ofAnyUrl = { user_id, path, course_id, org_id, enterprise_uuid };
const ofCourseUrl = { course_id, course_user_tags, user_id, path, org_id, enterprise_uuid };
const ofHandler = { ...ofCourseUrl, path: handlerPath, module };

/** Kinds of context; a request has that of `course` or of `server`, as its URL is. */
export type ContextKind = 'browser' | 'server' | 'handler' | 'past-runtime' | 'worker' | 'request';

type Keys = Readonly<Record<string, SchemaNode>>;

/** The keys of each kind of context, in the order in which the platform writes them. */
const KINDS: Readonly<Record<Exclude<ContextKind, 'request'> | 'course', Keys>> = {
  browser: { ...ofAnyUrl, path: eventPath },
  /** Of an answer that is not a block's. */
  server: ofAnyUrl,
  /** A request of a course's URL. */
  course: ofCourseUrl,
  handler: { ...ofHandler, asides },
  /** Of a block's handler, but past the runtime of blocks: grades and completion. */
  'past-runtime': ofHandler,
  /** Of a task that no request waits for. */
  worker: { course_id, org_id, enterprise_uuid },
};

/** The keys of a kind of context, in the platform's order. */
export const contextKeys = (kind: Exclude<ContextKind, 'request'> | 'course'): readonly string[] =>
  Object.keys(KINDS[kind]);

/** The path of a block's handler, told in one way only: its first part that is called so ends it. */
const FIRST_HANDLER = {
  type: 'string',
  pattern: '^/courses/[^/]+/(?:(?!handler/)[^/]*/)*handler/',
} satisfies SchemaNode;

/** The forms in which the platform writes a kind of context: each with its keys in their order, and no others. */
export const contextForms = (kind: ContextKind): readonly SchemaNode[] =>
  (kind === 'request' ? (['server', 'course'] as const) : [kind]).map((form) => {
    const keys = KINDS[form];
    return Type.Object({ ...keys, ...(keys['path'] === handlerPath && { path: FIRST_HANDLER }) } as TProperties);
  });

/** Keys that every context has. */
export const CONTEXT_KEYS = ['course_id', 'org_id', 'enterprise_uuid'] as const;

const DESCRIPTION = 'whose event it is, of which request and course';
const KEYS = [...new Set(Object.values(KINDS).flatMap((keys) => Object.keys(keys)))];

/** The schema of a kind: its keys, and none that only others have. */
function schemaOf(own: Record<string, SchemaNode>): SchemaNode {
  const foreign = KEYS.filter((key) => !(key in own)).map((key) => [key, Type.Optional(absent)]);
  return object({ ...own, ...(Object.fromEntries(foreign) as TProperties) }, DESCRIPTION);
}

/** The schema of each kind of context. */
export const CONTEXTS: Record<ContextKind, SchemaNode> = {
  browser: schemaOf(KINDS.browser),
  server: schemaOf(KINDS.server),
  handler: schemaOf(KINDS.handler),
  'past-runtime': schemaOf(KINDS['past-runtime']),
  worker: schemaOf(KINDS.worker),
  request: schemaOf({ ...ofAnyUrl, course_user_tags: Type.Optional(course_user_tags) }),
};
