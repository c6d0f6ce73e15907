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
  documented: { lines: 492, sha256: '49202d0c73a4e2e52cbc7676284f1997383f3904fde9462712f75da32678dc82' },
  current: { lines: 1628, sha256: '5bb575f25baed47e4437a9c6ae8f426d71c61cca0e9b3275e749bdd7b72f94a1' },
  deployed: { lines: 104538, sha256: '8c7ecdbe5a2e0f18c9f7ac646ee355ca47a70d00318254315ea8b46046ba80ec' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '3b61748e1fda8bb0cbe914f5a6dc880e17dbebd5a6703e6d16a3cb2b381ff992',
    labels: 'ca71d44f44ae931abd69d1c8ed138bfee2eeb2bbdb15eb114440ebeefbdfe4f1',
  },
  current: {
    text: '7b3a222a2debe4ab5855f6062cb998b6f450b648be31901625b6e92b40b07390',
    labels: '8fb6233459aa6a45c7582cb806822429f4f69859d26df9ea686d4a0d06cd6d2f',
  },
  deployed: {
    text: 'de573d8663f415094cdab1e9a072ba838d5e136669a8d79a2606a4b9ded49d12',
    labels: '6407783336f55cbe35ff66928651168e782545798c7f6f4dfe71033970ff1826',
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
