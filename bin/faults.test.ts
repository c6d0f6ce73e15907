import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Label } from '../generators/faults/label.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const labelsIn = (folder: string): Label[] =>
  readFileSync(join(folder, 'faults.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Label);

test('faults are made, listed, checked and undone', async () => {
  const folder = temporaryFolder();
  const { status, out, err } = await shell(
    `set -e; edxgen --users 30 --days 2 --out clean --quiet; edxgen --users 30 --days 2 --faults 0.1 --out dirty --quiet
     edxgen validate dirty --labels dirty/faults.jsonl; edxgen repair dirty --out mended; diff -r clean mended && echo equal`,
    folder,
  );
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/^fault +verdict +labelled +hidden +found +recall +precision\n/);
  expect(out).toMatch(/\d+ labels: the findings agree\n/);
  expect(out).toMatch(/clean lines of 4 servers in mended\nequal\n$/);
});

test('the threads make no difference', async () => {
  const { status, out, err } = await shell(
    `set -e; for jobs in 1 2; do edxgen --users 30 --days 2 --dialect deployed --heartbeats none --faults 0.05 --jobs $jobs --out $jobs --quiet; done
     diff -r 1 2 && echo equal`,
    temporaryFolder(),
  );
  expect({ status, out, err }).toEqual({ status: 0, out: 'equal\n', err: '' });
});

test('one single fault in isolation', async () => {
  const folder = temporaryFolder();
  await shell('edxgen --users 20 --days 1 --servers 1 --fault crlf --out one --quiet', folder);
  expect(labelsIn(join(folder, 'one')).map(({ fault, verdict }) => [fault, verdict])).toEqual([['crlf', 'accept']]);
});

test('--labels tells what does not agree, and exits with 1', async () => {
  const folder = temporaryFolder();
  const { out } = await shell(
    `edxgen --users 60 --days 1 --servers 1 --fault line-cut=2 --out dirty --quiet; head -n 1 dirty/faults.jsonl > half.jsonl
     edxgen validate dirty --labels half.jsonl; echo "exit $?"; edxgen validate dirty --labels half.jsonl --json | tail -n 2`,
    folder,
  );
  expect(out).toMatch(/^no label for dirty\/prod-edxapp-001\.tar:.*: line-json: expected one JSON object/);
  expect(out).toContain('1 label: the findings do not agree\n');
  expect(out).toContain('exit 1\n');
  const [agreement, summary] = out
    .trimEnd()
    .split('\n')
    .slice(-2)
    .map((line) => JSON.parse(line) as object);
  expect(agreement).toEqual({
    fault: 'line-cut',
    verdict: 'reject',
    rule: 'line-json',
    labelled: 1,
    hidden: 0,
    found: 1,
    recall: 1,
    precision: 0.5,
  });
  expect(summary).toMatchObject({ summary: { findings: 2 } });
});

test('edxgen faults lists every operator, for people and for programs', async () => {
  const [people, programs] = [await shell('edxgen faults'), await shell('edxgen faults --json')];
  const listed = programs.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { fault: string; wording: string });
  expect(listed.length).toBeGreaterThan(100);
  const lines = people.out.split('\n');
  expect(
    listed.filter(
      ({ fault, wording }) => !lines.some((line) => line.startsWith(`  ${fault} `) && line.includes(wording)),
    ),
  ).toEqual([]);
});

test('--stdout can be broken too, as bytes', async () => {
  const { status, out } = await shell(
    'edxgen --stdout --users 20 --days 1 --faults 0.2 --fault utf8-invalid > all; edxgen validate --json all | grep -c line-utf8; edxgen --stdout --users 20 --days 1 | wc -l; wc -l < all',
  );
  const [broken, clean, lines] = out.trimEnd().split('\n').map(Number);
  expect({ status, lines }).toEqual({ status: 0, lines: clean });
  expect(broken! / clean!).toBeGreaterThan(0.15);
});

test.each([
  ['edxgen --faults 2', '--faults must be a share from 0 to 1, not 2'],
  ['edxgen --fault lin-cut', '--fault has no operator "lin-cut"; did you mean line-cut?'],
  ['edxgen --fault line-cut=0', '--fault line-cut=COUNT takes a whole number from 1 to 1000000, not "0"'],
  ['edxgen --fault line-cut line-cut=2', '--fault line-cut is given more than once; give it once, as line-cut=COUNT'],
  [
    'edxgen --dialect deployed --fault megabytes',
    '--fault megabytes does not act on deployed logs, only on documented; edxgen faults lists them',
  ],
  [
    'edxgen --users 60 --days 1 --fault tar-cut=9',
    '--fault tar-cut=9: only 4 archives are left for it; ask for fewer, or for more servers or days',
  ],
  [
    'edxgen --users 2 --days 1 --fault rubric-select-none=1',
    '--fault has no operator "rubric-select-none"; edxgen faults lists them',
  ],
  [
    'edxgen --stdout --fault gzip-cut',
    '--stdout breaks a share of the lines only; give --faults RATE and line operators without a count, not --fault gzip-cut',
  ],
  ['edxgen repair', 'edxgen repair needs FOLDER, the folder of a run with faults; see edxgen repair --help'],
  ['mkdir empty; edxgen repair empty', 'repair needs --out DIR, the folder for the clean data set'],
  [
    'mkdir empty; edxgen repair empty --out out',
    'cannot read empty/manifest.json: there is no such file or folder; check the name; name the folder of a run that edxgen has made',
  ],
  [
    'edxgen --users 9 --days 1 --out r --quiet; edxgen validate r --labels nowhere',
    'cannot read nowhere: there is no such file or folder; check the name',
  ],
  [
    'edxgen --users 9 --days 1 --out r --quiet; edxgen validate r --labels r/manifest.json',
    'r/manifest.json:1 is no label of a fault; name the faults.jsonl of a run',
  ],
])('%s: %s', async (command, message) => {
  const folder = temporaryFolder();
  const { status, out, err } = await shell(command, folder);
  expect({ status, out, err }).toEqual({ status: 2, out: '', err: `edxgen: ${message}\n` });
  expect(existsSync(join(folder, 'edxgen-out'))).toBe(false);
});
