import fc from 'fast-check';
import type { Mismatch } from '../oracle/mismatch.ts';
import type { Failure } from './result.ts';
import type { Subject } from '../subjects/subject.ts';
import type { Trial } from '../subjects/trial.ts';
import type { Shown } from './confirm.ts';
import { Effort } from './effort.ts';
import { impatience, mismatchOf } from './try.ts';

/** Milliseconds that making one failing input smaller may take, of those of the run. */
const BUDGET = 15_000;

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
 * @param kind the way it fails; any, for the trial at the path alone
 * @returns undefined when it does not fail again
 * @throws what the subject throws, which fast-check would take for one more failure
 */
export async function shrink(
  subject: Subject,
  { trials, seed, path }: Origin,
  kind?: Mismatch['kind'],
  effort = new Effort(),
): Promise<Omit<Failure, 'seed'> | undefined> {
  const timeout = impatience(subject, kind);
  let last: Shown | undefined;
  let broken: { readonly error: unknown } | undefined;
  const holds = async (trial: Trial, isOver: () => boolean): Promise<boolean> => {
    // The trial itself is tried in any case.
    if (broken || (last && isOver())) return true;
    const mismatch = await mismatchOf(subject, trial, { timeout }).catch((error: unknown) => void (broken = { error }));
    if (!mismatch || (kind && mismatch.kind !== kind)) return true;
    last = { trial, mismatch };
    return false;
  };
  const details = await effort.spend(BUDGET, (isOver) =>
    fc.check(
      fc.asyncProperty(trials, (trial) => holds(trial, isOver)),
      { seed, path, numRuns: 1, endOnFailure: kind === undefined },
    ),
  );
  if (broken) throw broken.error;
  if (!last) return undefined;
  const mismatch = timeout === undefined ? last.mismatch : await mismatchOf(subject, last.trial);
  return (
    mismatch && { trial: last.trial, mismatch, path: details.counterexamplePath ?? path, shrinks: details.numShrinks }
  );
}
