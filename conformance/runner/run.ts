/** Tries the properties of a parser. */
import { setImmediate as turn } from 'node:timers/promises';
import { counted } from '../../src/base/format-number.ts';
import { PROPERTIES } from '../properties/index.ts';
import { isMeasured, type Property } from '../properties/property.ts';
import type { Subject } from '../subjects/subject.ts';
import { CONFORM_DEFAULTS } from './defaults.ts';
import { Effort } from './effort.ts';
import { inOrder } from './in-order.ts';
import type { RunOptions } from './options.ts';
import type { PropertyResult, RunResult } from './result.ts';
import { isAskedFor, select, type PropertyTask } from './select.ts';
import { tryProperty, type Drawing, type Found } from './try-property.ts';

function statusOf(
  property: Property,
  { failure, isUnclear }: Found,
  reason: string | undefined,
): PropertyResult['status'] {
  if (!failure) return property.level === 'may' || isUnclear ? 'told' : 'passed';
  return reason === undefined ? 'failed' : 'known';
}

async function runTask(
  subject: Subject,
  task: PropertyTask,
  drawing: Drawing,
  options: RunOptions,
): Promise<PropertyResult> {
  const { property, dialect, skipped } = task;
  if (skipped !== undefined) return { property, dialect, status: 'skipped', words: skipped, runs: 0, ms: 0 };
  const begin = performance.now();
  const found = await tryProperty(subject, task, drawing, options);
  const isListed = options.known?.find(
    (known) =>
      known.property === property.id && known.dialect === dialect && known.kind === found.failure?.mismatch.kind,
  );
  const ms = performance.now() - begin;
  return {
    property,
    dialect,
    status: statusOf(property, found, isListed?.reason),
    ...found,
    words: isListed?.reason ?? found.words,
    ms,
  };
}

/** What is not true of the list of known failures; of what an option has left out, nothing is known. */
function stale(properties: readonly Property[], options: RunOptions, results: readonly PropertyResult[]): string[] {
  return (options.known ?? []).flatMap(({ property: id, dialect, kind }) => {
    const property = properties.find((each) => each.id === id);
    if (property && !isAskedFor(property, dialect, options)) return [];
    const result = results.find((each) => each.property.id === id && each.dialect === dialect);
    if (result?.untried || result?.isUnclear) return [];
    if (!result || result.status === 'skipped')
      return [`${id} (${dialect}): it is listed as a known failure, but does not apply`];
    if (result.failure?.mismatch.kind === kind) return [];
    return [`${id} (${dialect}): it is listed as a known failure (${kind}), but that no longer fails`];
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

/** After how many properties in a row without any answer no more are tried. */
const MOST_SILENT = 3;

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
async function round(
  subject: Subject,
  tasks: readonly PropertyTask[],
  drawing: Drawing,
  options: RunOptions,
  before?: readonly PropertyResult[],
): Promise<Round> {
  const { bail = Infinity, others = [], onProgress, signal } = options;
  const results: PropertyResult[] = [];
  const subjects = [subject, ...others];
  const answered = () => subjects.reduce((sum, { answers }) => sum + answers, 0);
  let [silent, heard] = [0, answered()];
  const failures = () => [...(before ?? []), ...results].filter(({ status }) => status === 'failed').length;
  const reason = (): string | undefined => {
    if (silent >= MOST_SILENT)
      return `not tried: the parser had answered nothing to ${MOST_SILENT} properties in a row`;
    return failures() >= bail ? `not tried: the run stopped after ${counted(failures(), 'failure')}` : undefined;
  };
  const take = (result: PropertyResult, done: number): boolean => {
    if (before && (result.status !== 'failed' || before.some(sameAs(result)))) return true;
    results.push(result);
    onProgress?.({ result, done, all: tasks.length });
    if (answered() > heard) [silent, heard] = [0, answered()];
    else if (result.failure?.mismatch.kind === 'hang') silent += 1;
    return reason() === undefined;
  };
  const work = async (one: Subject, task: PropertyTask) => {
    // A parser in the same process may leave no turn in which a signal could come.
    if (signal) await turn();
    signal?.throwIfAborted();
    return await runTask(one, task, drawing, options);
  };
  const drawn = tasks.filter(({ property }) => !isMeasured(property));
  await inOrder(drawn, subjects, work, (result, i) => take(result, i + 1));
  if (reason() === undefined)
    await inOrder(tasks.slice(drawn.length), [subject], work, (result, i) => take(result, drawn.length + i + 1));
  const stopped = reason();
  return { results, ...(stopped !== undefined && { stopped }) };
}

/** Result of a property that was not tried because the run stopped. */
const untried = ({ property, dialect, skipped }: PropertyTask, stopped: string): PropertyResult => ({
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
 * @throws UserError when an option names what there is not; the signal's reason
 */
export async function run(
  subject: Subject,
  options: RunOptions = {},
  properties: readonly Property[] = PROPERTIES,
): Promise<RunResult> {
  const { seed = CONFORM_DEFAULTS.seed, time = 0 } = options;
  const begin = performance.now();
  const effort = new Effort(options.effort);
  const tasks = select(properties, subject.claims, options);
  const { results, stopped } = await round(subject, tasks, { seed, effort }, options);
  if (stopped !== undefined) results.push(...tasks.slice(results.length).map((task) => untried(task, stopped)));
  const drawn = tasks.filter(({ property, skipped }) => skipped === undefined && !isMeasured(property));
  const { examples: _, ...fresh } = options;
  let over = stopped;
  for (let again = 1; drawn.length > 0 && over === undefined && performance.now() - begin < time; again += 1) {
    const more = await round(subject, drawn, { seed: `${seed}/${again}`, effort }, fresh, results);
    results.push(...more.results);
    over = more.stopped;
  }
  const staleKnown = stale(properties, options, results);
  const applied = results.filter(({ status }) => status !== 'skipped');
  const conforms = applied.length > 0 && staleKnown.length === 0 && results.every(({ status }) => status !== 'failed');
  return {
    claims: subject.claims,
    seed,
    results,
    ...(over !== undefined && { stopped: over }),
    staleKnown,
    noise: noiseOf([subject, ...(options.others ?? [])]),
    ms: performance.now() - begin,
    conforms,
  };
}
