/** `--prefix tutor`: the same lines behind what Tutor puts before each. */
import { expect, test } from 'vitest';
import { linesOf } from '../../testing/runs.ts';

const RUN = { users: 80, days: 5, seed: 'prefix', dialect: 'current' } as const;
const PREFIX =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d),(\d{3}) INFO (\d+) \[tracking\] \[user (\d+|None)\] \[ip ([\da-f.:]+|None)\] logger\.py:41 - (?=\{)/;

const bare = await linesOf(RUN);
const behind = await linesOf({ ...RUN, prefix: 'tutor' });
const prefixes = behind.map((line) => PREFIX.exec(line)!);

test('behind it the lines are the same', () => {
  expect(behind.map((line, index) => line.slice(prefixes[index]![0].length))).toEqual(bare);
});

test('it tells when a line is written: after the event, and in the order of the lines', () => {
  let last = 0;
  for (const [index, [, day, clock, milliseconds]] of prefixes.entries()) {
    const written = Date.parse(`${day}T${clock}.${milliseconds}Z`);
    const [, time] = /"time": "(\d{4}-\d\d-\d\dT[^"]+)"/.exec(bare[index]!)!;
    const late = written - Date.parse(time!);
    expect(late).toBeGreaterThanOrEqual(-1);
    expect(late).toBeLessThanOrEqual(5000);
    expect(written).toBeGreaterThanOrEqual(last);
    last = written;
  }
});

test('it names user and address as the line does; a worker knows none', () => {
  for (const [index, [, , , , , user, ip]] of prefixes.entries()) {
    const { context, ip: address } = JSON.parse(bare[index]!);
    expect([user, ip]).toEqual([String(context.user_id ?? 'None'), address || 'None']);
  }
  expect(prefixes.some(([, , , , , user, ip]) => user === 'None' && ip === 'None')).toBe(true);
});
