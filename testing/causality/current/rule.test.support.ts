import { SECOND, Table } from '../rule.test.support.ts';
import type { Entry } from './entry.test.support.ts';

export { SECOND, Table };

/** Says that a line does not follow from those before it, or that what must follow it does not. */
export type Complain = (entry: Entry, message: string) => void;

/** One chain of cause and effect. It sees every line in the order of their times. */
export interface Rule {
  see(entry: Entry): void;
  /** The log is over. */
  end?(): void;
}

/** @param end of the run, microseconds since 1970: what would come later is not in the log */
export type MakeRule = (complain: Complain, end: number) => Rule;

/** Long after which nothing of a click comes any more. */
export const LONG = 20 * SECOND;

/** Until when a worker's queue is worked off, before deadlines too. */
export const QUEUE = 600 * SECOND + LONG;
