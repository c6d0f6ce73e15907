import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { childrenStopwatch, processStopwatch, threadStopwatch, type Stopwatch } from './processor-time.ts';

/** Milliseconds. */
const WORK = 60;
const REST = 300;
/** Of what was worked: times are cut to ticks in some places, and a process does more than it is told to. */
const SLACK = 20;

const BURN = `const t = process.cpuUsage(); for (let u; u = process.cpuUsage(t), u.user + u.system < ${WORK}e3;);`;
const node = (script: string) => spawn(process.execPath, ['-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
const ms = (stopwatch: Stopwatch): number => stopwatch()!.ms;

test('of this thread: work counts, waiting does not', async () => {
  const stopwatch = threadStopwatch();
  while (ms(stopwatch) < WORK);
  const waiting = threadStopwatch();
  await sleep(REST);
  expect(ms(waiting)).toBeLessThan(REST / 2);
});

describe.skipIf(!existsSync('/proc/self/stat'))('of other processes', () => {
  test('work counts, waiting does not, and so does what children do, that have ended too', async () => {
    const parent = node(`
      const { spawnSync } = require('node:child_process');
      process.stdin.once('data', () => { spawnSync(process.execPath, ['-e', ${JSON.stringify(BURN)}]); ${BURN} console.log('done'); setTimeout(() => undefined, 1e6); });
      console.log('ready');
    `);
    await once(parent.stdout, 'data');
    const waiting = processStopwatch(parent.pid!);
    await sleep(REST);
    expect(ms(waiting)).toBeLessThan(REST / 2);
    const working = processStopwatch(parent.pid!);
    parent.stdin.write('go\n');
    await once(parent.stdout, 'data');
    expect(ms(working)).toBeGreaterThan(2 * WORK - SLACK);
    parent.kill();
    await once(parent, 'exit');
    expect(working()).toBeUndefined();
  });

  test('of children that have ended', async () => {
    const stopwatch = childrenStopwatch();
    await once(node(BURN), 'exit');
    expect(ms(stopwatch)).toBeGreaterThan(WORK - SLACK);
  });
});
