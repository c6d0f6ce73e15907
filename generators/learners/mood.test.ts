import { expect, test } from 'vitest';
import { mean, sd } from '../../testing/calibration/numbers.ts';
import { moodOf } from './mood.ts';

const DAYS = 15_000;
const moods = (day: number): number[] => Array.from({ length: 4000 }, (_, number) => moodOf('seed', number + 1, day));

test.each([0, 0.5, 3.7])('moods are of mean 0 and sd 1, on day %d as on any', (day) => {
  const all = moods(DAYS + day);
  expect(Math.abs(mean(all))).toBeLessThan(0.06);
  // What is near-normal has a little more.
  expect(Math.abs(sd(all) - 1)).toBeLessThan(0.1);
});

test('a mood lasts for days, not for weeks', () => {
  const now = moods(DAYS);
  const along = (days: number): number => mean(moods(DAYS + days).map((mood, who) => mood * now[who]!));
  expect(along(1)).toBeGreaterThan(0.8);
  expect(along(7)).toBeLessThan(0.5);
  expect(Math.abs(along(21))).toBeLessThan(0.06);
});
