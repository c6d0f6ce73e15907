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
  documented: { lines: 574, sha256: 'ac6f424b33a40f8b81ec7282024dbcad16e7c16c80b93cacf480346c4dd395c8' },
  current: { lines: 1957, sha256: '13daba2a23302e93009706293974e89cd5e9f558283fb260917a51be7261241a' },
  deployed: { lines: 105159, sha256: 'a437bc4d80dd72c3e17aae2df8b3e22b815f6a37b5b413b9f36e6298a1732888' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '58c9f1f59e11f9ece7a47fd76a4e7570f86710be449415f2aacf4b84250b3b51',
    labels: '80426c0921d625aab1509fcde76e9d366b06ef2b39aef314fd1eda8ea3256583',
  },
  current: {
    text: 'bb5dd7e1b051e031072c759be1ab725ea8677d44ab9be41f10876813ececc71d',
    labels: 'a80e97e7d1f3f239d9acd1408077080064fb8337e1661ddddbdb6b3cf95fc921',
  },
  deployed: {
    text: '62cec630fe6b673d8cfb391f072ad5f621d16097623ccfac25262dcfd10851dc',
    labels: 'e6c018073817e7d5cf576f0f8f08be718e05449e6231fe78e0e484c669203869',
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
