import type { EventSource } from '../spec/index.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Fields that the lines of one person on one page have in common: all but time, event type and payload. */
export interface CommonFields {
  /** Empty for somebody who is not logged in. */
  username: string;
  /** Left out where the line has no such key. */
  session?: string | undefined;
  ip: string;
  agent: string;
  /** Null in request events, and in the current dialect in all server events that are not a block's. */
  page: string | null;
  /** Not in the documented dialect. */
  host?: string | undefined;
  /** Only in the current dialect, as are those below: the request's headers. */
  referer?: string | undefined;
  accept_language?: string | undefined;
  /** Whose event it is, of which request and course; its keys as the kind of line has them. */
  context?: { [key: string]: Json } | undefined;
}

/** One line, decoded. */
export interface LogRecord extends CommonFields {
  /** Time, GMT, as the line has it: `YYYY-MM-DDThh:mm:ss.xxxxxx`, in the current dialect with `+00:00`. */
  time: string;
  event_source: EventSource;
  event_type: string;
  /** Only in the current dialect: event_type, or what that is an older word for. */
  name?: string | undefined;
  /**
   * The payload, decoded: an object, a list in the current dialect's problem_graded, or null where the type's payload is empty. A string only where a payload was cut
   * (deployed request events) and so encodes nothing.
   */
  event: { [key: string]: Json } | Json[] | string | null;
}
