import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../generators/run/manifest.ts';
import { shell } from '../testing/command-line.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const FILES = ['manifest.json', ...[1, 2, 3, 4].map((n) => `prod-edxapp-00${n}.tar`), 'truth', 'truth.json'];

test('the main job writes a tar a server and a manifest, and says so', async () => {
  const folder = temporaryFolder();
  const { status, out, err } = await shell('edxgen --users 60 --days 2', folder);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(readdirSync(join(folder, 'edxgen-out')).toSorted()).toEqual(FILES);
  expect(out).toContain('edxgen validate edxgen-out');
  expect(out).toMatch(/browser\/play_video +[\d,]+ +\d+\.\d%/);
});

test('generate may be named, --json prints the manifest and where it is, --quiet nothing', async () => {
  const folder = temporaryFolder();
  const { out } = await shell('edxgen generate --users 20 --days 1 --out a --json', folder);
  const { out: where, ...printed } = JSON.parse(out) as Manifest & { out: string };
  expect(where).toBe('a');
  expect(printed).toEqual(JSON.parse(readFileSync(join(folder, 'a/manifest.json'), 'utf8')));
  expect(await shell('edxgen --users 20 --days 1 --out b --quiet', folder)).toEqual({ status: 0, out: '', err: '' });
});

test('the commands that the summary proposes work', async () => {
  const { status, out } = await shell(`edxgen --users 30 --days 1 --out "it's here" > summary
    grep '^  tar' summary > command; sed -i 's/| head.*//' command; bash command`);
  expect(status).toBe(0);
  expect(out).toMatch(/^\{"username": /);
});

test('a folder with something else is never touched; an earlier run only with --force', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'precious.txt'), 'mine');
  const strange = await shell('edxgen --users 5 --days 1 --out . --force', folder);
  expect(strange).toEqual({
    status: 2,
    out: '',
    err: 'edxgen: . holds something else (precious.txt); choose an empty or a new folder with --out\n',
  });
  expect(readdirSync(folder)).toEqual(['precious.txt']);

  await shell('edxgen --users 5 --days 1 --servers 6 --out run', folder);
  const again = await shell('edxgen --users 5 --days 1 --out run', folder);
  expect(again.err).toBe(
    'edxgen: run holds an earlier run; replace it with --force, or choose another folder with --out\n',
  );
  expect((await shell('edxgen --users 5 --days 1 --out run --force', folder)).status).toBe(0);
  expect(readdirSync(join(folder, 'run')).toSorted()).toEqual(FILES);
});

test('somebody’s own server tars are something else, even with --force', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'prod-edxapp-001.tar'), 'real logs');
  const { status, err } = await shell('edxgen --users 5 --days 1 --out . --force', folder);
  expect({ status, err }).toMatchObject({
    status: 2,
    err: expect.stringContaining('something else (prod-edxapp-001.tar)'),
  });
  expect(readFileSync(join(folder, 'prod-edxapp-001.tar'), 'utf8')).toBe('real logs');
});

test.each([
  [
    'a full disk',
    'ulimit -f 20; edxgen --users 600 --out run',
    'edxgen: cannot write to run: the file would be too large; raise the limit (ulimit -f) or choose another place\n',
  ],
  [
    'a full disk, of a thread that packs',
    'ulimit -f 20; edxgen --users 600 --jobs 1 --out run',
    'edxgen: cannot write to run: the file would be too large; raise the limit (ulimit -f) or choose another place\n',
  ],
  [
    'a full pipe',
    'edxgen --stdout > /dev/full',
    'edxgen: cannot write to standard output: the disk is full; free some space or choose another place\n',
  ],
  [
    'a folder that cannot be made',
    'edxgen --out /proc/edxgen',
    'edxgen: cannot write to /proc/edxgen: there is no such file or folder; check the name\n',
  ],
  [
    'a file for a folder',
    'touch file; edxgen --out file',
    'edxgen: file is no folder; choose another name with --out\n',
  ],
])('%s is told in one line, and nothing is left', async (_, command, err) => {
  const folder = temporaryFolder();
  expect(await shell(command, folder)).toEqual({ status: 2, out: '', err });
  expect(existsSync(join(folder, 'run'))).toBe(false);
});

test('a run that fails leaves the earlier one as it was', async () => {
  const folder = temporaryFolder();
  await shell('edxgen --users 5 --days 1 --out run', folder);
  const before = readFileSync(join(folder, 'run/manifest.json'), 'utf8');
  expect((await shell('ulimit -f 20; edxgen --users 600 --out run --force', folder)).status).toBe(2);
  expect(readdirSync(join(folder, 'run')).toSorted()).toEqual(FILES);
  expect(readFileSync(join(folder, 'run/manifest.json'), 'utf8')).toBe(before);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s in the middle ends the run at once, and leaves nothing', async (signal, ended) => {
  const folder = temporaryFolder();
  const waitForFiles = (pid: number) => {
    const partial = existsSync(join(folder, 'run')) && readdirSync(join(folder, 'run')).length > 0;
    if (partial) process.kill(pid, signal);
    else setTimeout(waitForFiles, 10, pid);
  };
  const { status, err } = await shell('exec "$NODE" "$PROGRAM" --users 200000 --days 30 --out run', folder, (child) =>
    waitForFiles(child.pid!),
  );
  expect({ status, err }).toEqual({ status: ended, err: `edxgen: stopped by ${signal}; nothing was written\n` });
  expect(existsSync(join(folder, 'run'))).toBe(false);
});

test('a run in which nobody was active says so, and is fine', async () => {
  const nobody = `--users 1 --days 1 --seed 'nobody comes'`;
  const err = 'edxgen: nobody was active in this run; give more --users or --days\n';
  expect(await shell(`edxgen ${nobody} --quiet`)).toEqual({ status: 0, out: '', err });
  expect(await shell(`edxgen ${nobody} --stdout`)).toEqual({ status: 0, out: '', err });
  const told = await shell(`edxgen ${nobody} --out run`);
  expect(told.out).toMatch(/Next:\n {2}edxgen validate run\n$/);
});

test('a folder between two runs is read by no command, and put right by the one that they name', async () => {
  const folder = temporaryFolder();
  await shell(
    'edxgen --users 5 --days 1 --out run --quiet; cp -r run before; mkdir -p run/.parts/leaving; mv run/manifest.json run/.parts/leaving',
    folder,
  );
  const told =
    'edxgen: run holds a run whose files were getting their names when its process was killed; edxgen merge run has it whole again';
  for (const command of ['validate run', 'report run', 'report run --terminal', 'repair run --out mended']) {
    const { status, out, err } = await shell(`edxgen ${command}`, folder);
    expect({ status, out, err: err.slice(0, told.length) }, command).toEqual({ status: 2, out: '', err: told });
  }
  expect(await shell('edxgen merge run --quiet && diff -r run before', folder)).toEqual({
    status: 0,
    out: '',
    err: '',
  });
});

test('--stdout gives lines, and a reader that has enough ends it cleanly', async () => {
  const all = await shell('edxgen --stdout --users 30 --days 2');
  expect(all.err).toBe('');
  expect(
    all.out
      .trimEnd()
      .split('\n')
      .every((line) => JSON.parse(line).event_type),
  ).toBe(true);
  const some = await shell('edxgen --stdout --users 600 | head -n 2');
  expect({ ...some, out: some.out.split('\n').length }).toEqual({ status: 0, out: 3, err: '' });
});

test('progress is shown on a terminal, and only there', async () => {
  const terminal = await shell(`script -qec '"$NODE" "$PROGRAM" --users 500 --out run' /dev/null`);
  expect(terminal.out).toMatch(/ \d+% {2}2013-03-\d\d \d\d:\d\d {2}[\d,]+ lines {2}[\d,]+ lines\/s {2}\d+ s left/);
  const piped = await shell('edxgen --users 20 --days 1 --out run');
  expect(piped.err).toBe('');
});
