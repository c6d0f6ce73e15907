import type { Difference } from './compare.ts';

/**
 * How an answer is wrong. While a failing input shrinks, this stays the same.
 *
 * - `refused`, `accepted`: a line that should not have been; `record`: it was read wrong; `unequal`: not answered like its twin;
 * - `count`: not one answer a line; `archive`: the archive or its files as a whole; `slow`: time grows too fast;
 * - the rest are breakdowns.
 */
export const MISMATCH_KINDS = [
  'refused',
  'accepted',
  'record',
  'unequal',
  'count',
  'archive',
  'slow',
  'fault',
  'protocol',
  'crash',
  'hang',
] as const;

/** One of {@link MISMATCH_KINDS}. */
export type MismatchKind = (typeof MISMATCH_KINDS)[number];

/** Why an answer is wrong, and where. */
export interface Mismatch {
  readonly kind: MismatchKind;
  /** One sentence. */
  readonly message: string;
  /** Step of the trial, from 0. */
  readonly step: number;
  /** The file of an archive, `server/name`. */
  readonly file?: string;
  /** Line, from 0. */
  readonly line?: number;
  readonly differences: readonly Difference[];
  /** Why a line that it accepts must be refused. */
  readonly why?: string;
  /** Cause, without what differs from input to input: failures of one cause share it. */
  readonly cause?: string;
  /** Last words on standard error, or the offending text. */
  readonly words?: string;
  /** A crash that does not come again with its input alone. */
  readonly flaky?: boolean;
}
