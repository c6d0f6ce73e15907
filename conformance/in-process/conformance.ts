import { UserError } from '../../src/user-error.ts';
import type { Parser } from '../parser.ts';
import { PROPERTIES } from '../properties/index.ts';
import { failureText } from '../reports/failure.ts';
import type { RunResult } from '../result.ts';
import { DEFAULTS } from '../runner/defaults.ts';
import type { RunOptions } from '../runner/options.ts';
import { run } from '../runner/run.ts';
import { select } from '../runner/select.ts';
import { ParserSubject } from './parser-subject.ts';

/** How a parser in the same process is tried. */
export interface ConformanceOptions extends Omit<RunOptions, 'examples' | 'known' | 'report' | 'path' | 'others'> {
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

async function runAll(parser: Parser, options: ConformanceOptions = {}): Promise<RunResult> {
  return await run(new ParserSubject(parser, options.timeout ?? DEFAULTS.timeout), options);
}

function cases(parser: Parser, options: ConformanceOptions = {}): Case[] {
  const subject = new ParserSubject(parser, options.timeout ?? DEFAULTS.timeout);
  const tasks = select(PROPERTIES, subject.claims, options);
  if (tasks.length === 0) throw new UserError(`no property applies to ${parser.name}: it reads none of the dialects asked for`);
  return tasks.map(({ property, dialect, skipped }) => ({
    name: `${property.id} (${property.level}, ${dialect})`,
    skipped,
    async run() {
      const { results } = await run(subject, { ...options, only: [property.id], dialects: [dialect] }, [property]);
      const failed = results.find(({ status }) => status === 'failed');
      if (failed) throw new Error(`${property.id} does not hold\n${failureText(failed, {})}`);
    },
  }));
}

/**
 * Runs the suite against a parser in the same process.
 *
 * `await conformance(parser)` gives a result object; `conformance.cases(parser)` the same as tests to register:
 * `for (const { name, skipped, run } of conformance.cases(parser)) (skipped ? test.skip : test)(name, run);`
 */
export const conformance = Object.assign(runAll, { cases });
