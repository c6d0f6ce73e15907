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
    text: '9fbbc0dbe7c1658ea7e4d2a55b36292fdd8b3f875395e473c0abe00966f715ff',
    labels: '92029175d985e615ad7748c534d2893e9e77fdaf397f2be2a284381463f27d89',
  },
  current: {
    text: '3a6ae75f95939caa02aee3bf0b38577c684350564280b305f0903d548cf8e6a4',
    labels: '43d9402b65571d3f7d26c377a36ab2c0908341fd6250a2b47f7bc42152ee793f',
  },
  deployed: {
    text: 'd629608d41df5317b6e5dfaecb3f94d6f17f624114ae5a44c5639bc5320fd595',
    labels: '2ce1737e778f5c60028684efc16a1f3545e9e7bdd17de0e1f3d4bd09e9531e1d',
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
