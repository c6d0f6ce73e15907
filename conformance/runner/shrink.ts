import fc from 'fast-check';
import type { Mismatch } from '../judge/mismatch.ts';
import type { Failure } from '../result.ts';
import type { Subject } from '../subject.ts';
import type { Trial } from '../trial.ts';
import { tryTrial } from './try.ts';

/** Milliseconds that making a failing input smaller may take. */
const BUDGET = 15_000;
/** What waits for a time limit takes long to try. */
const HANG_BUDGET = 4;

/** Where a failing trial comes from. */
export interface Origin {
  readonly trials: fc.Arbitrary<Trial>;
  readonly seed: number;
  /** fast-check's path to the trial. */
  readonly path: string;
}

/**
 * Makes a failing trial as small as it goes, as long as it fails in the same way.
 *
 * @param smaller whether to try smaller ones at all
 * @returns undefined when it does not fail again
 */
export async function shrink(subject: Subject, { trials, seed, path }: Origin, kind: Mismatch['kind'] | undefined, smaller = true): Promise<Omit<Failure, 'seed'> | undefined> {
  const begin = performance.now();
  let slowest = 0;
  let last: { trial: Trial; mismatch: Mismatch } | undefined;
  const holds = async (trial: Trial): Promise<boolean> => {
    if (performance.now() - begin > BUDGET + (kind === 'hang' ? HANG_BUDGET * slowest : 0)) return true;
    const start = performance.now();
    let stray: Mismatch | undefined;
    const tried = await tryTrial(subject, trial, (mismatch) => (stray = mismatch));
    const mismatch = tried.mismatch ?? stray;
    if (!mismatch || (kind && mismatch.kind !== kind)) return true;
    slowest = Math.max(slowest, performance.now() - start);
    last = { trial, mismatch };
    return false;
  };
  const details = await fc.check(fc.asyncProperty(trials, holds), { seed, path, numRuns: 1, endOnFailure: !smaller });
  return last && { ...last, path: details.counterexamplePath ?? path, shrinks: details.numShrinks };
}
