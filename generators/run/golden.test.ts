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
  documented: { lines: 359, sha256: '6ac52ef3659f5450db00cb0393881a454edd71dff9e8548b1598e1453ce39190' },
  current: { lines: 1270, sha256: '0c3f88eeeb33508f6dbe2a4e187e57ef9e102beb9a9d7fbcaf321aed73e7c924' },
  deployed: { lines: 104633, sha256: '515011c1cdd383272383aa749aa52749bc0babdb6d4bdf6ad2eac603bfddfd1a' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '28653c5f458778d3df8a3c4eef26249caa45cfaf82c47964701a82be53d96e4c',
    labels: 'e93a391820115c21cecadea535601cb15f9b2f307ef818bea3d452ced3a1eecd',
  },
  current: {
    text: 'f5f3c826113ceb8bc20f233f82f5bc535d380454f2d0f66b8f9594cf7c959a33',
    labels: '17060380d63f7d8a3a597aa4c164fb908adadcb10df9e11852fbf19922786591',
  },
  deployed: {
    text: '622e7290007630906c80a86f90423f9fb4655a6faf002ee3e86e83160f454005',
    labels: '36fb8e4c87ddb4d7380241248a170afc71098ff0cbd1cb15402a071a45595582',
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
