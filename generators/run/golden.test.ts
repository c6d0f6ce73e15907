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
  documented: { lines: 909, sha256: '48c8dbdd275744783e013f18138cfc04240e37be32bbdb9744bd71d0a2ed686a' },
  current: { lines: 2479, sha256: '233640c4c4e634996caced3ea87e716c8c67c750e0b8a10f36cfcf3efce0c383' },
  deployed: { lines: 105333, sha256: '573f582d949426e5d9b560cdfb3bf62b20c91935b7fb3dca736c017adbc148fa' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '7f384d9cb33dd22984f30a00ed995fa0d02a185cf3d9d6b623828665a2e6b42b',
    labels: '574494f004f7f715bab31a31d4293004a75e5f72f8a91129fb616d14c6cb8c61',
  },
  current: {
    text: '2511737e65a8ecfdbc7f541799a6020c5feeca1ea274e36a20754d91138f9d72',
    labels: 'bf9cf83039e211f405b239241ad6397859d18c0325f43fa7d000348216700c2e',
  },
  deployed: {
    text: '7236ee74eb9a2eafe6cd7c9945435159c2d0df12f000fe203728a4180b4bdfb3',
    labels: 'c3319d6f2b276e024e5f65a70ff8ac0526489aa13ab4cb2fd72736260ecfea04',
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
