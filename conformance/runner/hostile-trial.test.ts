/** Stored trials that somebody made to do harm: none of them names a place, and none gets further than one line of refusal. */
import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { shell } from '../../testing/command-line.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { UserError } from '../../src/base/user-error.ts';
import { archivePaths } from '../properties/archive-paths.ts';
import { crlf } from '../properties/crlf.ts';
import { readKnownFailures } from './known-failures.ts';
import { packTrial, readTrial, readTrials, unpackTrial, writeTrial, type StoredTrial } from './stored-trial.ts';

type Fields = Record<string, unknown>;

const sample = (property: typeof crlf): StoredTrial => ({
  property: property.id,
  dialect: 'documented',
  trial: fc.sample(property.trials('documented'), { seed: 1, numRuns: 1 })[0]!,
});
const ARCHIVE = packTrial(sample(archivePaths)) as Fields & {
  steps: [{ command: Fields & { trap: Fields }; expected: Fields }];
};
const LOG = packTrial(sample(crlf)) as Fields & { steps: [{ command: Fields; expected: Fields }] };

const [step] = ARCHIVE.steps;
const withCommand = (changes: Fields): Fields => ({
  ...ARCHIVE,
  steps: [{ ...step, command: { ...step.command, ...changes } }],
});

const path = fc
  .array(fc.constantFrom('..', '.', '', '/', '\\', 'a', '~', '\0', '\n', '\u202e', 'C:', '.tar'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('/'))
  .filter((name) => name !== 'a');

const refused = (value: unknown): void => expect(() => unpackTrial(value, 'here')).toThrow(UserError);

forAll([path])('a name that is a path is refused, wherever it stands', (name) => {
  refused(withCommand({ name }));
  refused(withCommand({ trap: name }));
  refused(withCommand({ trap: { ...step.command.trap, way: name } }));
  refused({ ...ARCHIVE, property: name });
  refused({ ...ARCHIVE, dialect: name });
});

test('what the kit writes is taken', () => {
  for (const packed of [ARCHIVE, LOG]) expect(packTrial(unpackTrial(packed, 'here'))).toEqual(packed);
});

test.each([
  ['a key too many', withCommand({ planted: 'eA==' })],
  ['bytes that are no base64', withCommand({ bytes: '../..' })],
  ['another type', withCommand({ bytes: 5 })],
  ['no steps', { ...ARCHIVE, steps: [] }],
  ['lines expected of an archive', { ...ARCHIVE, steps: [{ ...step, expected: LOG.steps[0].expected }] }],
  ['files expected of a log', { ...LOG, steps: [{ ...LOG.steps[0], expected: { files: [] } }] }],
  ['another version', { ...ARCHIVE, conform: 2 }],
  ['no object', []],
  ['nothing', null],
])('%s is refused', (_, packed) => refused(packed));

describe('a file', () => {
  const file = (content: string): string => {
    const written = join(temporaryFolder(), 'trial.json');
    writeFileSync(written, content);
    return written;
  };

  test('that nests too deep, is too large, or is no file is refused at once', () => {
    expect(() => readTrial(file('['.repeat(2_000_000)))).toThrow(/nests deeper than 100 levels/);
    const large = file('');
    truncateSync(large, 2 ** 40);
    expect(() => readTrial(large)).toThrow(/larger than 67108864 bytes/);
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    expect(() => readTrials(folder)).toThrow(/no regular file/);
    symlinkSync('/dev/zero', join(folder, 'a.json'));
    expect(() => readTrials(folder)).toThrow(/no regular file/);
  });

  test('of known failures is looked at in the same way', () => {
    const known = (entry: Fields) => () => readKnownFailures(file(JSON.stringify([entry])));
    expect(known({ reason: 'so', kind: 'archive', ...ARCHIVE })).not.toThrow();
    expect(known({ reason: 'so', kind: 'archive', ...withCommand({ name: '../x' }) })).toThrow(
      'entry 1: it is no stored trial',
    );
    expect(known({ reason: 'so', kind: '\u001b[2J', ...ARCHIVE })).toThrow('entry 1: it is no stored trial');
    expect(known({ kind: 'archive', ...ARCHIVE })).toThrow('entry 1: it is no stored trial');
  });

  test('is not written through a link that lies in its place', () => {
    const folder = temporaryFolder();
    const notes = file('mine');
    const written = writeTrial(folder, sample(crlf));
    execFileSync('rm', [written]);
    symlinkSync(notes, written);
    expect(writeTrial(folder, sample(crlf))).toBe(written);
    expect(lstatSync(written).isSymbolicLink()).toBe(false);
    expect(readFileSync(notes, 'utf8')).toBe('mine');
  });
});

test.each(['', '--replay edxgen-failures/x.json', '--known-failures edxgen-failures/x.json'])(
  'conform %s writes and removes nothing by it',
  async (option) => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'notes.txt'), 'mine');
    const climbs = '../../../../../../../../..';
    const attack = {
      reason: 'so',
      kind: 'archive',
      ...withCommand({ name: `${climbs}${cwd}/notes.txt`, trap: `${climbs}${cwd}` }),
    };
    await shell('mkdir edxgen-failures', cwd);
    writeFileSync(join(cwd, 'edxgen-failures/x.json'), JSON.stringify(option.includes('known') ? [attack] : attack));
    const adapter = String.raw`sh -c 'read x; echo "{\"protocol\":1,\"parser\":\"p\",\"level\":\"lines\",\"dialects\":[\"documented\"],\"archives\":true}"; cat >/dev/null'`;
    const { status, out, err } = await shell(`edxgen conform ${option} -- ${adapter}`, cwd);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(
      /^edxgen: edxgen-failures\/x\.json.*: it is no stored trial of edxgen conform \(.*\); give a file that it has written, or remove it\n$/,
    );
    expect(readFileSync(join(cwd, 'notes.txt'), 'utf8')).toBe('mine');
  },
);
