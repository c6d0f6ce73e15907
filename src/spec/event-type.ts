import type { Static, TSchema } from 'typebox';
import type { Dialect, EventSource } from './dialect.ts';
import type { RuleId } from './rules.ts';
import type { SchemaNode } from './schema-node.ts';
import { absoluteUrl, pageHref } from './values.ts';

/**
 * How an event's payload stands in the line's `event` field.
 *
 * - `empty`: the empty string; there is no payload.
 * - `json`: a string, the browser's JSON.stringify of the payload.
 * - `object`: an object in the line itself. The page's "string/json" lets a string encode it too.
 * - `form`: a string of `key=value&...`, form-encoded; `form-literal`: the same as a JSON string literal.
 * - `request`: a string, Python's json.dumps of the payload, cut at {@link REQUEST_CUT} characters.
 */
export type Encoding = 'empty' | 'json' | 'object' | 'form' | 'form-literal' | 'request';

/** Payload of an event type in one dialect, and how it is encoded. */
export interface Shape<Payload = unknown> {
  readonly encoding: Encoding;
  /** Describes the decoded payload. */
  readonly payload: SchemaNode;
  /** Describes the line's `page`. */
  readonly page: SchemaNode;
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

/** One event type: its name and, for each dialect that knows it, its shape. */
export interface EventType<
  Documented extends Shape | undefined = Shape | undefined,
  Deployed extends Shape | undefined = Shape | undefined,
> {
  readonly source: EventSource;
  /** The value of `event_type`; where that is one of many, what the type is called. */
  readonly name: string;
  /** The values of `event_type`, where they are many. */
  readonly names?: OpenNames;
  /** Sentence about what a user or the platform did. */
  readonly details: string;
  readonly documented: Documented;
  readonly deployed: Deployed;
  /** Check of what must hold between the parts of a payload, beyond its schema. */
  readonly consistency?: (payload: never, dialect: Dialect) => Violation[];
}

/** A rule broken at a path within a payload. */
export interface Violation {
  readonly rule: RuleId;
  /** JSON pointer from the payload. */
  readonly path: string;
  readonly message: string;
}

/** The decoded payload of an event type in a dialect. */
export type PayloadOf<T extends EventType, D extends Dialect> = T[D] extends Shape<infer Payload> ? Payload : never;

/** A request event's payload is cut after this many characters [track/middleware.py]. */
export const REQUEST_CUT = 512;

/** A deployed line is cut after this many characters [TRACK_MAX_EVENT]. */
export const LINE_CUT = 10_000;

/** A shape on an ordinary page. */
export const shape = <P extends TSchema>(
  encoding: Encoding,
  payload: P,
  page: SchemaNode = absoluteUrl,
): Shape<Static<P>> => ({
  encoding,
  payload,
  page,
});

/** Declares an event type of the browser. The deployed scripts send their window's location as the page. */
export const browserEvent = <A extends Shape | undefined, B extends Shape | undefined>(
  name: string,
  details: string,
  { documented, deployed }: { documented: A; deployed: B },
): EventType<A, B> => ({
  source: 'browser',
  name,
  details,
  documented,
  deployed: deployed && { ...deployed, page: pageHref },
});

/** Declares an event type of the server. */
export const serverEvent = <A extends Shape | undefined, B extends Shape | undefined>(
  name: string,
  details: string,
  shapes: { documented: A; deployed: B },
  names?: OpenNames,
): EventType<A, B> => ({ source: 'server', name, details, ...shapes, ...(names && { names }) });
