/** Tries one property of a parser: by trials that are drawn or stored, or by measuring. */
import fc from 'fast-check';
import { hash } from '../../src/base/random/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import type { Mismatch } from '../oracle/mismatch.ts';
import {
  isMeasured,
  type MeasuredProperty,
  type Property,
  type PropertyLevel,
  type TrialProperty,
} from '../properties/property.ts';
import { isAdapterFailure, type Subject } from '../subjects/subject.ts';
import type { Trial } from '../subjects/trial.ts';
import { confirmed } from './confirm.ts';
import { CONFORM_DEFAULTS } from './defaults.ts';
import type { Effort } from './effort.ts';
import type { RunOptions } from './options.ts';
import type { Failure, PropertyResult } from './result.ts';
import type { PropertyTask } from './select.ts';
import { shrink } from './shrink.ts';
import { tally } from './tally.ts';
import { firstFailing, tryTrial, type Draw, type Failing, type Tried } from './try.ts';

/** The seed of one property, which no other property's being there changes. */
const seedOf = (seed: string, { property, dialect }: PropertyTask): number =>
  hash(seed, `${property.id}/${dialect}`, 0) | 0;

/** Divisor of the number of trials for a property with large inputs. */
const COSTLY = 10;

/** Result of trying one property. */
export type Found = Pick<PropertyResult, 'runs' | 'words' | 'isUnclear'> & { readonly failure?: Failure };

/** Whether a mismatch fails a property: dying does at any level, what is free may come out in any other way. */
const failsAt =
  (level: PropertyLevel) =>
  ({ kind }: Mismatch): boolean =>
    level !== 'may' || kind === 'crash' || kind === 'hang';

async function stored(
  subject: Subject,
  { property, dialect }: PropertyTask,
  { examples = [], known = [] }: RunOptions,
): Promise<Failure | undefined> {
  for (const { trial } of [...examples, ...known].filter(
    (example) => example.property === property.id && example.dialect === dialect,
  )) {
    const { mismatch } = await tryTrial(subject, trial);
    if (mismatch && failsAt(property.level)(mismatch)) return { mismatch, trial, shrinks: 0 };
  }
  return undefined;
}

/** Draws the trials that `fc.sample` would, each when it is asked for. */
const drawOf =
  (trials: fc.Arbitrary<Trial>, seed: number, numRuns: number): Draw =>
  async (take) => {
    await fc.check(fc.asyncProperty(trials, take), { seed, numRuns, endOnFailure: true });
  };

/** Seed that the trials of a round are drawn from, and the time left for shrinking failures. */
export interface Drawing {
  readonly seed: string;
  readonly effort: Effort;
}

/** Makes a failing trial smaller, and sees to it that it shows the failure in a fresh process. */
async function fail(
  subject: Subject,
  trials: fc.Arbitrary<Failure['trial']>,
  task: PropertyTask,
  { seed, effort }: Drawing,
  { index, trial, mismatch, before }: Failing,
): Promise<Failure> {
  const origin = { seed, path: `${index}` };
  // Where nothing is ever answered, nothing smaller shows more.
  if (mismatch.kind === 'hang' && subject.answers === 0) return { mismatch, trial, ...origin, shrinks: 0 };
  const smallest = await shrink(subject, { trials, seed: seedOf(seed, task), path: `${index}` }, mismatch.kind, effort);
  const found = smallest ? { ...smallest, seed } : { mismatch, trial, ...origin, shrinks: 0 };
  if (!subject.remembers) return smallest ? found : { ...found, mismatch: { ...mismatch, flaky: true } };
  const shown = await confirmed(subject, found, before(), effort);
  // What needs others before it does not come again by its own seed and path.
  const { seed: _, path: __, ...rest } = found;
  return { ...(shown.trial.before && !shown.mismatch.flaky ? rest : found), ...shown };
}

async function tryDrawn(
  subject: Subject,
  property: TrialProperty,
  task: PropertyTask,
  { seed, effort }: Drawing,
  options: RunOptions,
): Promise<Found> {
  const { runs: asked = CONFORM_DEFAULTS.runs, path } = options;
  const runs = property.costly ? Math.ceil(asked / COSTLY) : asked;
  const trials = property.trials(task.dialect);
  const fails = failsAt(property.level);
  if (path !== undefined) {
    const failure = await shrink(subject, { trials, seed: seedOf(seed, task), path });
    return {
      runs: 1,
      words: failure?.mismatch.message ?? '',
      ...(failure && fails(failure.mismatch) && { failure: { ...failure, seed } }),
    };
  }
  const example = await stored(subject, task, options);
  if (example) return { runs: 1, words: 'a stored input fails', failure: example };
  const seen = tally();
  const tried = ({ replies, mismatch }: Tried, trial: Failure['trial']) => {
    if (mismatch) seen.add(mismatch.message);
    else if (replies.some(isAdapterFailure)) seen.add('ends, beyond a limit that it states');
    else if (property.observe) seen.add(property.observe(replies, trial));
  };
  const failing = await firstFailing(subject, drawOf(trials, seedOf(seed, task), runs), fails, tried);
  if (!failing) return { runs, words: seen.words() };
  return {
    runs: failing.index + 1,
    words: '',
    failure: await fail(subject, trials, task, { seed, effort }, failing),
  };
}

async function measure(subject: Subject, property: MeasuredProperty, dialect: Dialect, again?: Trial): Promise<Found> {
  const { finding, failing, failure, isUnclear } = await property.measure(subject, dialect, again);
  if (!failing) return { runs: 1, words: finding, ...(isUnclear && { isUnclear }) };
  const { kind = 'slow' as const, words = '' } = failure ?? {};
  return {
    runs: 1,
    words: finding,
    failure: {
      mismatch: { kind, message: finding, step: failing.steps.length - 1, differences: [], words },
      trial: failing,
      shrinks: 0,
    },
  };
}

/** Tries the property of a task: by trials, or by measuring. */
export async function tryProperty(
  subject: Subject,
  task: PropertyTask,
  drawing: Drawing,
  options: RunOptions,
): Promise<Found> {
  const { property, dialect } = task;
  if (isMeasured(property)) return await measure(subject, property, dialect);
  return await tryDrawn(subject, property, task, drawing, options);
}

/** Tries a property with one stored trial alone: what is measured, is measured again. */
export async function tryStored(subject: Subject, property: Property, dialect: Dialect, trial: Trial): Promise<Found> {
  if (isMeasured(property)) return await measure(subject, property, dialect, trial);
  const { mismatch } = await tryTrial(subject, trial);
  return {
    runs: 1,
    words: mismatch ? '' : 'the answer is right',
    ...(mismatch && { failure: { mismatch, trial, shrinks: 0 } }),
  };
}
