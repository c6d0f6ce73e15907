import { expect, test } from 'vitest';
import { shell } from './testing.ts';

test.each([
  ['--users abc', '--users must be a number, not "abc"'],
  ['--users 0', '--users must be a whole number from 1 to 10000000, not 0'],
  ['--users 1.5', '--users must be a whole number from 1 to 10000000, not 1.5'],
  ['--users', 'Not enough arguments following: users'],
  ['--users 1 --users 2', '--users is given more than once; give it once'],
  ['--userz 1', 'Unknown argument: userz; see edxgen --help'],
  ['--days 0', '--days must be a whole number from 1 to 3660, not 0'],
  ['--servers 1000', '--servers must be a whole number from 1 to 999, not 1000'],
  ['--jobs 0', '--jobs must be a whole number from 1 to 1024, not 0'],
  ['--gzip-level 10', '--gzip-level must be a whole number from 1 to 9, not 10'],
  ['--seed=', '--seed must be a text of at least one character'],
  ['--start 2013-02-30', '--start must be a day that exists, as YYYY-MM-DD, not "2013-02-30"'],
  ['--start 4.3.2013', '--start must be a day that exists, as YYYY-MM-DD, not "4.3.2013"'],
  ['--dialect latin', '--dialect must be documented or deployed, not "latin"'],
  ['--compress zip', '--compress must be gzip or none, not "zip"'],
  ['--compress none --gzip-level 3', '--compress none does not compress, so --gzip-level has no meaning; leave one of them out'],
  ['--stdout --out logs', '--stdout writes no files, so --out has no meaning; leave one of them out'],
  ['--course missing.yaml', 'missing.yaml: there is no such file'],
  ['make', 'Unknown argument: make; see edxgen --help'],
  ['validate', 'Not enough non-option arguments: got 0, need at least 1; see edxgen --help'],
  ['validate missing', 'cannot read missing: it does not exist: check its name'],
  ['validate --max-line 0 -', '--max-line must be a whole number of bytes from 1 to 536870912, not 0'],
])('edxgen %s is told in one line', async (given, message) => {
  expect(await shell(`edxgen ${given} < /dev/null`)).toEqual({ status: 2, out: '', err: `edxgen: ${message}\n` });
});

test('--help and --version need no more', async () => {
  const help = await shell('edxgen --help');
  expect(help).toMatchObject({ status: 0, err: '' });
  expect(help.out).toContain('--gzip-level');
  expect((await shell('edxgen --version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});
