import type { Dialect } from '../../src/spec/dialect.ts';

/** Answer of a parser to one line. */
export interface LineAnswer {
  readonly ok: boolean;
  /** Record of the line, as the adapter protocol describes; may be left out at depth `lines`, and for lines that are refused. */
  readonly record?: unknown;
  /** Why it refuses the line, for people. */
  readonly error?: string;
}

/** Answer of a parser to a log: one for each line, or, from a parser that gives no sign of lines that it refuses, the records that it delivered, in order. */
export type LogAnswer = readonly LineAnswer[] | { readonly records: readonly unknown[] };

/** Answer of a parser to one file of an archive. */
export interface FileAnswer {
  /** The server that the file is of: `prod-edxapp-001`. */
  readonly server: string;
  /** The file's own name: `tracking.log-20130304.gz`. */
  readonly name: string;
  readonly lines: readonly LineAnswer[];
}

/** Request to a parser. */
export interface ParserContext {
  readonly dialect: Dialect;
  /** `verdicts`: only whether each line is accepted; its record is not looked at. */
  readonly want: 'records' | 'verdicts';
}

/** Depth to which a parser reads: it accepts or refuses lines, reads their common fields, or decodes their payloads too. */
export type ParserDepth = 'lines' | 'fields' | 'payload';

/** A parser under test that runs in the same process: the adapter protocol's version 1 as functions. */
export interface Parser {
  readonly name: string;
  readonly version?: string;
  /** Depth to which it reads: `level` in the protocol. */
  readonly level: ParserDepth;
  readonly dialects: readonly Dialect[];
  /** The dialects in which it refuses whatever breaks the format's rules; elsewhere only what is no record at all. */
  readonly strict?: readonly Dialect[];
  /** Beyond these it may refuse: bytes of a line, and how deep a line's JSON nests. */
  readonly limits?: { readonly lineBytes?: number; readonly depth?: number };
  /** Ids of properties that it knowingly does not have. */
  readonly skip?: readonly string[];
  /** Reads one log file, given in pieces: one answer a line, in order. A piece may end anywhere, inside a character too. */
  parse(chunks: readonly Uint8Array[], context: ParserContext): LogAnswer | Promise<LogAnswer>;
  /**
   * Reads a tar of daily files. Left out by a parser that reads no archives.
   *
   * @throws when the archive cannot be read whole
   */
  archive?(path: string, context: ParserContext): readonly FileAnswer[] | Promise<readonly FileAnswer[]>;
}
