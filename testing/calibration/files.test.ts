/** What files of real logs look like from outside: sizes, requests, servers. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPreset } from '../../generators/learners/presets.ts';
import { builtInCourse } from '../../generators/course/built-in.ts';
import { resolvePlan } from '../../generators/run/options.ts';
import { linesOf } from '../runs.ts';
import { mergedLines } from '../../generators/simulation/merge.ts';

const within = (value: number, low: number, high: number): void => {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
};

describe('documented', () => {
  let lines: string[];
  beforeAll(async () => {
    lines = await linesOf({ users: 600, days: 3, seed: 'files' });
  });

  test('some 435 bytes an event', () => within(lines.join('').length / lines.length, 300, 700));

  test('a daily file shrinks 8 to 35 times', () => {
    const text = lines.filter((line) => line.includes('"time": "2013-03-05')).join('\n');
    within(text.length / gzipSync(text).length, 8, 35);
  });
});

test('deployed: most lines are requests, most of a small site’s are heartbeats', async () => {
  const lines = await linesOf({ users: 300, days: 2, servers: 2, seed: 'files', dialect: 'deployed' });
  const share = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length / lines.length;
  within(share(/"event_type": "\//), 0.7, 0.99);
  within(share(/"event_type": "\/heartbeat"/), 0.5, 0.99);
});

test('the servers of a pool are within a tenth of each other on a day', () => {
  const plan = resolvePlan(
    { users: 1500, days: 3, servers: 2, seed: 'servers' },
    builtInCourse(),
    loadPreset('mooc-2012'),
  );
  const loads = [0, 1, 2].map(() => [0, 0]);
  for (const { time, server } of mergedLines(plan)) loads[Math.floor((time - plan.start) / 86_400e6)]![server]! += 1;
  for (const [one, other] of loads) within(one! / other!, 0.9, 1.1);
});
