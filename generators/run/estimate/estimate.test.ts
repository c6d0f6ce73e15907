import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifestIn } from '../../../testing/runs.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { generate } from '../generate.ts';
import { resolveRun } from '../options.ts';
import { scaleUp } from './estimate.ts';
import { takeSample } from './sample.ts';

test('where a server is too full to be simulated whole, its files are foreseen to pack less well', async () => {
  const options = { users: 8000, days: 1, servers: 2, jobs: 1, out: join(temporaryFolder(), 'run') };
  const plan = await resolveRun(options);
  const sample = takeSample(plan, { error: 0, seconds: Infinity, learners: 100 }, () => {});
  expect(sample).toMatchObject({ crowd: 3, share: 1 });
  const { lines, bytes, dailyFiles, packedBytes } = scaleUp(plan, 1, sample);
  await generate(options);
  const { totals, servers } = manifestIn(options.out);
  const files = servers.reduce((sum, server) => sum + server.files.length, 0);
  expect([lines, bytes, dailyFiles]).toEqual([totals.lines, totals.bytes, files]);
  const really = servers.reduce((sum, server) => sum + server.bytes, 0);
  expect(Math.abs(packedBytes / really - 1)).toBeLessThan(0.03);
  // If it were not for the crowd, they would be foreseen far too small.
  expect(scaleUp(plan, 1, { ...sample, crowd: 1 }).packedBytes / really).toBeLessThan(0.95);
});
