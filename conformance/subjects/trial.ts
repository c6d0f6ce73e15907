/** Trial of a property: commands to a parser, and the answers that are expected. Plain data, so that it can be stored, sent and compared again. */
import type { Json } from '../../src/line/index.ts';
import type { Dialect, EventSource } from '../../src/spec/index.ts';

/** Asks for the lines of one log. */
export interface ParseCommand {
  readonly cmd: 'parse';
  readonly dialect: Dialect;
  readonly want: 'records' | 'verdicts';
  /** Consecutive pieces of the log. */
  readonly chunks: readonly Uint8Array[];
  /** Asked of a parser that has been asked nothing before. */
  readonly fresh?: boolean;
  /** Integers of its answer are looked at to the last digit: those that JavaScript cannot tell are read as text. */
  readonly exact?: boolean;
}

/** How a member of an archive leads out of it. Where it leads to, the kit decides when it asks: no stored trial names a path. */
export const TRAP_WAYS = [
  'above',
  'above-server',
  'far-above',
  'absolute',
  'log-above',
  'log-in-server',
  'log-far-above',
  'link',
  'linked-server',
  'hard-link',
] as const;

/** One of {@link TRAP_WAYS}. */
export type TrapWay = (typeof TRAP_WAYS)[number];

/** The user of all lines that a parser must not read: those of a file outside the archive. */
export const OUTSIDER = 'edxgen-outsider';

/** A member put before those of an archive when it is asked for, which a parser must not follow out of it. */
export interface TrapMember {
  readonly way: TrapWay;
  /** A log: what the member holds, or the file outside that it links to. */
  readonly content: Uint8Array;
}

/** Asks for the files of one archive. */
export interface ArchiveCommand {
  readonly cmd: 'archive';
  readonly dialect: Dialect;
  readonly want: 'records' | 'verdicts';
  /** The tar's file name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly trap?: TrapMember;
  /** Asks a process that was started for this command, as for a log. */
  readonly fresh?: boolean;
}

export type Command = ParseCommand | ArchiveCommand;

/** Record that is expected of a line, as far as its property is about it. */
export interface ExpectedRecord {
  /** The line's event type, by which payloads are compared: keys that it does not name are not looked at. */
  readonly type?: { readonly source: EventSource; readonly name: string };
  /** Common fields. */
  readonly fields?: Readonly<Record<string, Json>>;
  /** The payload as it stands in the line: for parsers that do not decode it. */
  readonly event?: Json;
  /** The payload decoded: for parsers that do. */
  readonly payload?: Json;
  /** Integers beyond 2^53 by their paths in the record, as JSON pointers: their digits. */
  readonly integers?: Readonly<Record<string, string>>;
  /** Parts of the payload that may be left as they stand in the line, as text. */
  readonly left?: Readonly<Record<string, string>>;
}

/** Expected answer to one line. */
export interface ExpectedLine {
  readonly verdict: 'accept' | 'reject' | 'either';
  readonly truth?: ExpectedRecord;
  /** Lines of one trial with the same label must be answered alike. */
  readonly same?: string;
  /** Of a line of an archive: how much of it a limit that a parser states may cover. Those of a log are measured in its bytes. */
  readonly extent?: Extent;
}

/** Extent of a line, as the limits in hello measure it. */
export interface Extent {
  /** Its length in bytes, without its newline. */
  readonly lineBytes: number;
  /** Levels of nesting, brackets in strings included. */
  readonly depth: number;
}

/** Expected answers to the lines of one file of an archive. */
export interface ExpectedFile {
  readonly server: string;
  readonly name: string;
  readonly lines: readonly ExpectedLine[];
}

/**
 * What a property expects of an answer: lines, in order; files, in any order, or, with `orReported`, word that the archive
 * cannot be read whole; `reported`: that the archive cannot be read
 * whole; `harmless`: any answer, as long as nothing outside the archive was read or written.
 */
export type Expected =
  | { readonly lines: readonly ExpectedLine[] }
  | { readonly files: readonly ExpectedFile[]; readonly orReported?: true }
  | { readonly archive: 'reported' | 'harmless' };

/** A command and what is expected of its answer. */
export interface Step {
  readonly command: Command;
  readonly expected: Expected;
}

/** One try of a property: commands, in order, of one parser. */
export interface Trial {
  /** Asked before, of a fresh process; the answers are not looked at. Left out where it does not matter what came before. */
  readonly before?: readonly Command[];
  readonly steps: readonly Step[];
}
