/** Asks a parser what a trial asks, and judges the answers. */
import { judge } from '../judge/judge.ts';
import type { Mismatch } from '../judge/mismatch.ts';
import type { Breakdown, Reply, Subject } from '../subject.ts';
import type { Trial } from '../trial.ts';

/** What came of a trial. */
export interface Tried {
  readonly replies: readonly Reply[];
  readonly mismatch: Mismatch | undefined;
}

const strayMismatch = (step: number, { kind, reason, words = '' }: Breakdown): Mismatch => ({ kind, message: reason, step, differences: [], words });

/**
 * Tries a trial once.
 *
 * @param late called when the parser breaks down over it after it had answered
 */
export async function tryTrial(subject: Subject, trial: Trial, late?: (mismatch: Mismatch) => void): Promise<Tried> {
  const asked = trial.steps.map(({ command }, step) => subject.ask(command, { stray: (breakdown) => late?.(strayMismatch(step, breakdown)) }));
  const replies = await Promise.all(asked);
  return { replies, mismatch: judge(trial, replies, subject.claims) };
}

/** A trial that failed. */
export interface Failing {
  readonly index: number;
  readonly mismatch: Mismatch;
}

/**
 * Tries trials one after the other, as many at a time as the parser lets wait.
 *
 * @param tried called with what came of each
 * @returns the first that failed; what was already asked after it is not looked at
 */
export async function firstFailing(subject: Subject, trials: readonly Trial[], tried: (tried: Tried, trial: Trial) => void): Promise<Failing | undefined> {
  let next = 0;
  let first: Failing | undefined;
  const found = (index: number, mismatch: Mismatch) => {
    if (!first || index < first.index) first = { index, mismatch };
  };
  const work = async () => {
    while (next < trials.length && !first) {
      const index = next;
      next += 1;
      const came = await tryTrial(subject, trials[index]!, (mismatch) => found(index, mismatch));
      if (came.mismatch) found(index, came.mismatch);
      else tried(came, trials[index]!);
    }
  };
  const workers = Math.min(subject.claims.window, trials.length);
  await Promise.all(Array.from({ length: workers }, work));
  return first;
}
