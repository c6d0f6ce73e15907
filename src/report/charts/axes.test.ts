import fc from 'fast-check';
import { forAll } from '../../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { dayLabels } from './day-labels.ts';
import { ticksTo } from './frame.ts';
import { textWidth } from './text-width.ts';

const MONDAY = 15_768;
const days = (count: number, bucket = 1) => Array.from({ length: count }, (_, index) => MONDAY + index * bucket);

forAll([fc.double({ min: 1, max: 1e12, noNaN: true }), fc.integer({ min: 2, max: 10 })])(
  'ticks are round, whole, and few',
  (largest, count) => {
    const ticks = ticksTo(largest, count);
    expect(ticks[0]).toBe(0);
    expect(ticks.length).toBeLessThanOrEqual(count + 1);
    expect(ticks.at(-1)).toBeLessThanOrEqual(largest);
    for (const tick of ticks) expect(Number.isInteger(tick)).toBe(true);
  },
);

test.each([
  [7, 7, ['4 Mar', '5 Mar', '6 Mar', '7 Mar', '8 Mar', '9 Mar', '10 Mar']],
  [98, 7, ['4 Mar', '18 Mar', '1 Apr', '15 Apr', '29 Apr', '13 May', '27 May']],
])('%d days have at most %d labels, of Mondays where not of all', (count, _, expected) => {
  expect(dayLabels(days(count), 670).map(({ text }) => text)).toEqual(expected);
});

forAll([fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 7, 28, 56), fc.constantFrom(260, 300, 670)])(
  'labels never touch',
  (count, bucket, width) => {
    const labels = dayLabels(days(count, bucket), width);
    const x = ({ position }: { position: number }) => ((position + 0.5) * width) / count;
    for (const [index, label] of labels.slice(1).entries()) {
      const before = labels[index]!;
      expect(x(label) - x(before)).toBeGreaterThanOrEqual((textWidth(label.text) + textWidth(before.text)) / 2);
    }
  },
);

test('the year stands where it changes', () => {
  expect(
    dayLabels(days(30, 28), 670)
      .map(({ text }) => text)
      .filter((text) => /\d{4}/.test(text)),
  ).toEqual(['4 Mar 2013', expect.stringMatching(/2014$/), expect.stringMatching(/2015$/)]);
});
