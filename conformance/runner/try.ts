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
 * @param timeout milliseconds for an answer, instead of the subject's own
 */
export async function tryTrial(subject: Subject, trial: Trial, late?: (mismatch: Mismatch) => void, timeout?: number): Promise<Tried> {
  const asked = trial.steps.map(({ command }, step) =>
    subject.ask(command, { stray: (breakdown) => late?.(strayMismatch(step, breakdown)), ...(timeout !== undefined && { timeout }) }),
  );
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
  let first: Failing | undefined;
  const found = (index: number, mismatch: Mismatch) => {
    if (!first || index < first.index) first = { index, mismatch };
  };
  const waiting = trials.entries();
  const work = async () => {
    for (const [index, trial] of waiting) {
      const came = await tryTrial(subject, trial, (mismatch) => found(index, mismatch));
      if (came.mismatch) found(index, came.mismatch);
      else tried(came, trial);
      if (first) return;
    }
  };
  const workers = Math.min(subject.claims.window, trials.length);
  await Promise.all(Array.from({ length: workers }, work));
  return first;
}
