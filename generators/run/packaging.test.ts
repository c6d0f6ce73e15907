/** `--packaging tutor`: one plain file in the order of its writing, with what a tar a server would hold. */
import { generate } from 'edxgen';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linesIn, linesOf, manifestIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

const RUN = { users: 80, days: 5, seed: 'packaging', dialect: 'current' } as const;

async function fileOf(options: Parameters<typeof generate>[0]): Promise<{ folder: string; text: string }> {
  const folder = join(temporaryFolder(), 'run');
  await generate({ ...RUN, packaging: 'tutor', ...options, out: folder });
  return { folder, text: readFileSync(join(folder, 'tracking.log'), 'latin1') };
}

test.each(['none', 'tutor'] as const)('prefix %s: the lines of one server, and no tar', async (prefix) => {
  const { folder, text } = await fileOf({ prefix, jobs: 2 });
  expect(linesIn(text)).toEqual(await linesOf({ ...RUN, servers: 1, prefix }));
  expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'tracking.log', 'truth', 'truth.json']);
});

test('the manifest names the file, with its hash', async () => {
  const { folder, text } = await fileOf({});
  const sha256 = createHash('sha256').update(text, 'latin1').digest('hex');
  const file = { name: 'tracking.log', lines: linesIn(text).length, bytes: text.length, sha256 };
  expect(manifestIn(folder).servers).toMatchObject([
    { name: 'lms', archive: 'tracking.log', bytes: text.length, sha256, files: [file] },
  ]);
});

test('the same bytes whatever the number of threads, and whether an earlier run is replaced; more days only append', async () => {
  const { folder, text } = await fileOf({ jobs: 1 });
  expect((await fileOf({ jobs: 3 })).text).toBe(text);
  await generate({ ...RUN, days: 6, packaging: 'tutor', force: true, out: folder });
  const longer = readFileSync(join(folder, 'tracking.log'), 'latin1');
  expect(longer.length).toBeGreaterThan(text.length);
  expect(longer.startsWith(text)).toBe(true);
});

test.each([
  [{ servers: 2 }, 'servers has no meaning with packaging tutor, which writes one plain file; leave it out'],
  [{ compress: 'gzip' }, 'compress has no meaning with packaging tutor, which writes one plain file; leave it out'],
  [{ dialect: 'deployed' }, 'packaging is for dialect current; deployed lines lie in tars'],
  [
    { packaging: 'tar', dialect: 'documented', prefix: 'tutor' },
    'prefix is for dialect current; nothing stands before documented lines',
  ],
  [{ faults: 0.1 }, 'faults breaks lines in tars only, not with packaging tutor; leave one of them out'],
] as const)('%o is refused', async (options, message) => {
  await expect(fileOf(options)).rejects.toThrow(message);
});
