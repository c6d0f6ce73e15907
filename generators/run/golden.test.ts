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
  documented: { lines: 695, sha256: '451219322338cf64a1a0d3859706559c3259a22f7ab09e718097311ef750b8bb' },
  current: { lines: 2363, sha256: 'd20608dc61c628fd1c7f246bdec01f2444555224c09a3408bb923e09134baf48' },
  deployed: { lines: 105109, sha256: '8c2f854a6469e637b49193c76262192838beaf4687fd466b8f5aef095f472d40' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '2726233c594169d296a8978bf9ec1fb95700c505c05eeeb10249e1f4e7e71567',
    labels: '2cbdd6f8310c1410d9a2b3abe711e7203cc2816d33e1d5eed2528551f4921546',
  },
  current: {
    text: '611ff18b6cece44b7b544b7812ce2f6d8e07d2703118b098b117048c6c8e984c',
    labels: '8e9a55faf5d7f65d667f095300032fd4d31cd57b13d3825c6dd75e474fe25e8f',
  },
  deployed: {
    text: '89bd9cdc38760239d96e29ccda55426cc718c6b471c68cc212e81fc83d5a7a89',
    labels: '373b6d54958566d114cf2fde75347f4f2023c267a9a6452b38aa26df93b44800',
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
