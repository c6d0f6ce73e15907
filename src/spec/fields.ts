import { Type } from '../base/type.ts';
import { CONTEXTS } from './context.ts';
import { EVENT_SOURCES, type Dialect, type EventSource } from './dialect.ts';
import type { EventType, Shape } from './event-type.ts';
import { dictOrder } from './python-dict.ts';
import type { SchemaNode } from './schema-node.ts';
import {
  instant,
  ipAddress,
  isoformatInstant,
  nothing,
  offsetInstant,
  sessionCookie,
  sessionKey,
  text,
  value,
} from './values.ts';

/** Meaning of each common field [docs/format.md]. */
export const FIELD_DETAILS = {
  username: 'username of the user who triggered the event, empty for anonymous events',
  session: 'key identifying the user’s session, may be undefined',
  time: 'GMT time the event was triggered',
  ip: 'user ip address',
  agent: 'user’s browser agent string',
  page: 'page the user was visiting when the event was generated',
  event_source: 'event source',
  event_type: 'type of event triggered',
  event: 'specifics of the event',
  host: 'name of the server, as the request named it',
  name: 'what the platform’s code calls the event; event_type, unless that is an older word',
  context: 'whose event it is, of which request and course',
  referer: 'page that the request came from, as its header has it',
  accept_language: 'languages that the browser asks for, as the request’s header has them',
} as const;

/** The names of a line's common fields. */
export type FieldName = keyof typeof FIELD_DETAILS;

const PAGE_ORDER = [
  'username',
  'session',
  'time',
  'ip',
  'agent',
  'page',
  'event_source',
  'event_type',
  'event',
] as const;
/** As the platform's views of 2013 put them in [track/views.py]. */
const LINE_DICT = [
  'username',
  'session',
  'ip',
  'event_source',
  'event_type',
  'event',
  'agent',
  'page',
  'time',
  'host',
] as const;
/** As today's shim puts them in, the older words last [track/shim.py]. */
const SHIM_ORDER = [
  'name',
  'context',
  'username',
  'session',
  'ip',
  'agent',
  'host',
  'referer',
  'accept_language',
  'event',
  'time',
  'event_type',
  'event_source',
  'page',
] as const;

const printed = (keys: readonly FieldName[]) => dictOrder('literal', keys) as readonly FieldName[];

const ORDERS: Record<Dialect, Record<EventSource, readonly FieldName[]>> = {
  documented: { browser: PAGE_ORDER, server: PAGE_ORDER },
  deployed: { browser: printed(LINE_DICT), server: printed(LINE_DICT.filter((name) => name !== 'session')) },
  current: { browser: SHIM_ORDER, server: SHIM_ORDER },
};

/** The keys of a line, in the order in which a dialect writes them. No reader may depend on it. */
export const fieldOrder = (dialect: Dialect, source: EventSource): readonly FieldName[] => ORDERS[dialect][source];

const absent = value(Type.Unsafe<never>({ not: {} }), 'session-server', 'no session');
const ofSource = (source: EventSource) => value(Type.Literal(source), 'event-source', `"${source}"`);

/** The `event_source` of any line. */
export const eventSource: SchemaNode & { readonly expected: string } = value(
  Type.Enum(EVENT_SOURCES),
  'event-source',
  EVENT_SOURCES.map((source) => `"${source}"`).join(' or '),
);

type Schemas = Partial<Record<FieldName, SchemaNode>>;

const nameOf = ({ name, names }: EventType, { alias }: Shape): SchemaNode =>
  names
    ? value(Type.String({ pattern: names.pattern, examples: names.examples }), 'event-name', names.expected)
    : value(Type.Literal(alias ?? name), 'event-name', `"${alias ?? name}"`);

/** What a line of today has of the request; a worker's has nothing. */
function requestFields({ context }: Shape): Schemas {
  const names = ['username', 'session', 'ip', 'agent', 'host', 'referer', 'accept_language'] as const;
  if (context === 'worker') return Object.fromEntries(names.map((name) => [name, nothing]));
  return { session: sessionKey, ip: ipAddress };
}

/** What the fields of a dialect's lines are, where they are not those of all. */
const OWN: Record<Dialect, (type: EventType, shape: Shape) => Schemas> = {
  documented: () => ({ session: Type.Optional(sessionKey), time: instant }),
  deployed: ({ source }) => ({
    session: source === 'browser' ? sessionCookie : Type.Optional(absent),
    time: isoformatInstant,
  }),
  current: (type, shape) => ({
    ...requestFields(shape),
    name: nameOf(type, shape),
    context: CONTEXTS[shape.context!],
    time: offsetInstant,
  }),
};

/**
 * The schemas of a line's common fields for one event type, keyed and ordered as the dialect writes them.
 * `event` is left to its {@link Shape}.
 */
export function fieldsOf(
  type: EventType,
  shape: Shape,
  dialect: Dialect,
): Record<Exclude<FieldName, 'event'>, SchemaNode> {
  const { names } = type;
  const schemas: Schemas = {
    username: text,
    ip: ipAddress,
    agent: text,
    page: shape.page,
    event_source: ofSource(type.source),
    event_type: names
      ? value(Type.String({ pattern: names.pattern, examples: names.examples }), 'event-type', names.expected)
      : value(Type.Literal(type.name), 'event-type', `"${type.name}"`),
    host: text,
    referer: text,
    accept_language: text,
    ...OWN[dialect](type, shape),
  };
  const fields = new Set<FieldName>([...fieldOrder(dialect, type.source), 'session']);
  fields.delete('event');
  return Object.fromEntries([...fields].map((field) => [field, schemas[field]])) as Record<FieldName, SchemaNode>;
}
