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
  /** Null only in the deployed dialect's request events. */
  page: string | null;
  /** Only in the deployed dialect. */
  host?: string | undefined;
}

/** One line, decoded. */
export interface LogRecord extends CommonFields {
  /** Time, GMT, as the line has it: `YYYY-MM-DDThh:mm:ss.xxxxxx`. */
  time: string;
  event_source: EventSource;
  event_type: string;
  /**
   * The payload, decoded: an object, or null where the type's payload is empty. A string only where a payload was cut
   * (deployed request events) and so encodes nothing.
   */
  event: { [key: string]: Json } | string | null;
}
