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
  documented: { lines: 735, sha256: '6b0d8465c31487c07d9457ec381cb2a2e14c47f3466f808f02af89ec4b2c699a' },
  current: { lines: 2500, sha256: '17b9390231bbb9509cc662ec75a564e4b6646c13c8d9cc95a991c3d22cf1b32b' },
  deployed: { lines: 105755, sha256: 'f1a334affabdf2ab929eccd593b3a18b1040d9d49f6458f8c43fb2f7e0a4d186' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: 'e496b5da4bb0f27fd7cecc9da1d8fa91bb1e96ca54dcc4903e990948fa74010d',
    labels: 'd68338c21227f5d85eeb24d0d944dc1c99b1581f4d8d300671d668203b53ca72',
  },
  current: {
    text: '58c10ce7cee2aeb340b303fd1f6f46f515f36fc779ba7cf2abe79b4839012216',
    labels: '61cf0026adf79c7ad818edca83c58b48c728362ee633479f0bbd193137b120dd',
  },
  deployed: {
    text: '6b279e38bd5df72e8a0679acee80e696fe79c4d34bf6270a46df2ece1ea69b83',
    labels: '218862f722839e02b2a9bd8ba9582bbec00173c05dcfee4a92d0449a565467d4',
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
