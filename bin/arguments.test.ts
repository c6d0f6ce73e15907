import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { forAll } from '../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { UserError } from '../src/base/user-error.ts';
import { COMMANDS } from './commands.ts';
import { run } from './command-line.ts';
import { shell } from '../testing/command-line.ts';

/** What is told of a command line. */
const mistakeOf = async (words: readonly string[]): Promise<unknown> => {
  const error = await run(words).catch((mistake: unknown) => mistake);
  expect(error).toBeInstanceOf(UserError);
  return (error as Error).message;
};

/** Splits at blanks; quotes keep them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);

test.each([
  ['--users abc', '--users must be a number, not "abc"'],
  ['--users 0', '--users must be a whole number from 1 to 10000000, not 0'],
  ['--users 1.5', '--users must be a whole number from 1 to 10000000, not 1.5'],
  ['--users', '--users needs a number after it (how many people there are)'],
  ['--users --days 3', '--users needs a number after it (how many people there are)'],
  [
    '--seed -x',
    '--seed needs a value after it (any text; another seed gives other people and other days); a value that begins with a hyphen is given as --seed=-x',
  ],
  ['--users 1 --users 2', '--users is given more than once; give it once'],
  ['--userz 1', 'edxgen has no option --userz; did you mean --users?'],
  ['-users 1', 'edxgen has no option -users; did you mean --users?'],
  ['—users 1', 'edxgen does not know what to do with "—users"; did you mean --users?'],
  ['--users.x 1', 'edxgen has no option --users.x; did you mean --users?'],
  ['--labels x', 'edxgen has no option --labels; it is one of edxgen validate'],
  ['--__proto__ 1', 'edxgen has no option --__proto__; see edxgen --help'],
  ['--quiet=maybe', '--quiet takes no value but true or false, not "maybe"'],
  ['--days 0', '--days must be a whole number from 1 to 3660, not 0'],
  ['--servers 1000', '--servers must be a whole number from 1 to 999, not 1000'],
  ['--jobs 0', '--jobs must be a whole number from 1 to 1024, not 0'],
  ['--gzip-level 10', '--gzip-level must be a whole number from 1 to 9, not 10'],
  ['--seed=', '--seed must be a text of at least one character'],
  ['--start 2013-02-30', '--start must be a day that exists, as YYYY-MM-DD, not "2013-02-30"'],
  ['--start 4.3.2013', '--start must be a day that exists, as YYYY-MM-DD, not "4.3.2013"'],
  [
    '--dialect documentd',
    '--dialect must be documented or deployed or current, not "documentd"; did you mean documented?',
  ],
  ['--dialect latin', '--dialect must be documented or deployed or current, not "latin"'],
  ['--compress zip', '--compress must be gzip or none or rotated, not "zip"; did you mean gzip?'],
  [
    '--compress none --gzip-level 3',
    '--compress none does not compress, so --gzip-level has no meaning; leave one of them out',
  ],
  ['--stdout --out logs', '--stdout writes no files, so --out has no meaning; leave one of them out'],
  ['--course missing.yaml', 'missing.yaml: there is no such file'],
  ['completion tcsh', 'SHELL must be bash or zsh or fish, not "tcsh"'],
  ['make', 'there is no command "make"; edxgen --help lists them'],
  ['validte x', 'there is no command "validte"; did you mean edxgen validate?'],
  ['--quiet validate x', 'a command comes first: edxgen validate --quiet x'],
  ['--users 10 20', 'edxgen does not know what to do with "20"; see edxgen --help'],
  ['merge a b', 'edxgen merge does not know what to do with "b"; see edxgen merge --help'],
  ['validate', 'edxgen validate needs PATH, what to read; see edxgen validate --help'],
  ['validate --dialct x', 'edxgen validate has no option --dialct; did you mean --dialect?'],
  ['schema curse', 'KIND must be format or course or behaviour or site, not "curse"; did you mean course?'],
  ['conform python3 adapter.py', 'use -- before the adapter: edxgen conform -- python3 adapter.py'],
  [
    'conform --runs 5 "my parser" --verbose',
    "use -- before the adapter: edxgen conform --runs 5 -- 'my parser' --verbose",
  ],
  ['conform --run 5 -- x', 'edxgen conform has no option --run; did you mean --runs?'],
  [
    'conform --only comon-fields -- x',
    '--only names the property "comon-fields", which there is not; did you mean common-fields?; see edxgen conform --list',
  ],
  ['conform --level shuold -- x', '--level must be of must, should, may, not "shuold"; did you mean should?'],
  [
    'conform --report juint=x -- x',
    '--report must be junit=FILE, tap=FILE, json=FILE, html=FILE, markdown=FILE, badge=FILE, not "juint=x"; did you mean junit?',
  ],
  ['validate missing', 'cannot read missing: it does not exist: check its name'],
  ['validate --max-line 0 -', '--max-line must be a whole number of bytes from 1 to 536870912, not 0'],
])('edxgen %s is told in one line', async (line, message) => expect(await mistakeOf(wordsOf(line))).toBe(message));

test('a mistake ends the program with 2', async () => {
  expect(await shell('edxgen --userz 1')).toEqual({
    status: 2,
    out: '',
    err: 'edxgen: edxgen has no option --userz; did you mean --users?\n',
  });
});

test('--help and --version need no more', async () => {
  const help = await shell('edxgen --help');
  expect(help).toMatchObject({ status: 0, err: '' });
  expect(help.out).toContain('--gzip-level');
  expect((await shell('edxgen --version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('--help shows no empty list as a default', async () => {
  expect((await shell('for c in validate report check; do edxgen $c --help; done')).out).not.toContain('[]');
});

test('--help has types, groups, an example and a page', async () => {
  for (const { examples, docs } of COMMANDS) {
    expect(examples.length).toBeGreaterThan(0);
    for (const page of docs) expect(existsSync(page), page).toBe(true);
  }
  const { out } = await shell('edxgen --help; edxgen help conform');
  expect(out).toMatch(/^Size:\n +--users +how many people there are +\[number\] \[default: 1000\]$/m);
  expect(out).toMatch(/^Examples:\n {2}edxgen --users 1000 --days 7 /m);
  expect(out).toContain('\nMore: docs/ten-minutes.md, docs/protocol.md, docs/conformance.md\n');
});

describe('what yargs says is never told as it stands', () => {
  const ours = [
    'Not enough non-option arguments: got %s, need at least %s',
    'Unknown argument: %s',
    'Not enough arguments following: %s',
    'Invalid JSON config file: %s',
  ];
  /** By what yargs is not asked for: counts of words, required options, choices (told by `coerce`), checks, implications, conflicts. */
  const never = [
    'Too many non-option',
    'Missing argument value',
    'Missing required',
    'Unknown command',
    'Invalid values',
    'Argument: %s, Given',
    'Argument check',
    'Implications',
    'Did you mean',
    'Arguments %s and',
  ];
  const inHelp = [
    'Commands',
    'Options',
    'Examples',
    'Positionals',
    'boolean',
    'count',
    'string',
    'number',
    'array',
    'required',
    'default',
    'choices',
    'aliases',
    'generated',
    'Path to',
    'Show',
    'command',
    'deprecated',
  ];

  test('its messages are those that are known', () => {
    const known = [...ours, ...never, ...inHelp];
    const messages = JSON.parse(readFileSync('node_modules/yargs/locales/en.json', 'utf8')) as object;
    expect(Object.keys(messages).filter((message) => !known.some((start) => message.startsWith(start)))).toEqual([]);
  });

  const words = [
    'validate',
    'generate',
    'conform',
    'report',
    'x',
    '-',
    '5',
    '--users',
    '--seed',
    '--quiet',
    '--only',
    '--labels=x',
    '--report',
    '--config',
    '-x',
    '--dialect',
    'deployed',
    '--days=1',
    '--no-quiet',
    '---',
    '--fault',
  ];
  forAll([fc.array(fc.constantFrom(...words), { maxLength: 6 })])('whatever is typed', async (typed) => {
    expect(await mistakeOf([...typed, '--bogus'])).not.toMatch(
      /Unknown argument|Not enough|Invalid (values|JSON)|Argument|undefined|\n/,
    );
  });
});
