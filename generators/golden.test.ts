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
  documented: { lines: 323, sha256: 'a617f6534ed81b0d24f35dbc12466bbc06ba1785a6896d75428ca32dfd7319f4' },
  deployed: { lines: 69651, sha256: '5c97e7959a5af50b93fe8481b77423730f5a418765652382e4e73163df341d33' },
};

test.each(['documented', 'deployed'] as const)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});
