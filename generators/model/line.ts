import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Course } from '../course/course.ts';
import type { Mark } from './mark.ts';
import type { SessionContext } from './session-context.ts';

/**
 * A line that is to be written. All have all fields, in this order, so that they are of one shape to the engine: what reads them is
 * compiled for one, whether or not there are incidents.
 */
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
  readonly course: Course | undefined;
  /** Of incidents; most lines have none. They are set on the line itself: to copy each is felt where all have some. */
  marks: readonly Mark[] | undefined;
  /** Fields that come last, as text, each behind a comma; most lines have none. */
  more: string;
  /** Its type as a release writes it that calls the event otherwise; most lines have none. */
  renamed: EventType | undefined;
  /** Makes of its text, with its newline, what is written of it; most lines have none. */
  reshape: ((text: string) => string) | undefined;
}

/** Whether a text is a whole line: the last one of a file that was cut off has no newline. */
export const isWhole = (text: string): boolean => text.endsWith('\n');
