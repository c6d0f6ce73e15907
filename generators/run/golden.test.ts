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
  documented: { lines: 282, sha256: '616d76da82d0bcc09609375916f8416fd98c5d37fc29712bbe3aa293f922b714' },
  current: { lines: 905, sha256: '3db89e7362287deb553aab32dec03f7ab394177cd5cb9b450bda2058eb45b377' },
  deployed: { lines: 104235, sha256: 'c9328605e43f4535e525ea31efbcef4568b586878457ca4d12c50b03db0cf50a' },
};

test.each(DIALECTS)('%s', async (dialect) => {
  const lines = await linesOf({ users: 20, days: 3, seed: 'golden', dialect });
  const text = lines.map((line) => `${line}\n`).join('');
  expect({ lines: lines.length, sha256: createHash('sha256').update(text).digest('hex') }).toEqual(GOLDEN[dialect]);
});

/** A new operator changes these: the lines that are broken are drawn anew. */
const BROKEN = {
  documented: {
    text: '152300b16631d70c9b1cf5b2a0e4309aa4b10742227b95efa839ae9241c38213',
    labels: '81e8125d5a791bad1451d107460c70da86b45a27dec75263ab36533bd260f102',
  },
  current: {
    text: '0db7f705bd8c77e8b76044765794cab72ff3f9503e121d403e0c3d709beae721',
    labels: '80c1e87db06a0056c49f3c013e720dfc0de875c26cb86e7606d937be0b9992df',
  },
  deployed: {
    text: '1430fdbc4e9248352747c2175673823c4542bccff3e803dae37a8ca1444c63c8',
    labels: '50567d383aa2114efac967bda7c54698ecf88b1847a257a14797ce4ab7139118',
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
