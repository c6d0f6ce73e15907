import { UserError } from '../src/base/user-error.ts';
import type { Parser } from './subjects/parser.ts';
import { PROPERTIES } from './properties/index.ts';
import { failureText } from './reports/failure.ts';
import type { PropertyResult, RunResult } from './runner/result.ts';
import { CONFORM_DEFAULTS } from './runner/defaults.ts';
import type { SuiteOptions } from './runner/options.ts';
import { run } from './runner/run.ts';
import { tryStored } from './runner/try-property.ts';
import { select } from './runner/select.ts';
import { readTrial, readTrials, writeTrial, type StoredTrial } from './runner/stored-trial.ts';
import { ParserSubject } from './subjects/in-process/parser-subject.ts';

/** How a parser in the same process is tried. */
export interface ConformanceOptions extends SuiteOptions {
  /** The folder of failing inputs: tried first, and written to; `edxgen-failures` if left out, none for false. */
  readonly examples?: string | false;
  /** Milliseconds for an answer that is a promise; 5000 if left out. */
  readonly timeout?: number;
}

/** A property in a dialect, as a test of any framework. */
export interface Case {
  /** `form-decoding (must, documented)` */
  readonly name: string;
  /** Why it does not apply to the parser; undefined where it does. */
  readonly skipped: string | undefined;
  /** @throws Error that tells the smallest failing input, when the property does not hold */
  readonly run: () => Promise<void>;
}

const storedIn = (folder: string | false): StoredTrial[] => (folder === false ? [] : readTrials(folder));

/** The same result with the file that its failing trial lies in. */
function stored(result: PropertyResult, folder: string | false): PropertyResult {
  const { property, dialect, failure, status } = result;
  if (!failure || status !== 'failed' || folder === false) return result;
  return {
    ...result,
    failure: { ...failure, file: writeTrial(folder, { property: property.id, dialect, trial: failure.trial }) },
  };
}

async function runAll(
  parser: Parser,
  { examples = CONFORM_DEFAULTS.examples, ...options }: ConformanceOptions = {},
): Promise<RunResult> {
  const found = await run(new ParserSubject(parser, options.timeout ?? CONFORM_DEFAULTS.timeout), {
    ...options,
    examples: storedIn(examples),
  });
  return { ...found, results: found.results.map((result) => stored(result, examples)) };
}

/** The calls that show a failure again. */
function calls({ property, dialect, failure }: PropertyResult): string[] {
  const { seed, path, file } = failure!;
  const options = { only: [property.id], dialects: [dialect], seed, path };
  return [
    ...(file === undefined ? [] : [`conformance.replay(parser, ${JSON.stringify(file)})`]),
    ...(path === undefined ? [] : [`conformance(parser, ${JSON.stringify(options)})`]),
  ];
}

function fail(result: PropertyResult): never {
  throw new Error(`${result.property.id} does not hold\n${failureText(result, { by: calls(result) })}`);
}

function cases(
  parser: Parser,
  { examples: folder = CONFORM_DEFAULTS.examples, ...options }: ConformanceOptions = {},
): Case[] {
  const examples = storedIn(folder);
  const subject = new ParserSubject(parser, options.timeout ?? CONFORM_DEFAULTS.timeout);
  const tasks = select(PROPERTIES, subject.claims, options);
  if (tasks.length === 0)
    throw new UserError(`no property applies to ${parser.name}: it reads none of the dialects asked for`);
  return tasks.map(({ property, dialect, skipped }) => ({
    name: `${property.id} (${property.level}, ${dialect})`,
    skipped,
    async run() {
      const { results } = await run(subject, { ...options, examples, only: [property.id], dialects: [dialect] }, [
        property,
      ]);
      const failed = results.find(({ status }) => status === 'failed');
      if (failed) fail(stored(failed, folder));
    },
  }));
}

async function replay(parser: Parser, file: string): Promise<void> {
  const { property: id, dialect, trial } = readTrial(file);
  const property = PROPERTIES.find((each) => each.id === id);
  if (!property) throw new UserError(`${file}: it is of the property "${id}", which there no longer is`);
  const { failure, ...found } = await tryStored(
    new ParserSubject(parser, CONFORM_DEFAULTS.timeout),
    property,
    dialect,
    trial,
  );
  if (failure) fail({ property, dialect, status: 'failed', ms: 0, ...found, failure: { ...failure, file } });
}

/** What tries a parser in the same process. */
export interface Conformance {
  /** Runs the suite. */
  (parser: Parser, options?: ConformanceOptions): Promise<RunResult>;
  /**
   * The suite as tests to register:
   * `for (const { name, skipped, run } of conformance.cases(parser)) (skipped ? test.skip : test)(name, run);`
   *
   * @throws UserError when no property applies to the parser
   */
  cases(parser: Parser, options?: ConformanceOptions): Case[];
  /**
   * Tries one failing input that lies in a file.
   *
   * @throws Error as a case does, when the parser still fails; UserError when the file holds no trial
   */
  replay(parser: Parser, file: string): Promise<void>;
}

/** Runs the suite against a parser in the same process. */
export const conformance: Conformance = Object.assign(runAll, { cases, replay });
