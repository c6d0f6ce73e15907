import type { CleanLine } from './clean-line.ts';

/** What stands around a line: some faults need it. */
export interface Near {
  /** The line's number in the file as it is written, from 1. */
  readonly number: number;
  /** The next line, for faults that take a pair. */
  readonly next: CleanLine | undefined;
  /** Lines that were written unbroken just before, the nearest first: of this file, then of the one before. Some dozens. */
  before(): Iterable<string>;
  /** How many of those are of this file. */
  readonly inFile: number;
}
