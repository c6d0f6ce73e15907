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
  documented: { lines: 526, sha256: '2830c325d6b3adf6fc5557288b65f1ebeffbe5bcc707fc27cf759edb6fccf675' },
  current: { lines: 1737, sha256: '52ba30982a9fe6035bff2ef1ba4981cb44d5d06a7cb200c5dd665067f99c6efb' },
  deployed: { lines: 104562, sha256: '550555eded415fc7181015e797c1c1aed62c99f68aca2593ff7d4c3132c1b00b' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '40b464f01b24cb1b0efa92ef47028378bcedf8b190db126c28dbc6b93a258c78',
    labels: '759450fbe01326e168c2bea335a36b81e4b9687977a1f23f8580c71ab009469f',
  },
  current: {
    text: '83be949f93d9c65baf05ac051868949812b6f2b1341c2be42f0cafc777303798',
    labels: '763508729ce3329f90206906ebbe0eeef21a06245f68b6ddc3a85c221d75a36e',
  },
  deployed: {
    text: '944c9d80a94ac29ff2dbc31bcc4204793d81573915d0f2df67e2639cb5021161',
    labels: 'c62c4c3d86d7700b45e37bf9eb814820b3c588ad3452ed6663b14cdc01c9e1fd',
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
