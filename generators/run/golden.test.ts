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
  documented: { lines: 208, sha256: 'fa6db37ca1cc92075a669cd251baf6fd4ec6037a31437f561b6d7724f12c916c' },
  current: { lines: 830, sha256: 'ce5a33c88b022b4d4a7998bddbfbb09729bca6bbfb222f9f759e39cb8cfdcac7' },
  deployed: { lines: 103869, sha256: 'dce7a485b5989fd944ff7b0a66dd4b7f7906b84dd39a2c172b2b9b1fc48dc5ac' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '92b6569193368fdf7b12e7f130c90533d849fd89c501d19d743e22373f7e714f',
    labels: 'e7a05278ac59ca4255b063ef0de8341eb53cc1144849145a0be0807060a54e20',
  },
  current: {
    text: 'ec0874c95403e6fbbb2942d579836da2aaef97a93eecee6e3963c73f36ea3e7f',
    labels: 'd778b08c3996b82ebbf656916daecda2b705a110d9381327eceec96837288e14',
  },
  deployed: {
    text: 'ec1feae06704de32beac633c483f3d900bc171c1a238ec9122233add5d1f1725',
    labels: 'b375f4a95962c5dce3c60e6567d05686c25a2e9fe1a9ec2a1af79d06e0d21eae',
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
