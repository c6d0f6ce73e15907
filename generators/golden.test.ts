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
import { FAULT_LABELS } from './file-names.ts';
import { dailyFilesOf, linesOf, temporaryFolder } from './runs.test.support.ts';

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
    text: '518ec8bce104446ddcf22e87a50543af9ab7632eb75b7bf64a817623a5cc18d8',
    labels: '0e328b761ea34792fb1f1b35a1fec83c2b77ee69f105e950736b1616462eea69',
  },
  deployed: {
    text: '06fbbd5184be6d4862a21b2120cb6275f2dd200ccec8668ea23945cfc0bdf262',
    labels: 'df0628acfeade0ac306f61d6659da6c3b03d3306c7812aa1fdaa24b04ee9d012',
  },
};

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

test.each(['documented', 'deployed'] as const)('%s, with faults', async (dialect) => {
  const folder = join(temporaryFolder(), 'run');
  await generate({ users: 30, days: 2, servers: 2, seed: 'golden', dialect, faults: 0.1, fault: ['line-twice=2'], out: folder });
  const text = [...dailyFilesOf(folder)].flat().join('\n');
  expect({ text: sha256(Buffer.from(text, 'latin1')), labels: sha256(readFileSync(join(folder, FAULT_LABELS))) }).toEqual(BROKEN[dialect]);
});
