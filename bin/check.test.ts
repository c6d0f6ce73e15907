import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const EXAMPLES = fileURLToPath(new URL('../examples', import.meta.url));

test('files are known for what they are; every mistake is told', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mine.yaml'), 'preset: campus\nbook: {opens: 5, clsoes: 1}\n');
  writeFileSync(join(folder, 'other.yaml'), 'colour: red\n');
  const { status, out, err } = await shell(
    `edxgen check ${EXAMPLES}/course.yaml mine.yaml other.yaml ${EXAMPLES}/behaviour.yaml`,
    folder,
  );
  expect({ status, err }).toEqual({ status: 1, err: '' });
  expect(out.split('\n')).toEqual([
    `${EXAMPLES}/course.yaml: a course, no mistakes`,
    expect.stringMatching(/^mine\.yaml:2: book\.clsoes: unknown key[,;] /),
    'mine.yaml:2: book.opens: expected chance to open the book, a number from 0 to 1, got 5',
    expect.stringMatching(
      /^other\.yaml: is no file that edxgen knows: a course has the keys org, .*; a behaviour has the keys preset, /,
    ),
    `${EXAMPLES}/behaviour.yaml: a behaviour, no mistakes`,
    '',
  ]);
});

test('a run tells every mistake of its file, a line each', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'mine.yaml'), 'book: {opens: 5}\nkinds: {samplr: {}}\n');
  expect((await shell('edxgen --behaviour mine.yaml', folder)).err.split('\n')).toEqual([
    'edxgen: mine.yaml: 2 mistakes',
    expect.stringMatching(/^ {2}mine\.yaml:2: kinds\.samplr: unknown key, did you mean sampler\?/),
    '  mine.yaml:1: book.opens: expected chance to open the book, a number from 0 to 1, got 5',
    '',
  ]);
});

test.each([
  ['check nowhere.yaml', 'nowhere.yaml: there is no such file'],
  ['schema curse', 'format'],
])('%s ends with 2', async (command, message) => {
  const { status, out, err } = await shell(`edxgen ${command}`);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(message);
});

test('schemas are printed', async () => {
  const { out } = await shell('edxgen schema; edxgen schema format; edxgen schema course; edxgen schema behaviour');
  expect(out.match(/"\$schema": "https:\/\/json-schema\.org\/draft\/2020-12\/schema"/g)).toHaveLength(4);
});
