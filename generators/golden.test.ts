/**
 * Golden hashes: the lines of a small run, to the byte. "Same version and options: the same bytes" is a promise to whoever
 * keeps a data set by its options alone. These constants may change only together with the output on purpose: a change of
 * behaviour, of the built-in course or of the platform, or a new release of faker or seedrandom. Then CHANGELOG.md says
 * so. A refactoring, an optimization or another Node version must never change them.
 */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { linesOf } from './runs.test.support.ts';

const GOLDEN = {
  documented: { lines: 199, sha256: '710b1b8d74949d98dedee7684b26f85dc17fda0a1deb124fd2736d45f5e46b89' },
  deployed: { lines: 69434, sha256: 'bc62511dbd246094a67b4bc0463d9fc43eb1ce87561d53414964bd0f427f7320' },
};

test.each(['documented', 'deployed'] as const)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});
