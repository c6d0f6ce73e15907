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
  documented: { lines: 694, sha256: '2fe87b8341310b8e5b0e84dfa5bcce9da7c4c2a4bf0625b1c3e626524081445a' },
  current: { lines: 1328, sha256: 'a7f1035420aaae538d7a6e387f2a7b133a1e8c23f35c5de871e761be9cf1d1bf' },
  deployed: { lines: 106052, sha256: 'd5b82e6d55242e44ab544ab760838b87cfcf29c7b36f3cf5760537c4b169626a' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '2bfb4eafd668adffdbd13781575af9d5ab2c62b46907aea850f64bb93ba09e25',
    labels: '40f0903573cab90b406c6b2708c4e650ecca13de9ba842066746be555bf56282',
  },
  current: {
    text: '5ae27b10a0a7a7971233aff9b404d4b78f0972da8ecb67cd535979fe1f097782',
    labels: '4f5038fcc2adaeb70139eff41c0ae35d19809a54354a7a6fa1a31469fcdde30b',
  },
  deployed: {
    text: 'b90ea149eec7bd12aa712fe26a1edf50597ce4488585d6b06d28cbbb59311601',
    labels: '0f239784aff00d2c51aa404c77cedb69f83e42953a4de25ff1b3edc1143e24c3',
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
