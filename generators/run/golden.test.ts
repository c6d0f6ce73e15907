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
  documented: { lines: 378, sha256: 'bcf1c5d920db26811554b0b390df906c7bb69f75373ee609c3155c870d8caa15' },
  current: { lines: 1149, sha256: 'e016e98e237ba77273a4769fb1b2b191f66944353b86eaab7d04fa41a326a579' },
  deployed: { lines: 104823, sha256: '942f645c3afd5493abbcfd5de1f9f649af5e24e5bfec90cd5199920118a14213' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '40823994e267ae7671ab42d84775551bb0b993e998334737bb6a212a58fb8667',
    labels: '33dbecec1518d703d7acf5a90b960d46a1cdab9661bc34ebb67e7093972d7395',
  },
  current: {
    text: 'cac0387ae12d964cc231233fdf002bfe222bd6fcf28cf99c2b12d11a9df29106',
    labels: '1a06d96e13c5834fd481bb1d15655cefd575eb993a90c89360c42de2bd190bc7',
  },
  deployed: {
    text: '22df52b1badade90eb6bf00378491e15db3a57c630472e017852a9c0f34383a5',
    labels: '0ff8d4ba05a171ce5287f4d5fbcbcbbeb4d29826fb6287628f12b4673b211cb9',
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
