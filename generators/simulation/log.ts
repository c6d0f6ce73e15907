import type { Line } from '../model/line.ts';

/** A line that is not written: where and when it would have been, and whose or of which course, where that is known. */
export type MissingLine = Pick<Line, 'server' | 'time'> & Partial<Pick<Line, 'visit' | 'course'>>;

/** Takes the lines of a pool, in time order. */
export interface Log {
  /** Takes a line; its server is the index among those of the pool. Gives false where the platform drops it, as too long. */
  line(line: Line): boolean | void;
  /** Hears that a line of a server and time is not written, because of an incident by its index. */
  missing?(line: MissingLine, incident: number): void;
}
