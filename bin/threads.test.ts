/** Several threads read what one reads, and tell the same of it in the same order. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PROGRAM } from '../testing/program.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type * as Gather from '../src/report/statistics/gather.ts';
import type * as Summarize from '../src/report/statistics/summarize.ts';
import type * as Validation from '../src/validation/validate-logs.ts';

/** Threads run what was built. */
const built = async <T>(module: string): Promise<T> =>
  (await import(new URL(`../build/src/${module}.js`, import.meta.url).href)) as T;

const folder = temporaryFolder();
const [archives, loose] = [join(folder, 'run'), join(folder, 'loose')];

beforeAll(() => {
  const faults = '--faults 0.1 --fault session-shared --fault line-cut --fault tail-repeated=3';
  const options = `--users 60 --days 4 ${faults} --quiet --out`.split(' ');
  execFileSync(process.execPath, [PROGRAM, ...options, archives]);
  mkdirSync(loose);
  for (const name of readdirSync(archives).filter((one) => one.endsWith('.tar')))
    execFileSync('tar', ['xf', join(archives, name), '-C', loose]);
});

test.each([
  ['archives', () => archives],
  ['daily files, of which one is compared with the end of that before', () => loose],
])('validate: %s', async (_, path) => {
  const { validateLogs } = await built<typeof Validation>('validation/validate-logs');
  const told = async (jobs: number) => {
    const findings: Validation.LogFinding[] = [];
    const summary = await validateLogs([path()], { jobs, onFinding: (finding) => findings.push(finding) });
    const { lines, conforming, byRule, dialects } = summary;
    return { findings, lines, conforming, byRule: [...byRule], dialects: [...dialects] };
  };
  const alone = await told(1);
  expect(alone.byRule.map(([rule]) => rule)).toEqual(expect.arrayContaining(['line-repeated', 'session-user']));
  expect(await told(2)).toEqual(alone);
});

test('report', async () => {
  const { gather } = await built<typeof Gather>('report/statistics/gather');
  const { summarize } = await built<typeof Summarize>('report/statistics/summarize');
  const told = async (jobs: number) => summarize(await gather([archives], { jobs }));
  expect(await told(2)).toEqual(await told(1));
});

test('an error of a thread is that of the whole, and who stops it stops all', async () => {
  const { validateLogs } = await built<typeof Validation>('validation/validate-logs');
  const reason = new Error('enough');
  const signal = AbortSignal.abort(reason);
  await expect(validateLogs([archives], { jobs: 2, signal })).rejects.toBe(reason);
  const controller = new AbortController();
  const running = validateLogs([archives], {
    jobs: 2,
    signal: controller.signal,
    onProgress: () => controller.abort(reason),
  });
  await expect(running).rejects.toBe(reason);
});
