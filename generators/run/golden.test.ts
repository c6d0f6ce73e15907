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
  documented: { lines: 266, sha256: '8d6c2ab2bf7fdabfd9aa5d66ea583632edf65ee3edf578fbcba910bfd109acc1' },
  current: { lines: 960, sha256: 'c91078ff6b861fa163942de184ca3fc9026d2d3dfe58712478830a51b3874475' },
  deployed: { lines: 104054, sha256: '5153cce5b7b1eabc7b22c59665513c4a84245829e3c060405f44063328032831' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'a86c916ff0a04c2720028725f990af72359c7086065481e2beccf58836115c52',
    labels: 'd9a4ef2d4a68c904f6a03655e67a6c864de6337f4e4b21ed2919c744fcb0855a',
  },
  current: {
    text: '9ffef32c30eebfc5638c9eaf381231c9de402911ccb741cab3eb7d39335555c5',
    labels: 'c4e408e9ffd9367e9ace6a2f22eb2e6359ccb221c01abc1cf67d82e7de2338eb',
  },
  deployed: {
    text: '5fbda1be86bdb70f92abbf3643753f4f558582bd6446187934bc18c33f0336f1',
    labels: '01b6a4febcc211ff1a2fcf95bf35d53ca9e54d955aa5f133917d5c240b9ae519',
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
