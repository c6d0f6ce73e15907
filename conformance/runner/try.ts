/** Asks a parser what a trial asks, and compares the answers with what it expects. */
import { setTimeout as pause } from 'node:timers/promises';
import { firstMismatch } from '../oracle/oracle.ts';
import type { Mismatch } from '../oracle/mismatch.ts';
import type { AdapterFailure, Reply, Subject } from '../subjects/subject.ts';
import type { Command, Trial } from '../subjects/trial.ts';

/** Result of one trial. */
export interface Tried {
  readonly replies: readonly Reply[];
  readonly mismatch: Mismatch | undefined;
}

const lateMismatch = (step: number, { kind, reason, words = '' }: AdapterFailure): Mismatch => ({
  kind,
  message: reason,
  step,
  differences: [],
  words,
});

/** What a trial asks, and of a fresh process where it must be. */
function commandsOf({ before, steps }: Trial): Command[] {
  const all = [...(before ?? []), ...steps.map(({ command }) => command)];
  return before ? all.map((command, i) => (i === 0 ? { ...command, fresh: true } : command)) : all;
}

/** Options for trying a trial. */
export interface Trying {
  /** Called when the parser breaks down over it after it had answered. */
  readonly late?: (mismatch: Mismatch) => void;
  /** Milliseconds for an answer, instead of the subject's own. */
  readonly timeout?: number | undefined;
  /** Whether somebody still wants to know. */
  readonly wanted?: () => boolean;
}

/** Tries a trial once. */
export async function tryTrial(subject: Subject, trial: Trial, { late, timeout, wanted }: Trying = {}): Promise<Tried> {
  const first = trial.before?.length ?? 0;
  const asking = { ...(timeout !== undefined && { timeout }), ...(wanted && { wanted }) };
  const asked = commandsOf(trial).map((command, i) =>
    subject.ask(command, {
      ...asking,
      onLateFailure: (failure) => i >= first && late?.(lateMismatch(i - first, failure)),
    }),
  );
  const replies = (await Promise.all(asked)).slice(first);
  return { replies, mismatch: firstMismatch(trial, replies, subject.claims) };
}

/** Milliseconds to wait for an answer while an input that gets none is tried again and again; in the end the full time shows it. */
const IMPATIENT = 1000;

/** The time for an answer while failures of a kind are tried again; undefined where it is the subject's own. */
export const impatience = (subject: Subject, kind?: Mismatch['kind']): number | undefined =>
  kind === 'hang' ? Math.min(IMPATIENT, subject.timeout) : undefined;

/**
 * What is wrong with the answers to a trial, late ones too.
 *
 * @param trying with `patience`, milliseconds to wait for late ones
 */
export async function mismatchOf(
  subject: Subject,
  trial: Trial,
  { patience = 0, ...trying }: Omit<Trying, 'late'> & { readonly patience?: number } = {},
): Promise<Mismatch | undefined> {
  let last: Mismatch | undefined;
  const tried = await tryTrial(subject, trial, { ...trying, late: (mismatch) => (last = mismatch) });
  if (tried.mismatch) return tried.mismatch;
  if (!last && patience > 0) await pause(patience);
  return last;
}

/** A trial that failed. */
export interface Failing {
  readonly index: number;
  readonly trial: Trial;
  readonly mismatch: Mismatch;
  /** Commands that the process was asked before, where they are known. */
  readonly before: () => readonly Command[];
}

/** Draws trials one after the other, and waits for what takes each before it draws the next; ends where that says false. */
export type Draw = (take: (trial: Trial) => Promise<boolean>) => Promise<void>;

/**
 * Tries trials one after the other, as many at a time as the parser lets wait. The next are drawn while it works.
 *
 * @param fails whether a mismatch is a failure
 * @param tried called with what came of each that is none
 * @returns the first that failed; what was already asked after it is not looked at
 */
export async function firstFailing(
  subject: Subject,
  draw: Draw,
  fails: (mismatch: Mismatch) => boolean,
  tried: (tried: Tried, trial: Trial) => void,
): Promise<Failing | undefined> {
  let first: Failing | undefined;
  let broken: { readonly error: unknown } | undefined;
  const found = (failing: Failing) => {
    if (!first || failing.index < first.index) first = failing;
  };
  const work = async (trial: Trial, index: number) => {
    const wanted = () => !first || index < first.index;
    let replies: readonly Reply[] = [];
    const before = () => replies[0]?.before?.() ?? [];
    const came = await tryTrial(subject, trial, {
      late: (mismatch) => found({ index, trial, mismatch, before }),
      wanted,
    });
    ({ replies } = came);
    if (first && !wanted()) return;
    if (came.mismatch && fails(came.mismatch)) found({ index, trial, mismatch: came.mismatch, before });
    else tried(came, trial);
  };
  const working = new Set<Promise<void>>();
  let drawn = 0;
  await draw(async (trial) => {
    while (working.size >= subject.claims.window) await Promise.race(working);
    if (first || broken) return false;
    const one: Promise<void> = work(trial, drawn)
      .catch((error: unknown) => void (broken ??= { error }))
      .finally(() => working.delete(one));
    drawn += 1;
    working.add(one);
    return true;
  });
  await Promise.all(working);
  if (broken) throw broken.error;
  return first;
}
