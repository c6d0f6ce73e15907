/**
 * Golden hashes: the lines of a small run, to the byte. "Same version and options: the same bytes" is a promise to whoever
 * keeps a data set by its options alone. These constants may change only together with the output on purpose: a change of
 * behaviour, of the built-in course or of the platform, or a new release of faker or seedrandom. Then CHANGELOG.md says
 * so. A refactoring, an optimization or another Node version must never change them.
 */
import { generate } from 'edxgen';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { FAULT_LABELS } from '../../src/archive/file-names.ts';
import { dailyFilesOf, linesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const GOLDEN = {
  documented: { lines: 267, sha256: 'ca734734e6f16696f2c814c6bac8ad97036650ca139ae7df07fa5a678501360b' },
  current: { lines: 792, sha256: 'd1200018593b2dd76caa3fd97f2fb03909db1ac814b9fe6344b5febbbb76fcfe' },
  deployed: { lines: 104140, sha256: 'f174ca2876744e45968ad1bb2267dd9a8a9697eb7661535c389d620e0cca1362' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '30f47cc544e379076fe155806bc2e4f6d1bd5e3ed91bdc453bc415b10d49bd32',
    labels: '6240019e2f69a73e2cccf1a08f31e5f8bce4709e2aa0c67cdd4834193c47bce7',
  },
  current: {
    text: '300035c042b882c4142b66e07a4bd9a07f26be1e3c024f5cdd33f2945ecfbb7f',
    labels: '8af5f750dc38990c04a1ffce85d6353b3b9d5881d099a6ba6c818afaf31fa23b',
  },
  deployed: {
    text: '886defdaad87d3da03f6489f8dc66faea7d05e6f0dbc14aca420f2b65df380e8',
    labels: 'd85fd3c64d97b8a60e599cb665cb67302f402f260a745ef190c96d85127c48cb',
  },
};

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

test.each(DIALECTS)('%s, with faults', async (dialect) => {
  const folder = join(temporaryFolder(), 'run');
  await generate({
    users: 30,
    days: 2,
    servers: 2,
    seed: 'golden',
    dialect,
    faults: 0.1,
    fault: ['line-twice=2'],
    out: folder,
  });
  const text = [...dailyFilesOf(folder)].flat().join('\n');
  expect({
    text: sha256(Buffer.from(text, 'latin1')),
    labels: sha256(readFileSync(join(folder, FAULT_LABELS))),
  }).toEqual(BROKEN[dialect]);
});
