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
import { FAULT_LABELS } from '../../src/archive/file-names.ts';
import { dailyFilesOf, linesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const GOLDEN = {
  documented: { lines: 325, sha256: 'a7d96cae694ba5bfe6f257c90107f889451acbc25b2cb84fb325743dc250ea4f' },
  deployed: { lines: 104079, sha256: 'bca34d85a60fa87c72199650abba27fbc783edf498d2534847f8deca611f0d3a' },
};

test.each(['documented', 'deployed'] as const)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'f066d03dd8a9bb103e04f9d7e3373238034c0b087e2b6771cf74fcf3204f6bfe',
    labels: '0db211895f9fc24960673a6e6d587f5d5ff7e7b0d77d5251109dcb537b0bacfd',
  },
  deployed: {
    text: '88c920ed263db26bb3b07bcc867849fb2572a737a2acb7f523d213192ee58594',
    labels: '1a2c7f53473c6890cb2e7f57f77730fad750b9339d56ff3812d849fd74d788df',
  },
};

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

test.each(['documented', 'deployed'] as const)('%s, with faults', async (dialect) => {
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
