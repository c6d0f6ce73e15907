/** Whole logs of today: which dialect they are told to be in, what may be late, which file a line lies in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { CURRENT_LINES } from '../line/current-lines.test.support.ts';
import { validateLogs, type LogFinding } from './validate-logs.ts';

const isOf = (name: string) => (line: string) => line.includes(`"event_type": "${name}"`);
const at = (line: string, time: string): string => line.replace(/"time": "[^"]*"/, `"time": "${time}+00:00"`);
const [WEB, WORKER] = ['play_video', 'edx.course.grade.now_passed'].map((name) => CURRENT_LINES.find(isOf(name))!);
const web = (time: string) => at(WEB!, time);
const worker = (time: string) => at(WORKER!, time);
const PREFIX = '2026-03-05 10:11:12,341 INFO 27 [tracking] [user 77] [ip 192.0.2.7] logger.py:41 - ';

const DOCUMENTED =
  '{"username": "anna", "session": "", "time": "2013-03-04T10:11:12.000000", "ip": "192.0.2.7", "agent": "", "page": "https://a.example/b", "event_source": "browser", "event_type": "page_close", "event": ""}';
const DEPLOYED = DOCUMENTED.replace('{', '{"host": "a.example", ');

/** What is found in a file of these lines. */
async function validated(name: string, lines: readonly string[]) {
  const path = join(temporaryFolder(), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  const findings: LogFinding[] = [];
  const summary = await validateLogs([path], { onFinding: (finding) => findings.push(finding) });
  return { summary, found: findings.map(({ rule, line }) => `${rule} ${line}`) };
}

test.each([
  ['documented', [DOCUMENTED, DOCUMENTED, CURRENT_LINES[0]!], []],
  ['deployed', [DEPLOYED, DOCUMENTED], []],
  ['current', CURRENT_LINES, ['none']],
  ['current', CURRENT_LINES.map((line) => PREFIX + line), ['tutor']],
  ['current', [WEB!, PREFIX + WORKER!, DEPLOYED], ['none', 'tutor']],
])(
  'a file of the dialect %s is told to be of it, and what stands before its lines',
  async (dialect, lines, prefixes) => {
    const { summary } = await validated('x.log', lines);
    expect([...summary.dialects]).toEqual([dialect]);
    expect([...summary.prefixes]).toEqual(prefixes);
  },
);

test.each([
  ['a web process writes 50 ms late', [web('2026-03-05T10:00:00.050000'), web('2026-03-05T10:00:00')], []],
  ['later than that', [web('2026-03-05T10:00:00.050001'), web('2026-03-05T10:00:00')], ['time-order 1']],
  ['a worker writes 5 s late', [web('2026-03-05T10:00:05'), worker('2026-03-05T10:00:00')], []],
  ['a worker later than that', [web('2026-03-05T10:00:05.000001'), worker('2026-03-05T10:00:00')], ['time-order 1']],
  [
    'one of many is late',
    [web('2026-03-05T10:00:01'), web('2026-03-05T10:00:02'), web('2026-03-05T10:00:00'), web('2026-03-05T10:00:02.5')],
    ['time-order 3'],
  ],
  [
    'lateness does not add up',
    ['10:00:00.100000', '10:00:00.060000', '10:00:00.020000'].map((time) => web(`2026-03-05T${time}`)),
    ['time-order 3'],
  ],
  [
    'a late line makes none after it late',
    [web('2026-03-05T10:00:05'), worker('2026-03-05T10:00:00.1'), web('2026-03-05T10:00:04.960000')],
    [],
  ],
])('tracking.log: %s', async (_, lines, expected) => {
  const whole = lines.map((line) =>
    line.replace(/(\.\d+)\+00:00/, (_all, digits: string) => `${digits.padEnd(7, '0')}+00:00`),
  );
  expect((await validated('tracking.log', whole)).found).toEqual(expected);
});

test('lines of files that are not called so may come in any order', async () => {
  expect((await validated('some.log', [web('2026-03-05T10:00:05'), web('2026-03-05T10:00:00')])).found).toEqual([]);
});

/** 2026-03-05T10:00:00Z */
const CUT = Date.UTC(2026, 2, 5, 10) / 1000;

test.each([
  ['tracking.log-20260305', ['2026-03-05T00:00:00', '2026-03-05T23:59:59.999999'], []],
  ['tracking.log-20260305', ['2026-03-04T23:59:59.950000'], []],
  ['tracking.log-20260305', ['2026-03-04T23:59:59.949999', '2026-03-06T00:00:00'], ['file-day 1', 'file-day 2']],
  ['ExampleX-prod-events-2026-03-05.log', ['2026-03-05T00:00:00'], []],
  ['ExampleX-prod-events-2026-03-05.log', ['2026-03-04T12:00:00'], ['file-day 1']],
  [`tracking.log-20260305-${CUT}`, ['2026-02-01T00:00:00', '2026-03-05T10:00:00'], []],
  [`tracking.log-20260305-${CUT}`, ['2026-03-05T10:00:01'], ['file-day 1']],
])('%s may hold what its name says: %j', async (name, times, expected) => {
  expect((await validated(name, times.map(web))).found).toEqual(expected);
});

test('a worker may write a line of before midnight after it', async () => {
  expect((await validated('tracking.log-20260305', [worker('2026-03-04T23:59:55')])).found).toEqual([]);
  expect((await validated('tracking.log-20260305', [worker('2026-03-04T23:59:54.999999')])).found).toEqual([
    'file-day 1',
  ]);
});
