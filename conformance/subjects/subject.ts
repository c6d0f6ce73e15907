import type { Dialect } from '../../src/spec/index.ts';
import type { Stopwatch } from './processor-time.ts';
import type { FileAnswer, LineAnswer, ParserDepth } from './parser.ts';
import type { Command } from './trial.ts';

/** Claims of a parser about itself: its answer to hello. */
export interface Claims {
  readonly parser: string;
  readonly version: string;
  /** The language it is written in; empty where it does not say. */
  readonly language: string;
  /** Depth to which it reads: `level` in hello. */
  readonly depth: ParserDepth;
  readonly dialects: readonly Dialect[];
  readonly strict: readonly Dialect[];
  readonly archives: boolean;
  readonly limits: { readonly lineBytes?: number; readonly depth?: number };
  readonly skip: readonly string[];
  /** Commands that may be sent before the first of them is answered. */
  readonly window: number;
}

/** Outcome of a command. */
export type Outcome =
  | { readonly kind: 'lines'; readonly lines: readonly LineAnswer[] }
  /** Records delivered by a parser that gives no sign of lines that it refuses, in order. */
  | { readonly kind: 'records'; readonly records: readonly unknown[] }
  | { readonly kind: 'files'; readonly files: readonly FileAnswer[] }
  /** The archive cannot be read whole. */
  | { readonly kind: 'error'; readonly error: string }
  /** It wrote a file outside the archive's own folder. */
  | { readonly kind: 'escaped'; readonly path: string }
  | AdapterFailure;

/** The parser gave no answer, or none that the protocol knows. */
export interface AdapterFailure {
  readonly kind: 'fault' | 'protocol' | 'crash' | 'hang';
  /** Reason of the failure, in a sentence. */
  readonly reason: string;
  /** Its last words on standard error, or the offending text. */
  readonly words?: string;
}

export type Reply = Outcome & {
  /** Milliseconds from asking, or from the answer before, to the answer. */
  readonly ms: number;
  /** Commands that the same process was asked before, where one process is asked many times. */
  readonly before?: () => readonly Command[];
};

export const isAdapterFailure = (reply: Outcome): reply is AdapterFailure =>
  ['fault', 'protocol', 'crash', 'hang'].includes(reply.kind);

/** Options for asking a command. */
export interface Asking {
  /** Milliseconds. */
  readonly timeout?: number;
  /** Called when the parser answers the command a second time. */
  readonly onLateFailure?: (failure: AdapterFailure) => void;
  /** Whether somebody still wants to know. */
  readonly wanted?: () => boolean;
}

/** A parser under test, wherever it runs. */
export interface Subject {
  readonly claims: Claims;
  /** Milliseconds for an answer. */
  readonly timeout: number;
  /**
   * Asks a command; waits until the commands asked before have been sent. Never rejects for what the parser does, but with a
   * UserError for what its surroundings do.
   */
  ask(command: Command, asking?: Asking): Promise<Reply>;
  /** Commands answered so far, right or wrong. */
  readonly answers: number;
  /** Whether one process is asked many times, so that what came before may matter. */
  readonly remembers: boolean;
  /** Bytes that the parser has in memory, where the platform tells. */
  memory?(): Promise<number | undefined>;
  /** Begins to take the parser's own processor time; left out where the platform does not tell. */
  stopwatch?(): Stopwatch;
  /** Lines that were no answers, so far. */
  readonly noise: { readonly count: number; readonly first: string };
  close(): Promise<unknown>;
}
