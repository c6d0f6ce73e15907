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
  documented: { lines: 278, sha256: '3e7fac416bb886d8e7b7a8ea4e6d74eb2d5206fcbe47bd229619ab6dccec4609' },
  current: { lines: 911, sha256: '71af7e7d15162e1defad6b80a7859636c68003f1140dec91b28d4e3b436191a3' },
  deployed: { lines: 104235, sha256: 'ef7dbff2b6be4ab9221add64c31fb6559f0bafc6b1e0f08ff851cf419b0219f9' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'b3ef35c75fc10e5eb3544a4e5ad58191ddc55df55f80b01d20754826b88ee137',
    labels: '50ba47eb8b951406d93208860bb0530ef6c2d6fe9695d50268d09f4e887274ab',
  },
  current: {
    text: '8b0e7addf745c916ff1007cb8d913083c994e66f270a5d2daa2fbba936112d6e',
    labels: '856412d2e1154ce8c7127d7cbb15ca590d67ccfbb304019dad6ea5b401e72ec1',
  },
  deployed: {
    text: 'c480a609f00db57f444223f59b04c58d353878d0d6f1a01f89c2bb8eba47b1dc',
    labels: 'b003cb533004c4dc595b65635a329a47e5e28cf04166bfa1ce12dad225566b59',
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
