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
  documented: { lines: 385, sha256: 'cccc451c4cc1f15b80359355dc3b83495205f6b66d7b211de877d05eef91f8a9' },
  current: { lines: 1297, sha256: 'dc3e4dcf7cc1e3456909b81c93068922e0dab7901c000faeb9436bbdd439267a' },
  deployed: { lines: 104145, sha256: '7926af8d362dc60db99310e92f578b2ed563a69374f1ba89ba545ab1ba28b0e1' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '671056e1360328c455ae6713e44f0e8b082ad0cb764fb90420d94da8934c7e5d',
    labels: '78b44a28e350d433c2869275983d16946f754c400270e3f111599d4c46d1b71b',
  },
  current: {
    text: '208f340721f796487574c5cb77c95842a0b60aa8405d5c26b220bdcae551a135',
    labels: '8308c11d7dddea37f10d241c1668e465b8f1c86aa2ef75f2f989e7ec86930173',
  },
  deployed: {
    text: '3f8463840fb77750eeacf10d8c94001ccbdcc343c6c445af79df961fcbbd83ce',
    labels: 'f7c8b5ead47444894efc0a1c07ea68c785a591e2805b39ec2086444a012fb233',
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
