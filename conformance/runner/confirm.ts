/** Whether a failing trial fails in a fresh process too; if not, which commands must come before it. */
import type { Mismatch } from '../oracle/mismatch.ts';
import type { Subject } from '../subjects/subject.ts';
import type { Command, Trial } from '../subjects/trial.ts';
import { Effort, type IsOver } from './effort.ts';
import { impatience, mismatchOf } from './try.ts';

/** A trial and what is wrong with its answers. */
export interface Shown {
  readonly trial: Trial;
  readonly mismatch: Mismatch;
}

/** Milliseconds that looking for the commands before it may take, of those of the run. */
const BUDGET = 20_000;
/** Milliseconds in which a process may end after its answer. */
const PATIENCE = 200;
/** How many of them are kept where it does not come again. */
const KEPT = 64;

/**
 * Looks what a failure needs to come again in a fresh process: nothing, or the last few commands before it. How many those are
 * is found by doubling, then by halving what is left; what was asked long before is rarely needed.
 *
 * @param history what the process had been asked before
 * @returns the trial with those commands; or, marked as flaky, with the last that came before it
 */
export async function confirmed(
  subject: Subject,
  { trial, mismatch }: Shown,
  history: readonly Command[],
  effort = new Effort(),
): Promise<Shown> {
  return await effort.spend(BUDGET, (isOver) => search(subject, { trial, mismatch }, history, isOver));
}

async function search(
  subject: Subject,
  { trial, mismatch }: Shown,
  history: readonly Command[],
  isOver: IsOver,
): Promise<Shown> {
  const timeout = impatience(subject, mismatch.kind);
  const last = (count: number): Trial => ({ ...trial, before: count === 0 ? [] : history.slice(-count) });
  const after = async (count: number): Promise<Mismatch | undefined> => {
    // Many slow answers are not waited for: once it is too late, what came of them tells nothing.
    const isLate = () => isOver(subject.timeout);
    const patience = mismatch.kind === 'crash' ? PATIENCE : 0;
    const found = await mismatchOf(subject, last(count), { timeout, patience, wanted: () => !isLate() });
    return found?.kind === mismatch.kind && !isLate() ? found : undefined;
  };
  if (await after(0)) return { trial, mismatch };
  let [fewer, count] = [0, 1];
  let found: Mismatch | undefined;
  while (history.length > fewer) {
    // With no time left, it is tried once more, after the last few.
    const isLast = isOver();
    count = Math.min(isLast ? Math.max(count, KEPT) : count, history.length);
    found = await after(count);
    if (found || isLast) break;
    [fewer, count] = [count, count * 2];
  }
  if (!found) return { trial: last(Math.min(KEPT, history.length)), mismatch: { ...mismatch, flaky: true } };
  while (count - fewer > 1 && !isOver()) {
    const half = (fewer + count) >> 1;
    const again = await after(half);
    if (again) [count, found] = [half, again];
    else fewer = half;
  }
  // A hang was waited for less long here than it will be.
  return { trial: last(count), mismatch: mismatch.kind === 'hang' ? mismatch : found };
}
