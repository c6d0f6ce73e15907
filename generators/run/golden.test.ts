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
  documented: { lines: 521, sha256: '487e104d91b06cb6977afeb973aedb149e6f4d4b0c932311af2de0d72435e02e' },
  current: { lines: 3281, sha256: 'c762814a529c818f62599f09a66ec91d85ace6fc3c18f31915200bf858b5d31d' },
  deployed: { lines: 105766, sha256: '984145952c592cd36f0ed83d2b99e6ca3ca0b1ae4f1700962c68af4a25b8f04f' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'f5f608be3b60645c50e6af0540860af97d1f3970f3a02773f0b7c19c269593d6',
    labels: '9ed708cb502ca8f3190402bac7d85c1e6b9bb67bfc879decf9cc217164ba7cf9',
  },
  current: {
    text: '408e434ad005124cba25761d77b1db680f23391a76cb39e3f07f097e6afff0da',
    labels: '435694b020eb1caaa1890dcc307654e7ee835627957506ff27b1d0326454cdee',
  },
  deployed: {
    text: 'f3698585fa7915ba30f99ba72e1215a31d107a3310222a1fc9df71f8a60fab3c',
    labels: '38acd962e37d3569bcfc387d72a94efce1450a4ade989cab513e0ea291233301',
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
