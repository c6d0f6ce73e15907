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
  documented: { lines: 269, sha256: '10ba5ad8754db45a5b6c8ee5b58ac8e27c31d73cee01b6b677f68299091790cd' },
  current: { lines: 960, sha256: 'f0d7adc326277cb888fc9e665b3f9ef0e773443f347f93ea8b852e012adba4b7' },
  deployed: { lines: 104057, sha256: '494f099517229f17490b600f911b645bc728f6f6452ecb3dc433e91c20602845' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '76b0b0d17032b972d85d1e9ba1bd1f2de772c3be875ab2a7c810e7fb717b5c0e',
    labels: 'c6583ddc21357bf006bb2c8cdd52c38ab9cfb36f4b470fb18b9e11faf5bcd640',
  },
  current: {
    text: '078e272926f06f1ad79cb9e047500b3117abf1f4b3855c4af67cff682bd9f38e',
    labels: 'bf046685c2402fdb7fd6bc8a044fd23ad7403b6758ab8b2b4ebe979cc02a55fc',
  },
  deployed: {
    text: 'b23caf13cce204822b4443d2480f9dee107e0e62f54a38640dfb3bc2b03ac763',
    labels: '739da4a44d1e54ed432fb7ad7c69b749aefefb95e1d391a992ab4d4e85f77c8c',
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
