import type fc from 'fast-check';
import type { Dialect, Source } from '../../src/spec/index.ts';
import type { AdapterFailure, Reply, Subject } from '../subjects/subject.ts';
import type { Trial } from '../subjects/trial.ts';

/** What a parser that lacks a property is told: it fails (must, should), or only what it does (may). */
export const PROPERTY_LEVELS = ['must', 'should', 'may'] as const;

/** One of {@link PROPERTY_LEVELS}. */
export type PropertyLevel = (typeof PROPERTY_LEVELS)[number];

/** How deep a parser must read for a property to mean anything to it. */
export const DEPTHS = ['lines', 'fields', 'payload', 'archive', 'strict'] as const;

/** One of {@link DEPTHS}. */
export type Depth = (typeof DEPTHS)[number];

/** What is told of a property. */
export interface PropertyInfo {
  /** Stable: options, reports and stored failures name it. */
  readonly id: string;
  readonly level: PropertyLevel;
  readonly depth: Depth;
  /** One sentence that a right parser makes true. */
  readonly statement: string;
  /** The heading that it follows from. */
  readonly source: Source;
  /** The dialects that it is about; all unless said. */
  readonly dialects?: readonly Dialect[];
  /**
   * The path in the record that it is about, a JSON pointer, or `before`: what the parser was asked before; any if left out. Of
   * failures of one cause, the one of the property that is about the path that is wrong is shown.
   */
  readonly about?: string;
  /** Its inputs are so large that it is tried with a tenth of the runs. */
  readonly costly?: true;
}

/** A property that trials show or refute. */
export interface TrialProperty extends PropertyInfo {
  trials(dialect: Dialect): fc.Arbitrary<Trial>;
  /** For a `may`: what the parser does, in some words, from its replies to a trial that it has survived. */
  observe?(replies: readonly Reply[], trial: Trial): string;
}

/** What a measurement found. */
export interface Measured {
  /** What was found, in a sentence. */
  readonly finding: string;
  /** The trial that shows that the property does not hold. */
  readonly failing?: Trial;
  /** It could not be measured here: told, and no failure. */
  readonly isUnclear?: true;
  /** What the parser did instead of answering it. */
  readonly failure?: AdapterFailure;
}

/** A property that is measured, once a run. */
export interface MeasuredProperty extends PropertyInfo {
  /** @param again what failed in an earlier run, to be measured again instead of all */
  measure(subject: Subject, dialect: Dialect, again?: Trial): Promise<Measured>;
}

export type Property = TrialProperty | MeasuredProperty;

export const isMeasured = (property: Property): property is MeasuredProperty => 'measure' in property;
