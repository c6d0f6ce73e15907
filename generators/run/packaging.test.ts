/** The one log of all servers, as Tutor's sites have it, as native installs cut it, and as edX hands it to organisations. */
import { generate, merge, repair, runShare } from 'edxgen';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ShareDone } from '../../src/base/task.ts';
import { filesOf, hashesOf, linesIn, linesOf, manifestIn } from '../../testing/runs.ts';
import { validateLogs } from '../../src/validation/validate-logs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { LabelCheck } from '../faults/check-labels.ts';
import { LabelFile } from '../faults/label-file.ts';

/** Three pools, and lines behind a prefix that tells when each was written. */
const RUN = { users: 110, days: 3, seed: 'packaging', dialect: 'current', servers: 5, prefix: 'tutor' } as const;

type Options = NonNullable<Parameters<typeof generate>[0]>;

const newFolder = (): string => join(temporaryFolder(), 'run');

async function run(options: Options): Promise<string> {
  const out = newFolder();
  await generate({ jobs: 1, ...RUN, ...options, out });
  return out;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const unpacked = (name: string, bytes: Buffer): Buffer => (name.endsWith('.gz') ? gunzipSync(bytes) : bytes);

/** The files of a run's logs, as the manifest lists them, with their texts. */
const textsOf = (folder: string): (readonly [name: string, text: string])[] =>
  manifestIn(folder).servers.map(({ archive }) => [
    archive,
    unpacked(archive, readFileSync(join(folder, archive))).toString('latin1'),
  ]);

/** When a line was written, by its prefix; milliseconds since 1970. */
const writtenAt = (line: string): number => Date.parse(`${line.slice(0, 23).replace(' ', 'T').replace(',', '.')}Z`);

describe.each([
  ['tutor', ['tracking.log'], []],
  [
    'native',
    [...Array.from({ length: 6 }, () => expect.stringMatching(/^tracking\.log-\d{8}-\d{10}\.gz$/)), 'tracking.log'],
    ['wrapped-array'],
  ],
  [
    'package',
    ['02', '03', '04'].map((day) => `MITx-prod-events-2026-03-${day}.log.gz`),
    ['wrong-day', 'tail-repeated'],
  ],
] as const)('%s', (packaging, names, more) => {
  // A file that grows is cut where it is long: others need fewer people.
  const size = { ...RUN, packaging, users: packaging === 'native' ? RUN.users : 40 } as const;
  let folder: string;
  let dirty: string;
  beforeAll(async () => {
    folder = await run({ ...size, jobs: 2 });
    const fault = [
      'bom-first',
      'line-twice',
      'prefix-doubled=3',
      'prefix-cut',
      'out-of-order=2',
      'clock-back=3',
      ...more,
    ];
    dirty = await run({ ...size, faults: 0.03, fault, jobs: 1 });
  });

  test('holds the lines of all servers in the order of their writing', async () => {
    const texts = textsOf(folder);
    expect(texts.map(([name]) => name)).toEqual(names);
    expect(readdirSync(folder).sort()).toEqual(
      [...texts.map(([name]) => name), 'manifest.json', 'truth', 'truth.json'].sort(),
    );
    expect(texts.flatMap(([, text]) => linesIn(text))).toEqual(await linesOf({ ...RUN, users: size.users }));
  });

  test('the manifest has the hash of each file, and of its text', () => {
    for (const { archive, bytes, sha256: hash, files } of manifestIn(folder).servers) {
      const stored = readFileSync(join(folder, archive));
      expect({ bytes: stored.length, hash: sha256(stored) }).toEqual({ bytes, hash });
      const text = unpacked(archive, stored);
      const count = linesIn(text.toString('latin1')).length;
      expect(files).toMatchObject([{ name: archive, lines: count, bytes: text.length, sha256: sha256(text) }]);
    }
  });

  test('shares put together, and a run that is resumed, have the same bytes', async () => {
    const out = newFolder();
    for (const part of [2, 3, 1]) await runShare({ ...size, out, part, parts: 3, jobs: 1 });
    expect(await runShare({ ...size, out, part: 1, parts: 1, resume: true, jobs: 1 })).toMatchObject({ lines: 0 });
    await merge(out);
    expect(hashesOf(out)).toEqual(hashesOf(folder));
    expect(await runShare({ ...size, out, part: 1, parts: 1, jobs: 1 })).toMatchObject({ lines: 0 });
    appendFileSync(join(out, manifestIn(out).servers[0]!.archive), 'x');
    await expect(merge(out)).rejects.toThrow(
      /archives that are not as manifest\.json says.*make the run again with force/,
    );
  });

  test('labels tell where each fault stands in the files, and lead back', async () => {
    const labels = await LabelFile.open(join(dirty, 'faults.jsonl'));
    const watch = new LabelCheck(labels, { home: dirty });
    await validateLogs([dirty], { watch, onFinding: (finding) => watch.found(finding) });
    expect(watch.report()).toMatchObject({ missed: [], unlabelled: [], agrees: true });
    expect(watch.report().operators.map(({ fault }) => fault)).toContain('line-twice');
    const texts = new Map(textsOf(dirty));
    for (const { server, file } of labels.files()) {
      expect(server).toBe(packaging === 'package' ? 'MITx' : 'lms');
      for (const { line, offset } of labels.of(server, file))
        expect(linesIn(`${texts.get(file)!.slice(0, offset)}\n`)).toHaveLength(line!);
    }
    const out = newFolder();
    await repair(dirty, { out });
    expect(hashesOf(out)).toEqual(hashesOf(folder));
  });

  test('a run without a line, and none compressed', async () => {
    const empty = await run({ packaging, users: 1, days: 1, seed: 'quiet', compress: 'none' });
    const { totals, servers } = manifestIn(empty);
    expect(totals.lines).toBe(0);
    expect(servers.map(({ archive, bytes, files }) => ({ archive, bytes, files }))).toEqual(
      packaging === 'package' ? [] : [{ archive: 'tracking.log', bytes: 0, files: [] }],
    );
    await merge(empty);
  });
});

test('native: a file that is long enough is cut at 17 past the hour, and holds what was written before; more days cut off more', async () => {
  const [short, long] = [
    await run({ packaging: 'native', compress: 'none', days: 2 }),
    await run({ packaging: 'native', compress: 'none' }),
  ];
  let last = -Infinity;
  for (const [name, text] of textsOf(long)) {
    const cut = name === 'tracking.log' ? Infinity : 1000 * Number(name.slice('tracking.log-20260302-'.length));
    if (cut < Infinity) {
      expect(name).toContain(new Date(cut).toISOString().slice(0, 10).replaceAll('-', ''));
      expect(new Date(cut).toISOString()).toMatch(/:17:01\.000Z$/);
      expect(text.length).toBeGreaterThan(1024 * 1024);
    }
    const times = linesIn(text).map(writtenAt);
    expect(times[0]).toBeGreaterThanOrEqual(last);
    expect(times.at(-1)).toBeLessThan(cut);
    last = cut;
  }
  const [before, after] = [filesOf(short), filesOf(long)];
  for (const [name, bytes] of before) if (name.includes('log-')) expect(after.get(name)!.equals(bytes)).toBe(true);
  const whole = (folder: string) =>
    textsOf(folder)
      .map(([, text]) => text)
      .join('');
  expect(whole(long).startsWith(whole(short))).toBe(true);
});

test('a run, and merging shares, tell how much has been put together', async () => {
  const options = { ...RUN, packaging: 'tutor', days: 3, users: 140, servers: 4, jobs: 1 } as const;
  const [whole, shared] = [newFolder(), newFolder()];
  const [ofRun, ofMerge]: [ShareDone[], ShareDone[]] = [[], []];
  await generate({ ...options, out: whole }, { onMerged: (read) => void ofRun.push(read) });
  for (const part of [1, 2]) await runShare({ ...options, out: shared, part, parts: 2 });
  await merge(shared, { onMerged: (read) => void ofMerge.push(read) });
  expect(ofMerge).toEqual(ofRun);
  const { all } = ofRun[0]!;
  const { bytes } = manifestIn(whole).servers[0]!;
  expect(all).toBeGreaterThan(bytes);
  expect(all).toBeLessThan(1.1 * bytes);
  expect(ofRun.length).toBeGreaterThan(4);
  for (const [index, read] of ofRun.entries()) {
    expect(read.all).toBe(all);
    if (read.done < all) expect(read.done).toBeGreaterThan(ofRun[index - 1]?.done ?? 0);
  }
  expect(ofRun.at(-1)).toEqual({ done: all, all });
});

test.each([
  [{ packaging: 'tutor', compress: 'gzip', days: 1, users: 20 }, ['tracking.log.gz']],
  [
    { packaging: 'native', compress: 'gzip', days: 1, users: 170 },
    [
      ...Array.from({ length: 2 }, () => expect.stringMatching(/^tracking\.log-20260302-\d{10}\.gz$/) as string),
      'tracking.log.gz',
    ],
  ],
  [{ packaging: 'package', compress: 'none', days: 1, users: 20 }, ['MITx-prod-events-2026-03-02.log']],
] as const)('%o says otherwise', async (options, names) => {
  const folder = await run({ prefix: 'none', ...options });
  expect(textsOf(folder).map(([name]) => name)).toEqual(names);
  expect(await validateLogs([folder])).toMatchObject({ findings: 0, files: names.length });
});

test.each([
  [
    { packaging: 'tutor', dialect: 'deployed', prefix: 'none' },
    'packaging is for dialect current; deployed lines lie in tars',
  ],
  [
    { packaging: 'native', dialect: 'documented', prefix: 'none' },
    'packaging is for dialect current; documented lines lie in tars',
  ],
  [
    { packaging: 'package', dialect: 'documented', prefix: 'none' },
    'packaging is for dialect current; documented lines lie in tars',
  ],
  [{ dialect: 'documented' }, 'prefix is for dialect current; nothing stands before documented lines'],
  [
    { packaging: 'native', gpgRecipient: 'edX' },
    'gpgRecipient is for packaging package, whose files edX encrypts; no others are',
  ],
  [{ gpgRecipient: 'edX', dialect: 'deployed', prefix: 'none' }, 'gpgRecipient is for packaging package'],
  [
    { packaging: 'tutor', gzipLevel: 9 },
    'gzipLevel has no meaning with packaging tutor, which compresses nothing; leave it out, or give compress gzip',
  ],
  [{ packaging: 'package', compress: 'rotated' }, 'compress rotated is for packaging native'],
  [
    { packaging: 'package', fault: ['tar-cut'] },
    'fault tar-cut breaks tars, and packaging package writes none; leave one of them out',
  ],
  [{ packaging: 'native', fault: ['gzip-cut'] }, 'fault gzip-cut breaks tars, and packaging native writes none'],
  [
    { packaging: 'native', fault: ['wrong-day'] },
    'fault wrong-day breaks a file a day, and packaging native writes none',
  ],
] as const)('%o is refused', async (options, message) => {
  await expect(run(options as Options)).rejects.toThrow(message);
});

test('package: files of each organisation, with what --org writes of it', async () => {
  const site = join(temporaryFolder(), 'site.yaml');
  writeFileSync(site, 'courses: [{title: One}, {org: HarvardX, number: CS50x, run: 2013_T1}]');
  const options = { ...RUN, days: 2, prefix: 'none', site } as const;
  const texts = textsOf(await run({ ...options, packaging: 'package' }));
  const orgs = new Set(texts.map(([name]) => name.slice(0, name.indexOf('-prod-events'))));
  expect([...orgs]).toEqual(['MITx', 'HarvardX']);
  for (const org of orgs) {
    const own = texts.filter(([name]) => name.startsWith(`${org}-prod-events`));
    expect(own.flatMap(([, text]) => linesIn(text))).toEqual(await linesOf({ ...options, org }));
  }
});

test('native: the truth of incidents tells where their lines are in the files', async () => {
  const incident = ['lines-twice=at:0.2,hours:24', 'lines-lost=at:1.5,hours:20'];
  const folder = await run({ packaging: 'native', incident });
  const texts = new Map(textsOf(folder).map(([name, text]) => [name, linesIn(text)]));
  const rowsOf = (name: string): Record<string, never>[] =>
    linesIn(readFileSync(join(folder, 'truth', name), 'utf8')).map((line) => JSON.parse(line) as Record<string, never>);
  interface Entry {
    readonly lines: { readonly written: number; readonly missing: number };
    readonly where: readonly { server: string; file: string; firstLine: number; lastLine: number }[];
  }
  const [twice, lost] = rowsOf('incidents.jsonl') as unknown as [Entry, Entry];
  const numbers = twice.where.flatMap(({ server, file, firstLine, lastLine }) => {
    expect(server).toBe('lms');
    return Array.from({ length: lastLine - firstLine + 1 }, (_, index) => [file, firstLine + index] as const);
  });
  expect(numbers).toHaveLength(twice.lines.written);
  for (const [file, number] of numbers) expect(texts.get(file)![number - 1]).toBe(texts.get(file)![number - 2]);
  const missing = rowsOf('missing.jsonl') as unknown as { file: string; lines: number }[];
  expect(missing.map(({ lines: count }) => count).reduce((a, b) => a + b)).toBe(lost.lines.missing);
  for (const { file } of missing) expect([...texts.keys()]).toContain(file);
  expect([...texts.values()].flat()).toHaveLength(
    (await linesOf(RUN)).length + twice.lines.written - lost.lines.missing,
  );
});
