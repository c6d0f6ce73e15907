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
  documented: { lines: 377, sha256: 'e5e039fd6e4ff392ec0ed73ca60d4378f1f1b8439f8f9229ca41c531a85b9719' },
  current: { lines: 1355, sha256: 'fd356a3fa17528f90bcc1b871b27a5f718dd861eb818dd03f5b73229fa2dd74f' },
  deployed: { lines: 104206, sha256: '59a33713ef088425de940e4c1762882c5e33e025388f9baa94ce76851e48cf76' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '42e028147e58b00409169597693f3a03cf219ca16c96b5846a87a8ff26fd38e9',
    labels: 'ff5d8d674b4ae4913d9e1bbba3cabf1e23762187a9a88b05c1a0f395c7aa564d',
  },
  current: {
    text: '173f68854f3b49be300f67a6f51a8a4f99a3d461ba7cc89995419e1314e438ab',
    labels: '706f59fa77b40ebd7657a079f47bb7e774c10f2e4b80c5311c742ec3206bfc61',
  },
  deployed: {
    text: '271cc457c24810354b4345b9198703d0770823936e58bee17387773f7e712a22',
    labels: '5c4baac9dd603fbf03d2c74fc4431978cd86b21af37669db4913e76150ddbe77',
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
