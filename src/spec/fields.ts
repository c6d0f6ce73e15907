import { Type } from '../base/type.ts';
import { EVENT_SOURCES, type Dialect, type EventSource } from './dialect.ts';
import type { EventType, Shape } from './event-type.ts';
import { dictOrder } from './python-dict.ts';
import type { SchemaNode } from './schema-node.ts';
import { instant, ipAddress, isoformatInstant, sessionCookie, sessionKey, text, value } from './values.ts';

/** The names of a line's common fields. */
export type FieldName =
  'username' | 'session' | 'time' | 'ip' | 'agent' | 'page' | 'event_source' | 'event_type' | 'event' | 'host';

/** Meaning of each common field [docs/format.md]. */
export const FIELD_DETAILS: Record<FieldName, string> = {
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
};

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
/** As the platform's views put them in [track/views.py]. */
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

const printed = (keys: readonly FieldName[]) => dictOrder('literal', keys) as readonly FieldName[];
const LINE_ORDER: Record<EventSource, readonly FieldName[]> = {
  browser: printed(LINE_DICT),
  server: printed(LINE_DICT.filter((name) => name !== 'session')),
};

/** The keys of a line, in the order in which a dialect writes them. No reader may depend on it. */
export const fieldOrder = (dialect: Dialect, source: EventSource): readonly FieldName[] =>
  dialect === 'documented' ? PAGE_ORDER : LINE_ORDER[source];

const absent = value(Type.Unsafe<never>({ not: {} }), 'session-server', 'no session');
const ofSource = (source: EventSource) => value(Type.Literal(source), 'event-source', `"${source}"`);

/** The `event_source` of any line. */
export const eventSource: SchemaNode & { readonly expected: string } = value(
  Type.Enum(EVENT_SOURCES),
  'event-source',
  EVENT_SOURCES.map((source) => `"${source}"`).join(' or '),
);

const sessionOf = (dialect: Dialect, source: EventSource): SchemaNode =>
  dialect === 'documented' ? Type.Optional(sessionKey) : source === 'browser' ? sessionCookie : Type.Optional(absent);

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
  const schemas: Record<FieldName, SchemaNode> = {
    username: text,
    session: sessionOf(dialect, type.source),
    time: dialect === 'documented' ? instant : isoformatInstant,
    ip: ipAddress,
    agent: text,
    page: shape.page,
    event_source: ofSource(type.source),
    event_type: names
      ? value(Type.String({ pattern: names.pattern, examples: names.examples }), 'event-type', names.expected)
      : value(Type.Literal(type.name), 'event-type', `"${type.name}"`),
    event: {},
    host: text,
  };
  const fields = new Set<FieldName>([...fieldOrder(dialect, type.source), 'session']);
  fields.delete('event');
  return Object.fromEntries([...fields].map((field) => [field, schemas[field]])) as Record<FieldName, SchemaNode>;
}
