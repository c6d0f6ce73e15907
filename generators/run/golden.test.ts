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
  documented: { lines: 696, sha256: '5db622f0235aee4de493678d22b22b7029d4145abcff1de9b6a79bef150cbafd' },
  current: { lines: 2391, sha256: '177a7a014ece7b9be8d66ba96f78440e1d268b00233e21ad2c74537eb0853f7a' },
  deployed: { lines: 105609, sha256: '3e53137fb7e5fcb733610d55b942c360026c27aebe3f53bd3853f73d6ff59002' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'f776836c4b8e1faaa42378d0aa7213d9d34aa4671640d3e5b9b8484b51ab8442',
    labels: '20acde8e210f062f81eb6c3cd72552c258c1ddf4880a88119e3d61685b90235f',
  },
  current: {
    text: 'b122ee58d3919ad32f22d4f8554c79601d9a0ba58f32e82b9ce83a8263e9f7fb',
    labels: 'f9e665cf98f9279ac0fdd90b2027c0efe74b8a9b95ed859a14240948e8c49392',
  },
  deployed: {
    text: 'd524c58d30215fbb6acbf8d1b1a18ae66cf9b7b797b0e56b605a903d85daf3ea',
    labels: 'a2d0e2f59fcdf2de71288fc6d1d63e04995df58d31e3ed28df99afb6df4d09b6',
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
