import { expect, test } from 'vitest';
import { bucketDays, windowOf } from './window.ts';

test('no lines, no days', () => {
  expect(windowOf(new Map())).toBeUndefined();
});

test('days that are years away are left out, a summer’s pause is not', () => {
  const days = new Map([
    [0, 5],
    [15_768, 100],
    [15_769, 90],
    [16_100, 3],
    [52_000, 9],
  ]);
  expect(windowOf(days)).toEqual({ first: 15_768, last: 16_100 });
});

test.each([
  [1, 1],
  [120, 1],
  [121, 7],
  [840, 7],
  [841, 28],
  [3660, 56],
  [100_000, 840],
])('%d days stand %d to a bar', (days, bucket) => {
  expect(bucketDays({ first: 10, last: 10 + days - 1 })).toBe(bucket);
  expect(Math.ceil(days / bucket)).toBeLessThanOrEqual(121);
});
