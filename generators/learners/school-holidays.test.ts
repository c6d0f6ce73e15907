import { expect, test } from 'vitest';
import { dayOf } from './clocks.ts';
import { schoolHoliday } from './school-holidays.ts';

const on = (country: string, date: string, place = 0.5) => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return schoolHoliday(country, place, dayOf(year, month, day));
};

test.each([
  ['US', '2013-03-18'],
  ['US', '2012-11-22'],
  ['US', '2014-01-03'],
  ['GB', '2013-02-18'],
  ['GB', '2013-04-03'],
  ['GB', '2026-10-28'],
  ['ES', '2013-03-27'],
  ['GR', '2013-05-07'],
  ['BR', '2013-02-12'],
  ['BR', '2026-02-17'],
  ['MX', '2013-04-03'],
  ['IN', '2013-11-02'],
  ['CN', '2013-02-10'],
])('%s: schools are closed on %s', (country, date) => expect(on(country, date)?.isSummer).toBe(false));

test.each([
  ['US', '2013-04-22'],
  ['GB', '2013-03-11'],
  ['GR', '2013-04-03'],
  ['BR', '2013-03-04'],
  ['XX', '2013-12-25'],
])('%s: they are open on %s', (country, date) => expect(on(country, date)).toBeUndefined());

test('spring breaks are spread over March and the beginning of April', () => {
  const places = [0.1, 0.3, 0.5, 0.7, 0.9];
  const firsts = places.map((place) =>
    Array.from({ length: 45 }, (_, day) => day).find((day) => schoolHoliday('US', place, dayOf(2013, 3, 1) + day)),
  );
  expect(firsts).toEqual([1, 8, 15, 22, 29]);
});

test('a summer comes by the fortnight', () => {
  const [early, late] = ['2013-07-22', '2013-08-26'].map((date) => on('GB', date));
  expect([early, late].map((part) => part!.isSummer)).toEqual([true, true]);
  expect(early!.to - early!.from).toBe(14);
  expect(late!.from).toBeGreaterThanOrEqual(early!.to);
});
