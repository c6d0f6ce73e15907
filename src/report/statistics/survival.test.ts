import { expect, test } from 'vitest';
import { survival } from './survival.ts';

test('nobody has no curve', () => {
  expect(survival([], 10)).toEqual([{ day: 0, atRisk: 0, left: 0, share: 0 }]);
});

test('by hand: two leave on their first day, one after two days, and one is there on the last', () => {
  const spans = [
    [0, 0],
    [0, 0],
    [0, 2],
    [1, 5],
  ] as const;
  expect(survival(spans, 5)).toEqual([
    { day: 0, atRisk: 4, left: 0, share: 1 },
    { day: 1, atRisk: 4, left: 2, share: 0.5 },
    { day: 2, atRisk: 2, left: 0, share: 0.5 },
    { day: 3, atRisk: 2, left: 1, share: 0.25 },
    { day: 4, atRisk: 1, left: 0, share: 0.25 },
  ]);
});

test('who came on the last day has had no chance to come back, and is no loss', () => {
  expect(
    survival(
      [
        [0, 3],
        [5, 5],
        [5, 5],
      ],
      5,
    ).at(1),
  ).toEqual({ day: 1, atRisk: 1, left: 0, share: 1 });
});
