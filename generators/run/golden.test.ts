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
  documented: { lines: 243, sha256: '287cf3644758aa5cb925843b6db1a1c6b58cd93b566621f40b01a1cd35bdc774' },
  current: { lines: 769, sha256: 'e4f26ea483971338d72531a7eb6dff6bd13c7287ddf14e2ffb5945d789a831b9' },
  deployed: { lines: 104123, sha256: '9f074f12290c85c6b951346e673edd1ae2735fbf379a9b1ea96b5802aaeeaec0' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'b3b2fc07c0cd569376ae60ccea9d25a7c022eb240927c351167ba61cbaafc280',
    labels: '740e1921300830240c210a5b8334c254ac14267c843590fb03a8a4bab60bf803',
  },
  current: {
    text: 'daf32c7ecb3a81d28275ac98a9fb23a5082cfa1c2b689e74b1b6a14631195e5a',
    labels: 'cbb7f1ef997d3213909a26f644a7933b245ee05fb7cf3d8a07a64dee029d35eb',
  },
  deployed: {
    text: '214ef0ea11728dbb1b750ae69bc287fd2e6fbadc8f85b0b90874424ec29d79d2',
    labels: '3d09d0bc04b76f3170c2601f703c2fa74b081bf573ff65eabfa312b4f11f057c',
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
