/** Whole runs with faults: what the promises about them say. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { archiveName, FAULT_LABELS, MANIFEST } from '../../src/archive/file-names.ts';
import { dailyFilesOf, filesOf, linesIn, manifestIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { repair } from '../run/repair.ts';
import { differences, disagreements, labelsIn, run } from './breaking.test.support.ts';
import { actsOn, FAULTS, LINE_FAULTS } from './index.ts';
import type { Label } from './label.ts';

const drawn = LINE_FAULTS.filter(({ onlyNamed }) => !onlyNamed);
const both = drawn.filter(({ dialects }) => !dialects).map(({ id }) => id);
const packing = {
  compress: fc.constantFrom('gzip' as const, 'none' as const),
  servers: fc.integer({ min: 1, max: 3 }),
};
const anyRun = {
  seed: fc.string({ minLength: 1, maxLength: 6 }),
  users: fc.integer({ min: 1, max: 30 }),
  days: fc.integer({ min: 1, max: 2 }),
  ...packing,
};
const anyFaults = {
  faults: fc.double({ min: 0.001, max: 1, noNaN: true }),
  fault: fc.option(fc.uniqueArray(fc.constantFrom(...both), { minLength: 1, maxLength: 4 }), { nil: undefined }),
};

forAll({ options: fc.record(anyRun), broken: fc.record(anyFaults) }, { numRuns: 8 })(
  'whatever the rate and the operators, the repaired run is the clean run, and each label shows',
  async ({ options, broken }) => {
    const clean = await run(options);
    const folder = await run({ ...options, ...broken });
    expect(await differences(folder, clean)).toEqual([]);
    expect(await disagreements(folder)).toEqual([]);
    const labels = labelsIn(folder);
    expect(manifestIn(folder).totals.faults).toBe(labels.length);
    const allowed = new Set(broken.fault ?? drawn.map(({ id }) => id));
    expect(labels.filter(({ fault }) => !allowed.has(fault))).toEqual([]);
  },
);

forAll({ options: fc.record(anyRun), fault: fc.constantFrom(undefined, both.slice(0, 3)) }, { numRuns: 3 })(
  'a rate of zero is the clean run, to the byte',
  async ({ options, fault }) => {
    const [clean, zero] = [filesOf(await run(options)), filesOf(await run({ ...options, faults: 0, fault }))];
    zero.delete(FAULT_LABELS);
    expect(zero).toEqual(clean);
  },
);

/** A daily file with its labels undone, in one pass; each tells the line that its offset lies in. */
function undone(text: string, labels: readonly Label[]): string {
  const parts: string[] = [];
  let at = 0;
  let line = 1;
  for (const label of labels) {
    const kept = text.slice(at, label.offset);
    line += kept.split('\n').length - 1;
    expect(line, label.fault).toBe(label.line);
    parts.push(kept, label.clean!);
    line += text.slice(label.offset, label.offset + label.length).split('\n').length - 1;
    at = label.offset + label.length;
  }
  return parts.join('') + text.slice(at);
}

/** Operators that can break nearly every line: alone, as one of a pair, or by adding a line. */
const ON_ANY_LINE = ['line-split', 'lines-joined', 'blank-line', 'line-twice', 'field-missing', 'time-epoch'];

describe.each(DIALECTS)('%s', (dialect) => {
  // Archive operators act on a daily file each, and those that break text choose from all lines.
  const [size, sample] = {
    documented: [{ users: 80, days: 6, servers: 4 }, 1],
    deployed: [{ users: 100, days: 1, servers: 2 }, 8],
    current: [{ users: 60, days: 3, servers: 2 }, 8],
  }[dialect] as [{ users: number; days: number; servers: number }, number];
  const options = { seed: 'runs', dialect, ...size };
  let clean: string;
  let folder: string;
  let lines: number;
  let cleanFiles: Map<string, string>;
  let files: Map<string, string>;
  beforeAll(async () => {
    clean = await run(options);
    folder = await run({ ...options, faults: 0.05 });
    lines = manifestIn(clean).totals.lines;
    cleanFiles = dailyFilesOf(clean);
    files = dailyFilesOf(folder);
  });

  test('the count of faults follows the rate', () => {
    const { length } = labelsIn(folder);
    expect(length / lines).toBeGreaterThan(0.04);
    expect(length / lines).toBeLessThan(0.06);
  });

  test('labels tell the position, in file order, and what to put there', () => {
    const labels = labelsIn(folder);
    const keys = labels.map(({ server, file, offset }) => `${server}/${file}/${String(offset).padStart(12, '0')}`);
    expect(keys).toEqual(keys.toSorted());
    const all = new Map(
      [...files].map(([path, text]) => [
        path,
        undone(
          text,
          labels.filter(({ server, file }) => path === `${server}/${file}`),
        ),
      ]),
    );
    expect(all).toEqual(cleanFiles);
  });

  test('the manifest counts what stands there', () => {
    const { totals, servers } = manifestIn(folder);
    expect(totals.lines).toBe([...files.values()].reduce((sum, text) => sum + linesIn(text).length, 0));
    for (const { name: server, files: written } of servers) {
      for (const { name, bytes, sha256 } of written) {
        const text = files.get(`${server}/${name}`)!;
        expect([text.length, createHash('sha256').update(text, 'latin1').digest('hex')]).toEqual([bytes, sha256]);
      }
    }
    expect({ ...totals, lines: 0, bytes: 0, faults: 0 }).toEqual({ ...manifestIn(clean).totals, lines: 0, bytes: 0 });
  });

  test('operators of lines, files and archives, with a rate and with a count, are undone together, and show', async () => {
    const acting = FAULTS.filter((fault) => actsOn(fault, dialect));
    const counted = [
      ...acting.filter(({ id }) => ON_ANY_LINE.includes(id)),
      ...acting.filter(({ scope }) => scope === 'file'),
      ...acting.filter(({ scope }) => scope === 'archive').filter((_, index) => index % sample === 0),
    ].map(({ id }) => id);
    const all = await run({ ...options, faults: 0.02, fault: counted.map((id) => `${id}=1`) });
    const labelled = new Set(labelsIn(all).map(({ fault }) => fault));
    expect(counted.filter((id) => !labelled.has(id))).toEqual([]);
    expect(await disagreements(all)).toEqual([]);
    expect(await differences(all, clean)).toEqual([]);
  });
});

test.each(DIALECTS)(
  '%s: a file that an incident has cut off is repaired to that, wherever the cut is',
  async (dialect) => {
    const at = dialect === 'deployed' ? [1.5, 2.5] : [0.5, 1.5, 2.5];
    const incident = at.map((day, index) => `file-truncated=at:${day},id:cut-${index}`);
    const told = new Set<boolean>();
    // A time stands late in a line of today: few cuts lie behind it, and more people are needed.
    const users = dialect === 'current' ? 60 : 30;
    const seeds = dialect === 'current' ? ['d', 'p'] : ['d', 'g'];
    for (const seed of seeds) {
      const options = { seed, dialect, users, days: 3, servers: 6, heartbeats: 'none', incident } as const;
      const clean = await run(options);
      const ends = [...dailyFilesOf(clean).values()].map((text) => text.slice(text.lastIndexOf('\n') + 1));
      for (const end of ends.filter((text) => text !== '')) told.add(/"time": "[^"]+"/.test(end));
      expect(await differences(await run({ ...options, faults: 0.03 }), clean)).toEqual([]);
      const counted = await run({ ...options, fault: ['line-twice=3', 'wrapped-array=10', 'gzip-twice=1'] });
      expect(await differences(counted, clean)).toEqual([]);
    }
    expect([...told].sort()).toEqual([false, true]);
  },
);

test('what is broken in the one file of an archive that cannot be read is hidden', async () => {
  const folder = await run({ users: 20, days: 1, servers: 1, fault: ['tar-checksum=1', 'line-twice=2'] });
  expect(labelsIn(folder)).toMatchObject([
    { fault: 'line-twice' },
    { fault: 'line-twice' },
    { fault: 'tar-checksum', file: null },
  ]);
  expect(await disagreements(folder)).toEqual([]);
});

describe('repair', () => {
  const options = { users: 60, days: 2, servers: 1, seed: 'repair' };
  const repaired = (folder: string) => repair(folder, { out: join(temporaryFolder(), 'out') });

  test('of a clean run copies it', async () => {
    const clean = await run(options);
    expect(await differences(clean, clean)).toEqual([]);
  });

  test('refuses a run that was changed, and leaves nothing', async () => {
    const folder = await run({ ...options, faults: 0.1 });
    const path = join(folder, archiveName('prod-edxapp-001'));
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
    const out = join(temporaryFolder(), 'out');
    await expect(repair(folder, { out })).rejects.toThrow(
      'is not as its run left it, so its labels do not fit; make the run again',
    );
    expect(() => readFileSync(join(out, MANIFEST))).toThrow('ENOENT');
  });

  test('refuses a folder without a run, and names that lead elsewhere', async () => {
    await expect(repaired(temporaryFolder())).rejects.toThrow(
      /there is no such file or folder.*name the folder of a run/,
    );
    const folder = await run({ ...options, faults: 0.1 });
    const manifest = manifestIn(folder);
    const evil = { ...manifest, servers: manifest.servers.map((server) => ({ ...server, name: '../evil' })) };
    writeFileSync(join(folder, MANIFEST), JSON.stringify(evil));
    await expect(repaired(folder)).rejects.toThrow('is no manifest of edxgen');
  });
});
