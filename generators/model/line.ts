import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Course } from '../course/course.ts';
import type { SessionContext } from './session-context.ts';

/** What an incident has to do with a line: it is there because of it, or is other than it would be. */
export interface Mark {
  /** The incident, by its index in the plan. */
  readonly incident: number;
  readonly how: 'written' | 'changed';
}

/** A line that is to be written. */
export interface Line {
  /** Whose it is; undefined for the load balancer's. */
  readonly visit: SessionContext | undefined;
  /** The server, by index in the pool. */
  readonly server: number;
  readonly type: EventType;
  readonly common: EncodedCommonFields;
  /** When it is written, microseconds since 1970. */
  readonly time: number;
  /** Microseconds by which the time that it tells is before that. */
  readonly lag: number;
  readonly payload: unknown;
  /** The URL's path, for request events. */
  readonly path: string;
  /** The course that a line of nobody's visit names, if any. */
  readonly course?: Course;
  /** Of incidents; most lines have none. */
  readonly marks?: readonly Mark[];
  /** Makes of its text, with its newline, what is written of it; most lines have none. */
  readonly reshape?: (text: string) => string;
}

/** Whether a text is a whole line: the last one of a file that was cut off has no newline. */
export const isWhole = (text: string): boolean => text.endsWith('\n');
