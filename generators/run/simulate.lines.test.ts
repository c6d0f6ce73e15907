/** Every line by itself: it conforms, is what the encoder makes of its record, and is the record that is iterated. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { encodeLine, parseLine, validateLine } from '../../src/line/index.ts';
import { DIALECTS, type Dialect } from '../../src/spec/index.ts';
import { linesOf } from '../../testing/runs.ts';
import { simulate } from './simulate.ts';

const CUT = 10_000;
const isCut = (line: string): boolean => line.length === CUT && line.startsWith('{"username"');
const timeOf = (line: string): number => {
  const [, seconds, micros = '0'] = /"time": "(\d{4}-\d\d-\d\dT[\d:]+)(?:\.(\d{6}))?/.exec(line)!;
  return Date.parse(`${seconds}Z`) * 1000 + Number(micros);
};

/** How far time may run back from a line to the next, in microseconds: among processes of the web, and those of workers. */
const runsBack = (line: string, dialect: Dialect): number => {
  if (dialect !== 'current') return 0;
  return line.includes('"username": "", "session": "", "ip": ""') ? 5e6 : 50_000;
};

const FIRST: Record<Dialect, string> = { documented: 'username', deployed: 'username', current: 'name' };

const anyRun = {
  seed: fc.string({ minLength: 1 }),
  users: fc.integer({ min: 1, max: 60 }),
  days: fc.integer({ min: 1, max: 3 }),
  servers: fc.integer({ min: 1, max: 3 }),
  dialect: fc.constantFrom(...DIALECTS),
  // All are alike; the longer runs below have them.
  heartbeats: fc.constant('none' as const),
};

const conform = (lines: readonly string[], dialect: Dialect): void => {
  expect(lines.filter((line) => validateLine(line, dialect).length > 0)).toEqual([]);
  expect(lines.filter((line) => !isCut(line) && encodeLine(parseLine(line, dialect), dialect) !== line)).toEqual([]);
};

forAll(anyRun, { numRuns: 15 })(
  'lines conform, are what their records are encoded to, are ASCII, start as they should and come in the order of their writing',
  async (options) => {
    const lines = await linesOf(options);
    conform(lines, options.dialect);
    expect(
      lines.filter((line) => /[^\x20-\x7e]/.test(line) || !line.startsWith(`{"${FIRST[options.dialect]}": "`)),
    ).toEqual([]);
    let latest = 0;
    for (const line of lines) {
      const time = timeOf(line);
      expect(latest - time, line).toBeLessThanOrEqual(runsBack(line, options.dialect));
      latest = Math.max(latest, time);
    }
  },
);

test.each(DIALECTS)('%s: a longer run conforms line by line', async (dialect) => {
  conform(await linesOf({ users: 450, days: 3, servers: 1, dialect, seed: 'lines' }), dialect);
});

test.each(DIALECTS)('%s: iterating gives the records of the lines', async (dialect) => {
  const options = { users: 40, days: 3, servers: 2, dialect, seed: 'records' };
  const lines = await linesOf(options);
  let index = 0;
  const other: string[] = [];
  for await (const record of simulate(options)) {
    const line = lines[index++]!;
    if (!isCut(line) && !isDeepStrictEqual(record, parseLine(line, dialect))) other.push(line);
  }
  expect(other).toEqual([]);
  expect(index).toBe(lines.length);
});
