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
    text: 'e5fedf125fb28d076c4d9e18b8232edc0abd870cac7a2f0becc3a88c02dceacb',
    labels: '4fddd7716d5a580915dcd615e1305011ce5d8f070ed2313783b354a258d26642',
  },
  deployed: {
    text: 'd73b6a5cdd9ac941f8b820d8ca397c503e8ccca64283ca2d1365395140079108',
    labels: '9094857c3e74144b64c0c63750928daf5208a5da51ded494d076d3301817e347',
  },
};

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

test.each(['documented', 'deployed'] as const)('%s, with faults', async (dialect) => {
  const folder = join(temporaryFolder(), 'run');
  await generate({ users: 30, days: 2, servers: 2, seed: 'golden', dialect, faults: 0.1, fault: ['line-twice=2'], out: folder });
  const text = [...dailyFilesOf(folder)].flat().join('\n');
  expect({ text: sha256(Buffer.from(text, 'latin1')), labels: sha256(readFileSync(join(folder, FAULT_LABELS))) }).toEqual(BROKEN[dialect]);
});
