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
  documented: { lines: 772, sha256: '739fd606639b15b5458d4c91a50aaaed20e7979c0f47cac2be053e9ad0110883' },
  current: { lines: 2450, sha256: '1ceb4faaa841b3390f2a5e59bcd888d677aa3c44fd76a2a684855160033f5603' },
  deployed: { lines: 104971, sha256: 'ccd5a608b0701516d55b619dcffdd7a15902e7f23dea0954e4135c8b42051f36' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '9a4f0703a8619b0db93021f22e042e92a71e002111b8bed86dd73fe7019ea191',
    labels: '8b145e2e162b54cce44ede152e0fc1ef52e67201c6e5ec265e1fb2b6ac6c34f0',
  },
  current: {
    text: '0e5387faaf7c48295d1f09d3653fa51d2051768fa43130572ca5e29907e3e306',
    labels: '17b3ead95464ada877671446b9e3efc9838978b22f5ed965fe20ecd387fa6c1d',
  },
  deployed: {
    text: '82b05fb3517c18e62eae9d80a18527ac63f8292a6c48e207a9b97c74eb429c96',
    labels: '2c871ce0a2718b07e79493f73949bf59e0d83ed97b40754a71dc39f7ffb55710',
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
