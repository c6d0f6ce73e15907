import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { run } from './command-line.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

/** The options of a run, as its manifest says. */
const optionsOf = (folder: string): object =>
  (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { options: object }).options;

/** A folder with a file of options. */
function workshop(options: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'options.yaml'), options);
  return folder;
}

test('the command line goes before the environment, that before a file, that before defaults', async () => {
  const folder = workshop(
    'users: 5\ndays: 2\nseed: file\ngzipLevel: 1\nfault: [crlf, line-cut]\nservers: 2\nquiet: true\n',
  );
  const { err, out } = await shell(
    'EDXGEN_DAYS=3 EDXGEN_SEED=environment EDXGEN_QUIET=false EDXGEN_GZIP_LEVEL=2 EDXGEN_CONFIG=options.yaml edxgen --seed line --out run',
    folder,
  );
  expect({ err, isQuiet: out === '' }).toEqual({ err: '', isQuiet: false });
  expect(optionsOf(join(folder, 'run'))).toMatchObject({
    users: 5,
    days: 3,
    seed: 'line',
    gzipLevel: 2,
    fault: 'crlf,line-cut',
    start: '2013-03-04',
    servers: 2,
  });
});

test('JSON is a file of options too, and what is not named is not read', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'options.json'), '{"users": 30, "days": 1, "quiet": true}');
  for (const name of ['.edxgenrc', '.edxgenrc.json', 'edxgen.config.json'])
    writeFileSync(join(folder, name), '{"servers": 77}');
  writeFileSync(join(folder, 'package.json'), '{"edxgen": {"servers": 77}, "yargs": {"servers": 77}}');
  expect((await shell('edxgen --config options.json --seed x', folder)).err).toBe('');
  expect(optionsOf(join(folder, 'edxgen-out'))).toMatchObject({ users: 30, servers: 4 });
});

test('other commands have them too; a variable of another command’s option changes nothing', async () => {
  const { out, status } =
    await shell(`edxgen --stdout --users 9 --days 2 > log; EDXGEN_USERS=x EDXGEN_QUIET=1 edxgen validate log && EDXGEN_JSON=true edxgen validate log
    echo 'json: true' > v.yaml; edxgen validate --config v.yaml log`);
  expect(status).toBe(0);
  expect(out).toMatch(/^(\{"summary":.*\}\n)\1$/);
});

test.each([
  [{ EDXGEN_USRES: '5' }, '', 'EDXGEN_USRES is no option of any command; did you mean EDXGEN_USERS?'],
  [{ EDXGEN_USRES: '5' }, 'validate x', 'EDXGEN_USRES is no option of any command; did you mean EDXGEN_USERS?'],
  [{ EDXGEN_USERS: 'abc' }, '', 'EDXGEN_USERS must be a number, not "abc"'],
  [{ EDXGEN_DAYS: '0' }, '', 'EDXGEN_DAYS must be a whole number from 1 to 3660, not 0'],
  [{ EDXGEN_QUIET: 'maybe' }, '', 'EDXGEN_QUIET must be true or false, not "maybe"'],
  [{ EDXGEN_OUT: 'x' }, '--stdout', '--stdout writes no files, so EDXGEN_OUT has no meaning; leave one of them out'],
  [{}, '--config nowhere.yaml', 'nowhere.yaml: there is no such file'],
  [{}, '--config a --config b', '--config is given more than once; give it once'],
])('%j edxgen %s', async (environment: Record<string, string>, words, message) => {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await expect(run(words.split(' ').filter(Boolean))).rejects.toThrow(message);
  vi.unstubAllEnvs();
});

test.each([
  ['users: 0', '', 'users of FILE must be a whole number from 1 to 10000000, not 0'],
  ['usres: 5', '', 'FILE:1: usres: is no option of edxgen generate, did you mean users?'],
  ['users: 5', 'validate x', 'FILE:1: users: is no option of edxgen validate, but one of edxgen generate'],
  ['seed: 007', '', 'FILE:1: seed: expected a text, got 7, which is no text: write it in quotes'],
  ['extends: other.json', '', 'FILE:1: extends: is no option of edxgen generate'],
  ['[1]', '', 'FILE:1: expected a mapping of options, such as "users: 100"'],
])('--config of a file with %s', async (options, words, message) => {
  const file = join(workshop(options), 'options.yaml');
  await expect(run([...words.split(' ').filter(Boolean), '--config', file])).rejects.toThrow(
    message.replace('FILE', file),
  );
});

test('a file of options shows all its mistakes', async () => {
  const { err } = await shell(
    'edxgen --config options.yaml',
    workshop('days: 1\ncolour: red\nquiet: maybe\nfault: []\ngzip-level: 1\ngzipLevel: 1\n'),
  );
  expect(err.split('\n').map((line) => line.split(': ').slice(0, 3).join(': '))).toEqual([
    'edxgen: options.yaml: 4 mistakes',
    '  options.yaml:2: colour: is no option of edxgen generate',
    '  options.yaml:3: quiet: expected true or false, got "maybe"',
    '  options.yaml:4: fault: expected a text, or a list of texts, got []',
    '  options.yaml:6: gzipLevel: is gzip-level again; write it once',
    '',
  ]);
});

test('neither stands in the way of --help, --version and completion', async () => {
  const { status, out } = await shell(
    'export EDXGEN_NONSENSE=1; edxgen --version && edxgen validate --help && edxgen --get-yargs-completions edxgen --us',
  );
  expect({ status, last: out.split('\n').includes('--users') }).toEqual({ status: 0, last: true });
});
