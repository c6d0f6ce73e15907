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
  documented: { lines: 282, sha256: '394ea7c4e14e0c765c14e726ba5040bc772650b207fc0dec04b92f971e16be80' },
  current: { lines: 915, sha256: '87c30cafe84c497b358af0a0c70deb818b38c61b879ececf6c1b17afc54a821b' },
  deployed: { lines: 104236, sha256: 'af72afc81dd0e8a912f94a9c725bc469e1cebe0bdd0659b25bcd7101b26c0805' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'ac22d3651772604ac679bb4525f2e3790d550be8f5aa6ac794046311f69fb308',
    labels: '4c0d88e1098639112f868465378e85ebd41be47d7faad64b23183eaf9ad8666c',
  },
  current: {
    text: 'f472a1b257279147e999048b10da42327a1844dc5696b0138a280434ef1f3ea7',
    labels: '6013cf7136efec2559b82e09fffaaa334fb7b142447a8d098d68aeafb706093d',
  },
  deployed: {
    text: '249d5459f97dfb8506a169b2628987fddfb7f16fb9a59ab9afdb3e56e4983f34',
    labels: 'a41ab3e4ddf671f1e14992dd841e4a3972606af951e278eb0d358006c6506789',
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
