import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { DAY, dayName, formatInstant, formatIsoformat, HOUR, MINUTE, parseInstant, SECOND } from './time.ts';

const END = Date.UTC(2200, 0) * 1000;
const anyTime = fc.oneof(
  fc.integer({ min: 0, max: END }),
  fc.integer({ min: 0, max: END / SECOND }).map((seconds) => seconds * SECOND),
  fc.integer({ min: 0, max: END / DAY }).chain((day) => fc.constantFrom(day * DAY, day * DAY + 1, (day + 1) * DAY - 1)),
);

/** The slow way: Date knows milliseconds only. */
const byDate = (time: number): string =>
  new Date(Math.floor(time / 1000)).toISOString().replace('Z', String(time % 1000).padStart(3, '0'));

describe('an instant', () => {
  forAll([fc.array(anyTime)], { numRuns: 300 })('is what Date says, in whatever order instants come', (times) => {
    expect(times.map(formatInstant)).toEqual(times.map(byDate));
  });

  forAll([anyTime])('is read back from either form', (time) => {
    expect(parseInstant(formatInstant(time))).toBe(time);
    expect(parseInstant(formatIsoformat(time))).toBe(time);
  });

  forAll([anyTime, anyTime])('sorts as its text does', (a, b) => {
    expect(Math.sign(a - b)).toBe(
      formatInstant(a) < formatInstant(b) ? -1 : Number(formatInstant(a) > formatInstant(b)),
    );
  });

  forAll([anyTime])('loses its fraction in isoformat exactly when that is zero', (time) => {
    const whole = formatInstant(time);
    expect(formatIsoformat(time)).toBe(whole.endsWith('.000000') ? whole.slice(0, 19) : whole);
  });

  forAll([anyTime])('lies in the day of its name', (time) => {
    const name = dayName(time);
    const midnight = Date.UTC(Number(name.slice(0, 4)), Number(name.slice(4, 6)) - 1, Number(name.slice(6))) * 1000;
    expect(Math.floor((time - midnight) / DAY)).toBe(0);
  });
});

test.each([
  [0, '1970-01-01T00:00:00.000000'],
  [1, '1970-01-01T00:00:00.000001'],
  [Date.UTC(2012, 1, 29, 23, 59, 59, 999) * 1000 + 999, '2012-02-29T23:59:59.999999'],
  [END, '2200-01-01T00:00:00.000000'],
])('%d is %s', (time, text) => {
  expect(formatInstant(time)).toBe(text);
});

test('the units follow from each other', () => {
  expect([DAY / HOUR, HOUR / MINUTE, MINUTE / SECOND]).toEqual([24, 60, 60]);
});
