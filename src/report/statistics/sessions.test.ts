import fc from 'fast-check';
import { forAll } from '../../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE, SESSION_IDLE } from '../../base/time.ts';
import { activeDays, addInstant } from './sessions.ts';

const minutes = fc.array(
  fc.integer({ min: 0, max: 5 * 24 * 60 }).map((minute) => minute * MINUTE),
  { minLength: 1, maxLength: 200 },
);

const sessionsOf = (times: readonly number[]): number[] => {
  const sessions: number[] = [];
  for (const time of times) addInstant(sessions, time);
  return sessions;
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

forAll([minutes])('instants in any order give the sessions of the same instants sorted', (times) => {
  expect(sessionsOf(times)).toEqual(byDefinition(times));
});

forAll([minutes])('active days are those of the instants', (times) => {
  const days = [...new Set(times.map((time) => Math.floor(time / DAY)))].sort((a, b) => a - b);
  expect(activeDays(sessionsOf(times))).toEqual(days);
});

test('half an hour is no pause, a microsecond more is', () => {
  expect(sessionsOf([HOUR, HOUR + SESSION_IDLE])).toEqual([HOUR, HOUR + SESSION_IDLE]);
  expect(sessionsOf([HOUR, HOUR + SESSION_IDLE + 1])).toHaveLength(4);
});

test('made-up times cannot fill the memory', () => {
  const sessions: number[] = [];
  for (let hour = 0; hour < 50_000; hour += 1) addInstant(sessions, hour * HOUR);
  expect(sessions).toHaveLength(40_000);
});
