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
  deployed: { lines: 69434, sha256: '6a251cb78a661c261af85053ada4d074da6a3d67aa446c34583169cae0750cc3' },
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
    text: 'c140d83e115edd126f53c83e4231759e7958d8cf773756e4607d357aa4e09f1b',
    labels: '4b4d795518f4d8fb09a16284ba679ec14ec42ae1c66be7b0c67b28e6a8e350fa',
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
