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
    text: '1d558be886c131474bb20b8d62775e4d4169787f25ce87579d22c7130c05c5b0',
    labels: '105b138f921ffcb7dff4df6956f491f7de2d9bb8ab6149b2cf9e70c74e372ff0',
  },
  current: {
    text: '3aedd78f867740959e6ce18f2f2074ce116a97ae8f5e5038db8c18d80287782a',
    labels: 'def1cadddf8b3cbec9f7b49f6bfa984c5b9fd65436274c86230a54ea6e690328',
  },
  deployed: {
    text: '746576073d24ea74a82fe9b1bc868e2c6c237e43162d9c9e6d9148a9497ff2fa',
    labels: '0af6755072d6e4c043de9f0c202fa94458d630cfed914594329c4f315e100794',
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
