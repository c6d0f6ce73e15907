import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../base/time.ts';
import { CURRENT_LINES } from '../../line/current-lines.test.support.ts';
import { gather } from './gather.ts';
import { summarize, type Summary } from './summarize.ts';

const PROBLEM = 'i4x://MITx/6.00x/problem/L1:P1';

/** A line with some fields of its own. */
const line = (fields: object): string =>
  JSON.stringify({
    username: 'ada',
    session: '',
    time: '2013-03-04T09:00:00.000000',
    ip: '1.2.3.4',
    agent: '',
    page: 'https://www.edx.org/',
    event_source: 'browser',
    event_type: 'page_close',
    event: '',
    ...fields,
  });
const check = (username: string, attempts: number, success: string, time = '2013-03-04T09:10:00.000000'): string =>
  line({
    username,
    time,
    event_source: 'server',
    event_type: 'save_problem_check',
    event: { problem_id: PROBLEM, attempts, success },
  });

async function summaryOf(lines: readonly (string | Buffer)[], bound?: number): Promise<Summary> {
  const bytes = Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from('\n')]));
  return summarize(await gather(['-'], { stdin: Readable.from([bytes]), bound }));
}

test('no lines', async () => {
  expect(await summaryOf([])).toMatchObject({
    lines: 0,
    window: undefined,
    learners: 0,
    active: [],
    families: expect.anything(),
    tried: [],
    watched: [],
  });
});

test('one line', async () => {
  const summary = await summaryOf([line({})]);
  expect(summary).toMatchObject({
    lines: 1,
    learners: 1,
    active: [1],
    newcomers: [1],
    sessions: 1,
    quartiles: [0, 0, 0],
    bucket: 1,
  });
  expect(summary.types.map(({ id, lines, events }) => [id, lines, events])).toEqual([['browser/page_close', 1, [1]]]);
  // 4 March 2013 was a Monday.
  expect(summary.hours.findIndex((count) => count === 1)).toBe(9);
});

test('lines that cannot be read are counted, each as what it is', async () => {
  const summary = await summaryOf([
    'no json',
    '[1]',
    'null',
    '',
    Buffer.from([0x7b, 0xff, 0x7d]),
    `{"username": "ada", "event": "${'x'.repeat(20_000)}`.slice(0, 10_000),
    line({ time: '2013-02-30T09:00:00.000000' }),
    line({ time: 7 }),
    line({ username: '' }),
    line({ username: null }),
    line({ event_type: 'teleport' }),
    line({ event_source: 'moon' }),
    line({}),
  ]);
  expect(summary).toMatchObject({ lines: 13, broken: 5, cut: 1, timeless: 2, anonymous: 2, learners: 1 });
  expect(summary.types.map(({ id, lines }) => [id, lines])).toEqual([
    ['browser/page_close', 3],
    ['unknown', 2],
  ]);
  expect(summary.files[0]!.unread).toBe(7);
});

test('sessions end after half an hour of nothing', async () => {
  const at = (clock: string) => line({ time: `2013-03-04T${clock}.000000` });
  const summary = await summaryOf([
    at('09:40:00'),
    at('09:00:00'),
    at('09:20:00'),
    at('23:50:00'),
    line({ time: '2013-03-05T00:10:00' }),
  ]);
  expect(summary).toMatchObject({
    sessions: 2,
    quartiles: [20 * MINUTE, 20 * MINUTE, 20 * MINUTE],
    active: [1, 1],
    newcomers: [1, 0],
  });
  expect(summary.lengths.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(summary.files[0]!.last - summary.files[0]!.first).toBe(15 * HOUR + 10 * MINUTE);
});

test('problems: right at first, right in the end, attempts', async () => {
  const summary = await summaryOf([
    check('ada', 1, 'correct'),
    check('bob', 1, 'incorrect'),
    check('bob', 2, 'correct'),
    check('eve', 2, 'incorrect'),
    check('eve', 1, 'incorrect'),
    check('eve', 25, 'incorrect'),
    check('', 1, 'correct'),
    check('ada', 0, 'correct'),
  ]);
  const [problem] = summary.tried;
  expect(problem).toEqual({
    id: PROBLEM,
    checks: 6,
    firstTries: 3,
    firstCorrect: 1 / 3,
    learners: 3,
    solvers: 2,
    attempts: [1, 1, 0, 0, 0, 0, 0, 0, 0, 1],
  });
});

test('payloads that are wrong are passed over', async () => {
  const summary = await summaryOf([
    line({ event_type: 'play_video', event: 'no json' }),
    line({ event_type: 'play_video', event: 7 }),
    line({ event_type: 'play_video', event: '{"id": 7}' }),
    line({ event_type: 'pause_video', event: '{"id": "i4x-v", "currentTime": "soon", "speed": {}}' }),
    line({ event_source: 'server', event_type: 'save_problem_check', event: { problem_id: [], attempts: 1 } }),
    line({ event_source: 'server', event_type: 'save_problem_check', event: { problem_id: PROBLEM, attempts: 'two' } }),
  ]);
  expect(summary).toMatchObject({ lines: 6, broken: 0, tried: [], watched: [{ id: 'i4x-v', viewers: 0, plays: 0 }] });
});

test('a check whose payload is a string of JSON is one like any other', async () => {
  const event = JSON.stringify({ problem_id: PROBLEM, attempts: 1, success: 'correct' });
  const summary = await summaryOf([line({ event_source: 'server', event_type: 'save_problem_check', event })]);
  expect(summary.tried[0]).toMatchObject({ checks: 1, solvers: 1 });
});

test('more people than fit are estimated from an even sample, of which it is told', async () => {
  const people = Array.from({ length: 3000 }, (_, person) => line({ username: `user_${person}` }));
  const all = await summaryOf(people);
  const some = await summaryOf(people, 40_000);
  expect(all).toMatchObject({ learnersOneIn: 1, learners: 3000 });
  expect(some.learnersOneIn).toBe(4);
  expect(Math.abs(some.learners * 4 - 3000)).toBeLessThan(4 * Math.sqrt(3000 * 3));
  expect(some.families).toEqual(all.families);
});

test('a line of 1970 and one of 2113 do not stretch the axis', async () => {
  const summary = await summaryOf([
    line({ time: '1970-01-01T00:00:00.000000' }),
    line({}),
    line({}),
    line({ time: '2113-03-04T09:00:00.000000' }),
  ]);
  expect(summary).toMatchObject({ outside: 2, active: [1] });
});

test('lines of today, bare or behind a prefix, are of the types that they name', async () => {
  const prefix = '2026-03-05 10:11:12,341 INFO 27 [tracking] [user None] [ip None] logger.py:41 - ';
  const bare = await summaryOf(CURRENT_LINES);
  const behind = await summaryOf(CURRENT_LINES.map((one) => prefix + one));
  expect(bare).toMatchObject({ lines: CURRENT_LINES.length, broken: 0, timeless: 0 });
  expect(bare.types.map(({ id }) => id)).not.toContain('unknown');
  expect(bare.tried).toHaveLength(1);
  expect(behind.types).toEqual(bare.types);
});
