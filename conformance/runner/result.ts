/** Results of a run of the kit. */
import type { Dialect } from '../../src/spec/index.ts';
import type { Mismatch } from '../oracle/mismatch.ts';
import type { PropertyInfo } from '../properties/property.ts';
import type { Claims } from '../subjects/subject.ts';
import type { Trial } from '../subjects/trial.ts';

/** A trial that shows that a property does not hold, as small as it could be made. */
export interface Failure {
  readonly mismatch: Mismatch;
  readonly trial: Trial;
  /** Seed and path that give the trial again, with the same version of the kit; missing for stored trials. */
  readonly seed?: string;
  readonly path?: string;
  /** Times that the trial was shrunk. */
  readonly shrinks: number;
  /** The file that the trial is stored in, in process. */
  readonly file?: string;
}

/**
 * What came of a property in a dialect. `failed`: a must or should does not hold, or the parser died over it; `known`: the same,
 * and it is listed; `told`: a may, of which only is told what the parser does, or what could not be
 * measured here.
 */
export type Status = 'passed' | 'failed' | 'known' | 'told' | 'skipped';

export interface PropertyResult {
  readonly property: PropertyInfo;
  readonly dialect: Dialect;
  readonly status: Status;
  /** Why it was skipped, why its failure is known, or what was found. */
  readonly words: string;
  readonly runs: number;
  /** Milliseconds. */
  readonly ms: number;
  readonly failure?: Failure;
  /** Growth could not be measured on this machine. */
  readonly isUnclear?: true;
  /** The run stopped before this property was tried. */
  readonly untried?: true;
}

export interface RunResult {
  readonly claims: Claims;
  readonly seed: string;
  readonly results: readonly PropertyResult[];
  /** Why it ended before all was tried. */
  readonly stopped?: string;
  /** What is wrong with the list of known failures, a sentence each. */
  readonly staleKnown: readonly string[];
  /** Lines of the adapter's that were no answers. */
  readonly noise: { readonly count: number; readonly first: string };
  readonly ms: number;
  /** Whether something applied, nothing failed, and the list of known failures is true. */
  readonly conforms: boolean;
}
