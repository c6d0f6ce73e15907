import fc from 'fast-check';
import { formatInstant, formatIsoformat, formatOffset } from '../../src/base/time.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const SECOND = 1_000_000;
const at = (text: string): number => Date.parse(`${text}Z`) / 1000;

/** Days and hours that calendars and time zones stumble over: leap days, ends of years, hours that a change of clocks skips or repeats. */
const HARD = [
  '2012-02-29T00:00:00',
  '2012-12-31T23:59:59',
  '2013-03-10T02:30:00',
  '2013-03-31T01:30:00',
  '2013-11-03T01:30:00',
  '2013-10-27T02:30:00',
  '2013-03-04T00:00:00',
  '2013-06-30T12:00:00',
  '2000-02-29T12:00:00',
  '1970-01-01T00:00:00',
  '2038-01-19T03:14:08',
];
const seconds = fc.oneof(
  fc.constantFrom(...HARD.map(at)),
  fc.integer({ min: at('2012-01-01T00:00:00'), max: at('2016-12-31T23:59:59') }),
);
/** Some that lose zeros or round up; 0.000249 times a million is a little less than 249. */
const micros = fc.oneof(
  fc.nat(SECOND - 1),
  fc.constantFrom(1, 9, 10, 100, 249, 999, 1000, 100_000, 999_999, 999_500, 120_000),
);
const instant = fc.tuple(seconds, micros).map(([whole, fraction]) => whole * SECOND + fraction);

const WRITTEN: Record<Dialect, (time: number) => string> = {
  documented: formatInstant,
  deployed: formatIsoformat,
  current: formatOffset,
};

export const timesExact: TrialProperty = {
  id: 'times-exact',
  level: 'must',
  depth: 'fields',
  about: '/time',
  statement: 'A time is exact to the microsecond, in GMT, on any day.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(fc.tuple(logLine(dialect), instant), 1, 4).map((lines) => {
      const written = WRITTEN[dialect];
      const timed = lines.map(([{ record }, time]) => lineOf({ ...record, time: written(time) }, dialect));
      return {
        steps: [
          log(
            dialect,
            timed.map((line) => mustAccept(line, { about: ['fields'] })),
          ),
        ],
      };
    }),
};
