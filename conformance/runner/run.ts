/** Tries the properties of a parser. */
import fc from 'fast-check';
import { counted } from '../../src/numbers.ts';
import { hash } from '../../src/random/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import type { Mismatch } from '../judge/mismatch.ts';
import { PROPERTIES } from '../properties/index.ts';
import { isMeasured, type MeasuredProperty, type Property, type TrialProperty } from '../property.ts';
import type { Failure, PropertyResult, RunResult } from '../result.ts';
import type { Subject } from '../subject.ts';
import { DEFAULTS } from './defaults.ts';
import { inOrder } from './in-order.ts';
import type { RunOptions } from './options.ts';
import { select, type Task } from './select.ts';
import { shrink } from './shrink.ts';
import { tally } from './tally.ts';
import { firstFailing, tryTrial } from './try.ts';

/** The seed of one property, which no other property's being there changes. */
const seedOf = (seed: string, { property, dialect }: Task): number => hash(seed, `${property.id}/${dialect}`, 0) | 0;

/** By how much fewer are the trials of a property with large inputs. */
const COSTLY = 10;

type Found = Pick<PropertyResult, 'runs' | 'words'> & { readonly failure?: Failure };

async function stored(subject: Subject, { property, dialect }: Task, { examples = [], known = [] }: RunOptions): Promise<Failure | undefined> {
  for (const { trial } of [...examples, ...known].filter((example) => example.property === property.id && example.dialect === dialect)) {
    const { mismatch } = await tryTrial(subject, trial);
    if (mismatch) return { mismatch, trial, shrinks: 0 };
  }
  return undefined;
}

async function fail(subject: Subject, trials: fc.Arbitrary<Failure['trial']>, task: Task, seed: string, path: string, mismatch: Mismatch, trial: Failure['trial']): Promise<Failure> {
  const origin = { trials, seed: seedOf(seed, task), path };
  const smallest = mismatch.flaky ? undefined : await shrink(subject, origin, mismatch.kind);
  return smallest ? { ...smallest, seed } : { mismatch: { ...mismatch, flaky: true }, trial, seed, path, shrinks: 0 };
}

async function tryProperty(subject: Subject, property: TrialProperty, task: Task, seed: string, options: RunOptions): Promise<Found> {
  const { runs: asked = DEFAULTS.runs, path } = options;
  const runs = property.costly ? Math.ceil(asked / COSTLY) : asked;
  const trials = property.trials(task.dialect);
  if (path !== undefined) {
    const failure = await shrink(subject, { trials, seed: seedOf(seed, task), path });
    return { runs: 1, words: '', ...(failure && { failure: { ...failure, seed } }) };
  }
  const example = await stored(subject, task, options);
  if (example) return { runs: 1, words: 'a stored input fails', failure: example };
  const drawn = fc.sample(trials, { seed: seedOf(seed, task), numRuns: runs });
  const seen = tally();
  const failing = await firstFailing(subject, drawn, ({ replies }, trial) => property.observe && seen.add(property.observe(replies, trial)));
  if (!failing) return { runs, words: seen.words() };
  if (property.level === 'may') return { runs: failing.index + 1, words: failing.mismatch.message };
  const failure = await fail(subject, trials, task, seed, `${failing.index}`, failing.mismatch, drawn[failing.index]!);
  return { runs: failing.index + 1, words: '', failure };
}

async function measure(subject: Subject, property: MeasuredProperty, dialect: Dialect): Promise<Found> {
  const { finding, failing, breakdown } = await property.measure(subject, dialect);
  if (!failing) return { runs: 1, words: finding };
  const { kind = 'slow' as const, words = '' } = breakdown ?? {};
  return { runs: 1, words: finding, failure: { mismatch: { kind, message: finding, step: 0, differences: [], words }, trial: failing, shrinks: 0 } };
}

function statusOf(property: Property, { failure }: Found, reason: string | undefined): PropertyResult['status'] {
  if (property.level === 'may') return 'told';
  if (!failure) return 'passed';
  return reason === undefined ? 'failed' : 'known';
}

async function runTask(subject: Subject, task: Task, seed: string, options: RunOptions): Promise<PropertyResult> {
  const { property, dialect, skipped } = task;
  if (skipped !== undefined) return { property, dialect, status: 'skipped', words: skipped, runs: 0, ms: 0 };
  const begin = performance.now();
  const found = isMeasured(property) ? await measure(subject, property, dialect) : await tryProperty(subject, property, task, seed, options);
  const isListed = options.known?.find(
    (known) => known.property === property.id && known.dialect === dialect && known.kind === found.failure?.mismatch.kind,
  );
  const ms = performance.now() - begin;
  return { property, dialect, status: statusOf(property, found, isListed?.reason), ...found, words: isListed?.reason ?? found.words, ms };
}

/** What is not true of the list of known failures. */
function stale({ known = [] }: RunOptions, results: readonly PropertyResult[]): string[] {
  return known.flatMap(({ property, dialect, kind }) => {
    const result = results.find((each) => each.property.id === property && each.dialect === dialect);
    if (result?.untried) return [];
    if (!result || result.status === 'skipped') return [`${property} (${dialect}): it is listed as a known failure, but does not apply`];
    if (result.failure?.mismatch.kind === kind) return [];
    return [`${property} (${dialect}): it is listed as a known failure (${kind}), but that no longer fails`];
  });
}

/** What all of them printed that was no answer. */
const noiseOf = (subjects: readonly Subject[]): Subject['noise'] => ({
  count: subjects.reduce((sum, { noise }) => sum + noise.count, 0),
  first: subjects.find(({ noise }) => noise.count > 0)?.noise.first ?? '',
});

/** Whether two failures are the same to a reader: of one property, in one way. */
const sameAs = (a: PropertyResult) => (b: PropertyResult) =>
  a.property.id === b.property.id && a.dialect === b.dialect && a.failure?.mismatch.kind === b.failure?.mismatch.kind;

interface Round {
  readonly results: PropertyResult[];
  /** Why the rest was not tried. */
  readonly stopped?: string;
}

/**
 * Tries each property once, those that are measured at the end and alone.
 *
 * @param before what is known already, so that only news are told
 */
async function round(subject: Subject, tasks: readonly Task[], seed: string, options: RunOptions, before?: readonly PropertyResult[]): Promise<Round> {
  const { bail = Infinity, others = [], report } = options;
  const results: PropertyResult[] = [];
  const failures = () => [...(before ?? []), ...results].filter(({ status }) => status === 'failed').length;
  const take = (result: PropertyResult, done: number): boolean => {
    if (before && (result.status !== 'failed' || before.some(sameAs(result)))) return true;
    results.push(result);
    report?.(result, done, tasks.length);
    return failures() < bail;
  };
  const work = (one: Subject, task: Task) => runTask(one, task, seed, options);
  const drawn = tasks.filter(({ property }) => !isMeasured(property));
  await inOrder(drawn, [subject, ...others], work, (result, i) => take(result, i + 1));
  if (failures() < bail) await inOrder(tasks.slice(drawn.length), [subject], work, (result, i) => take(result, drawn.length + i + 1));
  return { results, ...(failures() >= bail && { stopped: `not tried: the run stopped after ${counted(failures(), 'failure')}` }) };
}

/** What is told of a property that was not tried because the run stopped. */
const untried = ({ property, dialect, skipped }: Task, stopped: string): PropertyResult => ({
  property,
  dialect,
  status: 'skipped',
  words: skipped ?? stopped,
  runs: 0,
  ms: 0,
  ...(skipped === undefined && { untried: true }),
});

/**
 * Runs the suite against a parser: every property that applies, in every dialect that it reads. The subject stays open.
 *
 * @throws UserError when an option names what there is not
 */
export async function run(subject: Subject, options: RunOptions = {}, properties: readonly Property[] = PROPERTIES): Promise<RunResult> {
  const { seed = DEFAULTS.seed, time = 0 } = options;
  const begin = performance.now();
  const tasks = select(properties, subject.claims, options);
  const { results, stopped } = await round(subject, tasks, seed, options);
  if (stopped !== undefined) results.push(...tasks.slice(results.length).map((task) => untried(task, stopped)));
  const drawn = tasks.filter(({ property, skipped }) => skipped === undefined && !isMeasured(property));
  const { examples: _, ...fresh } = options;
  for (let again = 1, over = stopped; drawn.length > 0 && over === undefined && performance.now() - begin < time; again += 1) {
    const more = await round(subject, drawn, `${seed}/${again}`, fresh, results);
    results.push(...more.results);
    over = more.stopped;
  }
  const staleKnown = stale(options, results);
  const applied = results.filter(({ status }) => status !== 'skipped');
  const conforms = applied.length > 0 && staleKnown.length === 0 && results.every(({ status }) => status !== 'failed');
  return { claims: subject.claims, seed, results, staleKnown, noise: noiseOf([subject, ...(options.others ?? [])]), ms: performance.now() - begin, conforms };
}
