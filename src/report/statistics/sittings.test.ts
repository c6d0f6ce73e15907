import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { DAY, HOUR, MINUTE, SESSION_IDLE } from '../../base/time.ts';
import { activeDays, addInstant } from './sittings.ts';

const minutes = fc.array(
  fc.integer({ min: 0, max: 5 * 24 * 60 }).map((minute) => minute * MINUTE),
  { minLength: 1, maxLength: 200 },
);

const sittingsOf = (times: readonly number[]): number[] => {
  const sittings: number[] = [];
  for (const time of times) addInstant(sittings, time);
  return sittings;
};

/** The definition: sort, and cut where nothing happens for longer than SESSION_IDLE. */
function byDefinition(times: readonly number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.flatMap((time, index) => {
    const begins = index === 0 || time - sorted[index - 1]! > SESSION_IDLE;
    const ends = index === sorted.length - 1 || sorted[index + 1]! - time > SESSION_IDLE;
    return [...(begins ? [time] : []), ...(ends ? [time] : [])];
  });
}

test.prop([minutes])('instants in any order give the sittings of the same instants sorted', (times) => {
  expect(sittingsOf(times)).toEqual(byDefinition(times));
});

test.prop([minutes])('active days are those of the instants', (times) => {
  const days = [...new Set(times.map((time) => Math.floor(time / DAY)))].sort((a, b) => a - b);
  expect(activeDays(sittingsOf(times))).toEqual(days);
});

test('half an hour is no pause, a microsecond more is', () => {
  expect(sittingsOf([HOUR, HOUR + SESSION_IDLE])).toEqual([HOUR, HOUR + SESSION_IDLE]);
  expect(sittingsOf([HOUR, HOUR + SESSION_IDLE + 1])).toHaveLength(4);
});

test('made-up times cannot fill the memory', () => {
  const sittings: number[] = [];
  for (let hour = 0; hour < 50_000; hour += 1) addInstant(sittings, hour * HOUR);
  expect(sittings).toHaveLength(40_000);
});
