import type { Static, TSchema } from 'typebox';
import type { ContextKind } from './context.ts';
import type { Dialect, EventSource } from './dialect.ts';
import type { RuleId } from './rules.ts';
import type { SchemaNode } from './schema-node.ts';
import { absoluteUrl, pageHref } from './values.ts';

/**
 * How an event's payload stands in the line's `event` field.
 *
 * - `empty`: the empty string; there is no payload.
 * - `json`: a string, the browser's JSON.stringify of the payload.
 * - `dumped`: a string, Python's json.dumps of the payload, which the server had parsed.
 * - `object`: an object in the line itself. The page's "string/json" lets a string encode it too.
 * - `value`: an object or an array in the line itself, and nothing else.
 * - `form`: a string of `key=value&...`, form-encoded; `form-literal`: the same as a JSON string literal; `form-text`: as in
 *   `form`, but `{}` where there are no keys.
 * - `request`: a string, Python's json.dumps of the payload, cut at {@link REQUEST_CUT} characters.
 */
export type Encoding =
  'empty' | 'json' | 'dumped' | 'object' | 'value' | 'form' | 'form-literal' | 'form-text' | 'request';

/** Payload of an event type in one dialect, how it is encoded, and what else of the line depends on its type. */
export interface Shape<Payload = unknown> {
  readonly encoding: Encoding;
  /** Describes the decoded payload. */
  readonly payload: SchemaNode;
  /** Describes the line's `page`. */
  readonly page: SchemaNode;
  /** Which keys the line's `context` has, in dialects that have one. */
  readonly context?: ContextKind;
  /** The line's `name`, where `event_type` is an older word for it. */
  readonly alias?: string;
  /** Check of what must hold between the parts of a payload, beyond its schema. */
  readonly consistency?: (payload: never) => Violation[];
  /** Never there: carries the type of the decoded payload. */
  readonly '~payload'?: Payload;
}

/** The values of an `event_type` that holds more than a name, such as a path or a sentence. */
export interface OpenNames {
  readonly pattern: string;
  /** What they are, in words. */
  readonly expected: string;
  readonly examples: readonly string[];
}

/** Shapes of an event type, for each dialect that knows it. */
export type Shapes = { readonly [D in Dialect]?: Shape | undefined };

/** What an event type is in all dialects. */
export interface EventTypeBase {
  readonly source: EventSource;
  /** The value of `event_type`; where that is one of many, what the type is called. */
  readonly name: string;
  /** The values of `event_type`, where they are many. */
  readonly names?: OpenNames;
  /** Sentence about what a user or the platform did. */
  readonly details: string;
}

/** One event type: its name and, for each dialect that knows it, its shape. */
export type EventType<S extends Shapes = Shapes> = EventTypeBase & S;

/** A rule broken at a path within a payload. */
export interface Violation {
  readonly rule: RuleId;
  /** JSON pointer from the payload. */
  readonly path: string;
  readonly message: string;
}

/** The decoded payload of an event type in a dialect. */
export type PayloadOf<T, D extends Dialect> = D extends keyof T
  ? T[D] extends Shape<infer Payload>
    ? Payload
    : never
  : never;

/** A request event's payload is cut after this many characters [track/middleware.py]. */
export const REQUEST_CUT = 512;

/** A deployed line is cut after this many characters [TRACK_MAX_EVENT]. */
export const LINE_CUT = 10_000;

/** A current line of more characters is not written at all [TRACK_MAX_EVENT]. */
export const LINE_DROP = 50_000;

/** A shape, on an ordinary page unless another is given; of a dialect without contexts where none is. */
export const shape = <P extends TSchema>(
  encoding: Encoding,
  payload: P,
  page: SchemaNode = absoluteUrl,
  context?: ContextKind,
): Shape<Static<P>> => ({
  encoding,
  payload,
  page,
  ...(context !== undefined && { context }),
});

/** A shape, and what must hold between the parts of its payload. */
export const consistent = <S extends Shape>(of: S, consistency: (payload: never) => Violation[]): S => ({
  ...of,
  consistency,
});

/** Declares an event type of the browser. The deployed scripts send their window's location as the page. */
export const browserEvent = <const S extends Shapes>(name: string, details: string, shapes: S): EventType<S> => ({
  source: 'browser',
  name,
  details,
  ...shapes,
  ...(shapes.deployed && { deployed: { ...shapes.deployed, page: pageHref } }),
});

/** Declares an event type of the server. */
export const serverEvent = <const S extends Shapes>(
  name: string,
  details: string,
  shapes: S,
  names?: OpenNames,
): EventType<S> => ({ source: 'server', name, details, ...shapes, ...(names && { names }) });
