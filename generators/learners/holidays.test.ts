import { expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { isHoliday } from './holidays.ts';

const dayOf = (date: string): number => (Date.parse(`${date}T00:00:00Z`) * 1000) / DAY;

test.each([
  ['US', '2012-04-08'],
  ['US', '2013-03-31'],
  ['GB', '2013-04-01'],
  ['DE', '2014-04-18'],
  ['FR', '2019-04-21'],
  ['PL', '2038-04-25'],
  ['GR', '2013-05-05'],
  ['GR', '2014-04-20'],
  ['RU', '2012-04-15'],
  ['US', '2013-07-04'],
  ['IN', '2013-08-15'],
  ['BR', '2013-12-25'],
  ['US', '2026-06-19'],
  ['BR', '2025-11-20'],
  ['FR', '2026-04-06'],
  ['TR', '2013-08-08'],
  ['NL', '2013-05-20'],
  ['SG', '2026-02-17'],
])('%s: %s is a holiday', (country, date) => expect(isHoliday(country, dayOf(date))).toBe(true));

test.each([
  ['GR', '2013-03-31'],
  ['US', '2013-05-05'],
  ['US', '2013-03-13'],
  ['FR', '2013-07-04'],
  ['XX', '2013-12-25'],
  ['US', '2013-06-19'],
  ['BR', '2013-11-20'],
])('%s: %s is none', (country, date) => expect(isHoliday(country, dayOf(date))).toBe(false));
