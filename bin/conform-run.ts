/** Runs the suite for `edxgen conform`: what it prints and what it writes. */
import { existsSync, writeFileSync } from 'node:fs';
import type { Depth, PropertyLevel } from '../conformance/properties/property.ts';
import { PROPERTIES } from '../conformance/properties/index.ts';
import { alsoLines, causesOf } from '../conformance/reports/causes.ts';
import { annotation, uncommanded } from '../conformance/reports/github.ts';
import type { Reproduction } from '../conformance/reports/failure.ts';
import { REPORTS, type ReportName } from '../conformance/reports/index.ts';
import { closing, failed, failures } from '../conformance/reports/text.ts';
import type { PropertyResult } from '../conformance/runner/result.ts';
import { CONFORM_DEFAULTS } from '../conformance/runner/defaults.ts';
import { knownFailures, readKnownFailures, type KnownFailure } from '../conformance/runner/known-failures.ts';
import type { PropertyTried } from '../conformance/runner/options.ts';
import { run } from '../conformance/runner/run.ts';
import { tryStored } from '../conformance/runner/try-property.ts';
import { readTrial, readTrials, writeTrial } from '../conformance/runner/stored-trial.ts';
import type { Subject } from '../conformance/subjects/subject.ts';
import { counted } from '../src/base/format-number.ts';
import { printable } from '../src/base/printable.ts';
import { fileSystemError, UserError } from '../src/base/user-error.ts';
import type { ConformArguments } from './conform-options.ts';
import { print } from './exit.ts';
import { reproductions, type Reached } from './reproduce.ts';
import { StatusLine } from './status-line.ts';

/** Options that say the same here as they do on the command line. */
type Taken = 'seed' | 'runs' | 'only' | 'skip' | 'bail' | 'path' | 'dialect' | 'examples' | 'knownFailures';

/** The options of a run. */
export interface Suite extends Reached, Readonly<Pick<ConformArguments, Taken>> {
  readonly levels: readonly PropertyLevel[] | undefined;
  readonly depths: readonly Depth[] | undefined;
  readonly strict: boolean;
  /** Milliseconds. */
  readonly time: number;
  readonly writeKnownFailures: boolean;
  readonly reports: readonly (readonly [name: ReportName, file: string])[];
  readonly quiet: boolean;
  readonly filter: boolean;
  /** Is given what tells of the failures so far, for a run that is stopped. */
  readonly stopping: (soFar: () => string) => void;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw fileSystemError(error, `write ${path}`) ?? error;
  }
}

const hasColor = (): boolean => process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;

const inActions = (): boolean => process.env['GITHUB_ACTIONS'] === 'true';

/** A report for people, in which a parser's own words stand. */
const shown = (text: string): string => (inActions() ? uncommanded(text) : text);

/** Properties that are left out because of an option that was not given. */
const given = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Stores the inputs of failures as they are found, and tells of them by cause. */
class Teller {
  readonly #suite: Suite;
  readonly #status: StatusLine;
  readonly #begin = performance.now();
  readonly #files = new Map<PropertyResult, string>();
  readonly #failed: PropertyResult[] = [];

  constructor(suite: Suite) {
    this.#suite = suite;
    this.#status = new StatusLine(process.stderr, suite.quiet);
  }

  again = (result: PropertyResult): Reproduction => {
    const file = this.#files.get(result);
    return { file, by: reproductions(result, this.#suite, file) };
  };

  tried = ({ result, done, all }: PropertyTried): void => {
    const { property, dialect, status, failure } = result;
    if (status === 'failed') {
      const folder = this.#suite.examples ?? CONFORM_DEFAULTS.examples;
      this.#files.set(result, writeTrial(folder, { property: property.id, dialect, trial: failure!.trial }));
      this.#failed.push(result);
    }
    const { time } = this.#suite;
    const failing = this.#failed.length > 0 ? `, ${counted(this.#failed.length, 'failure')}` : '';
    this.#status.progress(
      time > 0 ? (performance.now() - this.#begin) / time : done / all,
      () => `${done} of ${all}${failing}  ${property.id} (${dialect})`,
    );
  };

  /** The failures so far. */
  end(): string {
    this.#status.end();
    const found = this.#failed;
    const told =
      this.#suite.quiet || found.length === 0
        ? ''
        : shown(`${failures(found, { color: hasColor(), again: this.again })}\n`);
    if (!inActions()) return told;
    return (
      told +
      causesOf(found)
        .map((cause) => annotation(cause.first, this.again(cause.first), alsoLines(cause, found)))
        .join('')
    );
  }
}

function knownOf({ knownFailures: path, writeKnownFailures }: Suite): KnownFailure[] {
  if (path === undefined) return [];
  // What is not there yet is to be written; what is there and cannot be read holds somebody's reasons.
  return writeKnownFailures && !existsSync(path) ? [] : readKnownFailures(path);
}

/**
 * Runs the suite.
 *
 * @param subjects the same parser as often as it is to be tried at the same time
 * @returns whether the parser conforms
 * @throws UserError when nothing applied
 */
export async function runSuite(subjects: readonly [Subject, ...Subject[]], suite: Suite): Promise<boolean> {
  const { runs = suite.filter ? CONFORM_DEFAULTS.filterRuns : CONFORM_DEFAULTS.runs, strict, time, dialect } = suite;
  const [subject, ...others] = subjects;
  const known = knownOf(suite);
  const teller = new Teller(suite);
  const { seed, only, skip, levels, depths, bail, path } = suite;
  const options = given({ seed, only, skip, levels, depths, bail, path, dialects: dialect && [dialect] });
  suite.stopping(() => teller.end());
  const examples = readTrials(suite.examples ?? CONFORM_DEFAULTS.examples);
  const result = await run(subject, {
    ...options,
    others,
    runs,
    strict,
    time,
    examples,
    known: suite.writeKnownFailures ? [] : known,
    onProgress: teller.tried,
  });
  const told = teller.end();
  if (told) await print(told);
  if (result.results.every(({ status }) => status === 'skipped')) {
    const why = [...new Set(result.results.map(({ words }) => words))].slice(0, 3).join('; ');
    throw new UserError(`nothing applied: ${why || `the parser reads no ${dialect ?? ''} logs`}`);
  }
  for (const [name, file] of suite.reports) write(file, REPORTS[name](result, teller.again));
  if (!suite.quiet) await print(shown(closing(result, hasColor())));
  if (!suite.writeKnownFailures) return result.conforms;
  write(suite.knownFailures!, `${JSON.stringify(knownFailures(result.results, known), null, 1)}\n`);
  return true;
}

/**
 * Tries one stored trial.
 *
 * @returns whether the parser answers it right
 */
export async function replay(subject: Subject, path: string, quiet: boolean): Promise<boolean> {
  const { property: id, dialect, trial } = readTrial(path);
  const property = PROPERTIES.find((each) => each.id === id);
  if (!property) throw new UserError(`${path}: it is of the property "${id}", which there no longer is`);
  const found = await tryStored(subject, property, dialect, trial);
  const result: PropertyResult = { property, dialect, status: found.failure ? 'failed' : 'passed', ms: 0, ...found };
  if (!quiet)
    await print(
      found.failure
        ? shown(failed(result, { color: hasColor(), again: () => ({}) }))
        : `${id} (${dialect}): ${printable(found.words)}\n`,
    );
  return !found.failure;
}
