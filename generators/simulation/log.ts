import type { Line } from '../model/line.ts';

/** Takes the lines of a pool, in time order. */
export interface Log {
  /** Takes a line; its server is the index among those of the pool. Gives false where the platform drops it, as too long. */
  line(line: Line): boolean | void;
  /** Hears that a line of a server and time is not written, because of an incident by its index. */
  missing?(line: Pick<Line, 'server' | 'time'>, incident: number): void;
}
