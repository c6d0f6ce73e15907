/** Labels are refused before they take memory. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { LabelFile } from './label-file.ts';

const MOST = 4096;

/** A file of ten labels of each of some files. */
function labels(...files: readonly string[]): string {
  const path = join(temporaryFolder(), 'faults.jsonl');
  const what = { fault: 'cut-anywhere', level: 'bytes', verdict: 'reject', rule: 'line-json', clean: '{}' };
  const of = (file: string) =>
    Array.from({ length: 10 }, (_, line) => ({
      server: 'lms',
      file,
      line: line + 1,
      offset: 9 * line,
      length: 8,
      ...what,
    }));
  writeFileSync(
    path,
    files
      .flatMap(of)
      .map((label) => `${JSON.stringify(label)}\n`)
      .join(''),
  );
  return path;
}

test('more labels of one file than are held at once are told, with what to do', async () => {
  const [one, two] = ['tracking.log-20260302-1772439421.gz', 'tracking.log'];
  const held = await LabelFile.open(labels(one, two), MOST);
  expect(held.files().map(({ file }) => file)).toEqual([one, two]);
  const path = labels(two, two, two, two);
  await expect(LabelFile.open(path, MOST)).rejects.toThrow(
    `${path}:26: there are more than 4.1 kB of labels of tracking.log, and those of one file are held at once; make the run with fewer faults, or in files of a day`,
  );
});
