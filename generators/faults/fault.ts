import type { Edit } from '../../src/archive/edit.ts';
import type { Stream } from '../../src/base/random/index.ts';
import type { Dialect, Packaging, RuleId, Source } from '../../src/spec/index.ts';
import { RULES } from '../../src/spec/rules.ts';
import type { ValidLine } from './valid-line.ts';
import type { TarMemberView, TarView } from './tar-view.ts';

/** Level of a log that a fault breaks, from the outside in. */
export const LEVELS = ['bytes', 'json', 'fields', 'payload', 'order', 'archive'] as const;

/** One of {@link LEVELS}. */
export type Level = (typeof LEVELS)[number];

/**
 * What a parser owes to what a fault has made:
 *
 * - `reject`: it must not take it for a conforming log;
 * - `accept`: it must read the same as from the clean log;
 * - `either`: the format leaves it free.
 */
export type Verdict = 'reject' | 'accept' | 'either';

/** Description of a fault operator, for `edxgen faults`, labels and docs. */
export interface FaultInfo {
  /** Stable; labels and the command line name it. */
  readonly id: string;
  readonly level: Level;
  /** Sentence about what it does that begins with its object: `A line is cut at a random byte.` */
  readonly wording: string;
  readonly verdict: Verdict;
  /** The rule that the result breaks; null where it breaks none. */
  readonly rule: RuleId | null;
  /** The dialects that it acts on; all unless said. */
  readonly dialects?: readonly Dialect[];
}

/** Source of a fault that breaks no rule, by its level. */
const LEVEL_SOURCES: Readonly<Record<Level, Source>> = {
  bytes: 'format: A line',
  json: 'format: A line',
  fields: 'format: Common fields',
  payload: 'format: Event sources',
  order: 'format: Cause and effect',
  archive: 'format: Packaging',
};

/** The heading that says what a fault breaks, or leaves as it is. */
export const sourceOf = ({ rule, level }: FaultInfo): Source => (rule ? RULES[rule].source : LEVEL_SOURCES[level]);

/** Context of a line, which some faults need. */
export interface LineContext {
  /** The line's number in the file as it is written, from 1. */
  readonly number: number;
  /** The next line, for faults that take a pair. */
  readonly next: ValidLine | undefined;
  /** Lines that were written unbroken just before, the nearest first: of this file, then of the one before. At most 64. */
  before(): Iterable<string>;
  /** How many of those are of this file. */
  readonly inFile: number;
}

/**
 * Breaks one line, or two that follow each other; of event types that the dialect knows. Texts are binary strings, one character a byte, and clean lines are ASCII.
 */
export interface LineFault extends FaultInfo {
  readonly scope: 'line';
  /** `pair`: it takes the next line of the file too, `context.next`, and what it returns stands for both. */
  readonly takes?: 'pair';
  /** It acts only when named: a share of all lines would make a log many times as large. */
  readonly onlyNamed?: true;
  /** What it returns is added before or after the line, which stays as it is. */
  readonly adds?: 'before' | 'after';
  /** What it returns is all that is to stand there. Where it does not take a pair, or add, the line's prefix is put before it else. */
  readonly whole?: true;
  /**
   * The broken text, without the newline at its end; or undefined when this line cannot be broken so. What it returns for
   * `reject` breaks `rule`, always; for `accept` it means the same as the line.
   */
  break(line: ValidLine, random: Stream, context: LineContext): string | undefined;
}

/** What an operator makes of a line, as it is to stand in the file: what breaks the object alone stands behind the line's prefix. */
export function breakLine(fault: LineFault, line: ValidLine, random: Stream, context: LineContext): string | undefined {
  const broken = fault.break(line, random, context);
  const isWhole = fault.whole || fault.takes || fault.adds;
  return broken === undefined || isWhole ? broken : line.prefix + broken;
}

/** One of the daily files that a {@link FileFault} acts on. */
export interface FileInfo {
  /** `tracking.log-20130304.gz` */
  readonly name: string;
  /** How many lines its clean text has, one at least. */
  readonly lines: number;
}

/** Position of a {@link FileFault} in its files. */
export interface FilePosition {
  /** Which of the fault's files: 0, or 1 for the second. */
  readonly file: number;
  /** Of the clean line, from 1. */
  readonly number: number;
  /** Where the next byte will stand: line from 1, offset in bytes. */
  readonly line: number;
  readonly offset: number;
}

/** What a {@link FileFault} tells of what it did, to stand in its label. */
export interface FileLabel {
  readonly file: number;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly clean: string | null;
  readonly from?: { readonly file: number; readonly line: number; readonly offset: number };
}

/** A file fault at work. */
export interface FileBreaker {
  /** What to write for a clean line, which comes with its newline. */
  write(text: string, at: FilePosition): string;
  /** Called when all lines have been written. */
  label(): FileLabel;
}

/** Breaks a whole daily file, or two of a server that follow each other. */
export interface FileFault extends FaultInfo {
  readonly scope: 'file';
  readonly files: 1 | 2;
  /** The packagings whose files it can break; all unless said. */
  readonly packagings?: readonly Packaging[];
  /** Undefined when these files cannot be broken so. */
  begin(files: readonly FileInfo[], random: Stream): FileBreaker | undefined;
  /**
   * Undoes it where the label's `clean` alone does not: gives the clean lines for the broken ones, all with newlines.
   *
   * @param number of the line, from 1
   */
  restore?(text: string, number: number): string;
}

/** Breaks an archive, or the packing of a file in it. */
export interface ArchiveFault extends FaultInfo {
  readonly scope: 'archive';
  /** Whether it breaks one daily file of the archive, or the archive as a whole. */
  readonly target: 'member' | 'tar';
  /** The name of the member at which it shows, where that is not the target's own. */
  shows?(target: TarMemberView): string;
  /**
   * What to replace in the archive; edits lie in order and inside the target. Undefined when this target cannot be broken so.
   *
   * @param target the member; for the whole archive its last one
   */
  break(tar: TarView, target: TarMemberView, random: Stream): Edit[] | undefined;
}

/** Any operator. */
export type Fault = LineFault | FileFault | ArchiveFault;

/** What the operators of a table share. */
export type Shared = Pick<FaultInfo, 'level' | 'verdict' | 'rule'>;

/** What a row of a table tells of its operator: all that the table does not, or what is otherwise than there. */
export type Row<F> = Omit<F, 'scope' | keyof Shared> & Partial<Shared>;

/** Line operators of one kind, as a table. */
export const lineFaults = (shared: Shared, rows: readonly Row<LineFault>[]): LineFault[] =>
  rows.map((row) => ({ scope: 'line', ...shared, ...row }));

/** Archive operators of one kind, as a table. */
export const archiveFaults = (
  shared: Omit<Shared, 'level'> & Pick<ArchiveFault, 'target'>,
  rows: readonly Omit<Row<ArchiveFault>, 'target'>[],
): ArchiveFault[] => rows.map((row) => ({ scope: 'archive', level: 'archive', ...shared, ...row }));
