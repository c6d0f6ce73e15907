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
  documented: { lines: 208, sha256: 'c0f182f02f213f331b0af78614aa21b7166a6e1a49abefee0b681bc1e396e114' },
  current: { lines: 838, sha256: '1eb52c55cbba17b830facaf8ba291b59d95638a345b894bd4fdf97716a2f75f9' },
  deployed: { lines: 103883, sha256: 'f07c59a132d150bd2fe46d6ce133144f764adcea97b66dd2e6168927f5d294a6' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'dbc1bcafd9f4bccac4eb790c2e7112a9ea922ee1e0056a5789fec9dfbd95bee7',
    labels: 'b1a871a351e9058a4700bdf1d1aa5fff706e2cfe2e26cd75de6aa4d0b96776c3',
  },
  current: {
    text: '17d80a29408ad54b2c843e9f618f150c3fd1a3d49d3cce2089ad88ea714274b3',
    labels: 'b994caf148b210ff76eda90b03a40a04d87bdab44abad587bd02527a4ca02894',
  },
  deployed: {
    text: 'ca8910e770b2db608f61896595a8c049e4a812185b122572ce59c36ee9ffb46f',
    labels: '16d4605b610a26951f60e67045f298a45737857627664130ef1bd49a8f85edc8',
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
