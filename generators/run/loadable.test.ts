/** `--loadable`: a deployed log that every loader takes, and otherwise the same. */
import { expect, test } from 'vitest';
import { isHeartbeat, linesOf } from '../../testing/runs.ts';

const CUT = 10_000;
const WHOLE_SECOND = /("time": "\d{4}-[^".]+)"/;
const OPTIONS = { users: 200, days: 7, servers: 3, dialect: 'deployed' } as const;

const usual = (await linesOf(OPTIONS)).filter((line) => !isHeartbeat(line));
const lines = await linesOf({ ...OPTIONS, loadable: true });

test('every line is JSON, its time has a fraction, none is a heartbeat; requests stay cut', () => {
  const records = lines.map((line) => JSON.parse(line) as { time: string; event_type: string; event: unknown });
  expect(records.filter(({ time }) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/.test(time))).toEqual([]);
  expect(records.filter(({ event_type }) => event_type === '/heartbeat')).toEqual([]);
  expect(records.some(({ event_type, event }) => event_type.startsWith('/') && (event as string).length === 512)).toBe(
    true,
  );
  expect(records.map(({ time }) => time)).toEqual(records.map(({ time }) => time).sort());
});

test('its lines are those of the run without it, but for what was cut, and whole seconds a microsecond later', () => {
  expect(lines.length).toBe(usual.length);
  let whole = 0;
  for (const [index, line] of lines.entries()) {
    const before = usual[index]!;
    const moved = before.replace(WHOLE_SECOND, '$1.000001"');
    if (before.length < CUT) expect(line).toBe(moved);
    else {
      expect(line.startsWith(moved)).toBe(true);
      if (line.length > CUT) whole += 1;
    }
  }
  expect(whole).toBeGreaterThan(0);
});
