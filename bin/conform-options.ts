import { CONFORM_DEFAULTS } from '../conformance/runner/defaults.ts';
import { SCAFFOLDS } from '../conformance/scaffold.ts';
import { DIALECTS, type Dialect } from '../src/spec/dialect.ts';
import { didYouMean } from '../src/base/closest.ts';
import { UserError } from '../src/base/user-error.ts';
import { choiceOption, endpointOption, flagOption, listOption, numberOption, textOption } from './arguments.ts';
import { inGroup } from './command.ts';

/** What `edxgen conform` is given. */
export interface ConformArguments {
  '--': string[] | undefined;
  runs: number | undefined;
  time: string | undefined;
  only: string[] | undefined;
  skip: string[] | undefined;
  level: string[] | undefined;
  depth: string[] | undefined;
  strict: boolean | undefined;
  bail: number | undefined;
  jobs: number | undefined;
  dialect: Dialect | undefined;
  seed: string | undefined;
  path: string | undefined;
  timeout: number | undefined;
  examples: string | undefined;
  replay: string | undefined;
  knownFailures: string | undefined;
  writeKnownFailures: boolean | undefined;
  check: boolean | undefined;
  init: (typeof SCAFFOLDS)[number] | undefined;
  filter: boolean | undefined;
  archives: string | undefined;
  endpoint: string | undefined;
  list: boolean | undefined;
  report: string[] | undefined;
  quiet: boolean | undefined;
}

export const conformOptions = {
  ...inGroup('The parser', {
    filter: flagOption('the command is a filter: a log on standard input, a JSON object a line on standard output'),
    check: flagOption('check the adapter itself, not its parser'),
    init: choiceOption('init', 'write an adapter to begin with, and a workflow for CI, here', SCAFFOLDS, 'none'),
    timeout: numberOption('timeout', 'milliseconds for an answer', `${CONFORM_DEFAULTS.timeout}`),
    archives: textOption(
      'archives',
      'where archives lie while they are read: a folder, or s3://BUCKET/PREFIX/',
      'a temporary folder',
    ),
    endpoint: endpointOption,
  }),
  ...inGroup('What is tried', {
    only: listOption('only', 'properties to try; form-* for all that begin so', 'all'),
    skip: listOption('skip', 'properties to leave out', 'none'),
    level: listOption('level', 'properties of these levels: must, should, may', 'all'),
    depth: listOption('depth', 'properties of these depths: lines, fields, payload, archive, strict', 'all'),
    dialect: choiceOption('dialect', 'only this dialect', DIALECTS, 'all that it reads'),
    strict: flagOption('hold it to what strict parsers refuse, whatever it claims'),
    list: flagOption('list the properties'),
  }),
  ...inGroup('How hard', {
    runs: numberOption(
      'runs',
      'trials of each property',
      `${CONFORM_DEFAULTS.runs}; ${CONFORM_DEFAULTS.filterRuns} with --filter`,
    ),
    time: textOption('time', 'go on with fresh seeds for so long: 30s, 10m, 2h'),
    seed: textOption('seed', 'any text; another seed gives other inputs', CONFORM_DEFAULTS.seed),
    bail: numberOption('bail', 'stop after so many failures', 'none'),
    jobs: numberOption('jobs', 'processes of the adapter that try properties at the same time', '1'),
  }),
  ...inGroup('Failures', {
    examples: textOption(
      'examples',
      'folder of failing inputs: tried first, and written to',
      CONFORM_DEFAULTS.examples,
    ),
    replay: textOption('replay', 'try one stored input, and nothing else'),
    path: textOption('path', 'one input of one property, as a report gives it'),
    'known-failures': textOption('known-failures', 'list of failures that do not fail the run'),
    'write-known-failures': flagOption('write that list from what fails now'),
  }),
  ...inGroup('Telling', {
    report: listOption('report', 'junit, tap, json, html, markdown or badge, each =FILE', 'none'),
    quiet: flagOption('only the exit status, and reports'),
  }),
};

const UNITS: Record<string, number> = { '': 1000, s: 1000, m: 60_000, h: 3_600_000 };

/** Milliseconds of `90`, `30s`, `10m` or `2h`. */
export function duration(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(text) ?? [];
  if (number === undefined)
    throw new UserError(`--time must be a number with s, m or h after it, such as 10m, not ${JSON.stringify(text)}`);
  return Number(number) * UNITS[unit!]!;
}

/** Words of a list, each one of those that are known. */
export function known<T extends string>(
  option: string,
  words: readonly string[] | undefined,
  choices: readonly T[],
): T[] | undefined {
  const unknown = words?.find((word) => !choices.includes(word as T));
  if (unknown !== undefined)
    throw new UserError(
      `--${option} must be of ${choices.join(', ')}, not ${JSON.stringify(unknown)}${didYouMean(unknown, choices)}`,
    );
  return words as T[] | undefined;
}

/** A whole number from 1. */
export function atLeastOne(option: string, value: number | undefined): void {
  if (value !== undefined && !(Number.isInteger(value) && value >= 1))
    throw new UserError(`--${option} must be a whole number from 1, not ${value}`);
}

/** The kinds and files of `junit=FILE`. */
export function reportFiles<T extends string>(
  reports: readonly string[],
  names: readonly T[],
): (readonly [name: T, file: string])[] {
  return reports.map((report) => {
    const [, name, file] = /^([a-z]+)=(.+)$/s.exec(report) ?? [];
    if (names.includes(name as T)) return [name as T, file!];
    const meant = didYouMean(report.replace(/=.*/s, ''), names);
    throw new UserError(
      `--report must be ${names.map((each) => `${each}=FILE`).join(', ')}, not ${JSON.stringify(report)}${meant}`,
    );
  });
}
