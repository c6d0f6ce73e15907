import type { Observed } from './observe.ts';

/** One figure of real courses, how it is measured in a run, and how far the run may be from it. */
export interface Statistic {
  /** The row of docs/realism.md. */
  readonly row: string;
  readonly what: string;
  /** The figure, as its source gives it. */
  readonly target: number;
  readonly band: readonly [low: number, high: number];
  readonly source: string;
  measure(observed: Observed): number;
}

export const statistic = (
  row: string,
  what: string,
  target: number,
  band: readonly [low: number, high: number],
  source: string,
  measure: (observed: Observed) => number,
): Statistic => ({ row, what, target, band, source, measure });
