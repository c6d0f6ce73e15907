import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestIn } from '../../../testing/runs.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { generate } from '../generate.ts';
import { resolveRun } from '../resolve-run.ts';
import { scaleUp } from './estimate.ts';
import { takeSample } from './sample.ts';

test('where a server is too full to be simulated whole, its files are foreseen to pack less well', async () => {
  // One run's programs and essays pack better or worse than another's: it is the mean that has to be right.
  const runs: (readonly [foreseen: number, withoutCrowd: number])[] = [];
  for (const seed of ['one', 'two', 'three']) runs.push(await foreseen(seed));
  const mean = (what: 0 | 1): number => runs.reduce((sum, run) => sum + run[what], 0) / runs.length;
  expect(Math.abs(mean(0) - 1)).toBeLessThan(0.03);
  // If it were not for the crowd, they would be foreseen far too small.
  expect(mean(1)).toBeLessThan(0.95);
});

/** What is foreseen of a run of one file a server, to what it is, with its crowd and without. */
async function foreseen(seed: string): Promise<readonly [number, number]> {
  const options = { users: 4000, days: 1, servers: 2, jobs: 1, seed, out: join(temporaryFolder(), 'run') };
  const plan = await resolveRun(options);
  const sample = takeSample(plan, { error: 0, seconds: Infinity, learners: 50 }, () => {});
  expect(sample).toMatchObject({ crowd: 3, share: 1 });
  const { lines, bytes, dailyFiles, packedBytes } = scaleUp(plan, 1, sample);
  await generate(options);
  const { totals, servers } = manifestIn(options.out);
  const files = servers.reduce((sum, server) => sum + server.files.length, 0);
  expect([lines, bytes, dailyFiles]).toEqual([totals.lines, totals.bytes, files]);
  const really = servers.reduce((sum, server) => sum + server.bytes, 0);
  return [packedBytes / really, scaleUp(plan, 1, { ...sample, crowd: 1 }).packedBytes / really];
}
