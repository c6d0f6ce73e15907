import type fc from 'fast-check';
import type { Dialect } from '../../src/spec/index.ts';
import { bytesOf, logBytes } from './compose.ts';
import { listOf } from './list.ts';
import { logLine, type LogLine } from './log-line.ts';

/** A log and what it means. */
export interface LogFile {
  readonly lines: readonly LogLine[];
  /** The whole log, each line ended by a newline. */
  readonly bytes: Buffer;
}

/**
 * A log of lines that conform. Shrinks to the fewest lines, and those to the shortest.
 *
 * @param least how many lines it has at least
 * @param most how many lines it has at most
 */
export const logFile = (dialect: Dialect, least = 0, most = 4): fc.Arbitrary<LogFile> =>
  listOf(logLine(dialect), least, most).map((lines) => ({
    lines,
    bytes: logBytes(lines.map(({ text }) => bytesOf(text))),
  }));
