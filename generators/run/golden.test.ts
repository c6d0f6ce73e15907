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
  documented: { lines: 199, sha256: '710b1b8d74949d98dedee7684b26f85dc17fda0a1deb124fd2736d45f5e46b89' },
  deployed: { lines: 69434, sha256: 'bc62511dbd246094a67b4bc0463d9fc43eb1ce87561d53414964bd0f427f7320' },
};

test.each(['documented', 'deployed'] as const)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '53d03e2d11965c6bd8458950c95222d4d2efde3543e8c8eca443f472bea370a7',
    labels: 'bec6fb49ddae13de54e3286c6151f1842b98f2492453d76215375f2d0e5ba649',
  },
  deployed: {
    text: 'b5c051006a934d3642fef822f2474d569154c0e0946d9efd6e552fa96de36ff6',
    labels: 'ff1b4f08971b5155732062afb36c9352886d4ba8710b92e3d23a13a66ef50e4d',
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
