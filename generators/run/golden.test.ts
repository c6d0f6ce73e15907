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
  documented: { lines: 359, sha256: '6ac52ef3659f5450db00cb0393881a454edd71dff9e8548b1598e1453ce39190' },
  current: { lines: 1270, sha256: 'a26b2d88ddd3947eeea6bda22bb528b53aed4bdaa16c557a2d4ec1be7c599c4a' },
  deployed: { lines: 104393, sha256: '9854246c6eaf77fb8beee1981d52454e2a4797df0c12e30e6d43d3f10acdf605' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '28653c5f458778d3df8a3c4eef26249caa45cfaf82c47964701a82be53d96e4c',
    labels: 'e93a391820115c21cecadea535601cb15f9b2f307ef818bea3d452ced3a1eecd',
  },
  current: {
    text: 'a0588352672588e789f99d8c919baf067f9b5df6bf8976ce4a535890fca506d8',
    labels: '0ab155b371639b8d685e6aa7fc10f66a2ff11e62f713b9fe0f4eebf5ca4760b9',
  },
  deployed: {
    text: '07fca3009d1266130be3428f120d0c3cbd835295055356f2c623f64b16769ac2',
    labels: 'c7076999f066ae517514c553646d379e38b5caa5ac5c561c3b9b01e14bd67cbe',
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
