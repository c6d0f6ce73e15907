import { describe, expect, test } from 'vitest';
import {
  chance,
  exponential,
  geometric,
  integer,
  lognormal,
  normal,
  pick,
  uniform,
  weibull,
  weighted,
} from './distributions.ts';
import { stream, type Stream } from './stream.ts';

const COUNT = 20_000;
const sample = <T>(draw: (random: Stream) => T): T[] => {
  const random = stream('distributions', 'sample');
  return Array.from({ length: COUNT }, () => draw(random));
};
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const deviation = (numbers: readonly number[]): number => {
  const middle = mean(numbers);
  return Math.sqrt(mean(numbers.map((n) => (n - middle) ** 2)));
};
const shareOf = <T>(items: readonly T[], item: T): number =>
  items.filter((other) => other === item).length / items.length;

/** Moments from the books; a mean may be off by five of its own standard errors. */
describe.each<[name: string, draw: (random: Stream) => number, mean: number, deviation: number, least: number]>([
  ['uniform from 3 to 5', (random) => uniform(random, 3, 5), 4, 2 / Math.sqrt(12), 3],
  ['whole from 1 to 6', (random) => integer(random, 1, 6), 3.5, Math.sqrt(35 / 12), 1],
  ['normal', (random) => normal(random, -2, 3), -2, 3, -Infinity],
  [
    'lognormal',
    (random) => lognormal(random, 1, 0.5),
    Math.exp(1.125),
    Math.exp(1.125) * Math.sqrt(Math.exp(0.25) - 1),
    0,
  ],
  ['exponential', (random) => exponential(random, 7), 7, 7, 0],
  ['Weibull of shape 1', (random) => weibull(random, 1, 7), 7, 7, 0],
  ['Weibull of shape 2', (random) => weibull(random, 2, 10), 10 * 0.886227, 10 * 0.463251, 0],
  ['Weibull of shape 1/2', (random) => weibull(random, 0.5, 10), 20, 20 * Math.sqrt(5), 0],
  ['geometric', (random) => geometric(random, 0.25), 4, Math.sqrt(12), 1],
  ['geometric, when each try succeeds', (random) => geometric(random, 1), 1, 0, 1],
])('%s', (_name, draw, expected, sd, least) => {
  const numbers = sample(draw);

  test('has its mean and deviation', () => {
    expect(Math.abs(mean(numbers) - expected)).toBeLessThanOrEqual((5 * sd) / Math.sqrt(COUNT));
    expect(deviation(numbers)).toBeGreaterThanOrEqual(sd * 0.85);
    expect(deviation(numbers)).toBeLessThanOrEqual(sd * 1.15);
  });

  test('is finite and within its bounds', () => {
    for (const n of numbers) expect(Number.isFinite(n) && n >= least).toBe(true);
  });
});

test('chance comes true as often as it should, and never or always at the ends', () => {
  expect(
    shareOf(
      sample((random) => chance(random, 0.3)),
      true,
    ),
  ).toBeCloseTo(0.3, 1);
  expect(
    shareOf(
      sample((random) => chance(random, 0)),
      true,
    ),
  ).toBe(0);
  expect(
    shareOf(
      sample((random) => chance(random, 1)),
      true,
    ),
  ).toBe(1);
});

test('whole numbers and items come all alike, ends included', () => {
  for (const face of [1, 2, 3, 4, 5, 6])
    expect(
      Math.abs(
        shareOf(
          sample((random) => integer(random, 1, 6)),
          face,
        ) -
          1 / 6,
      ),
    ).toBeLessThan(0.02);
  for (const item of ['a', 'b', 'c'])
    expect(
      Math.abs(
        shareOf(
          sample((random) => pick(random, ['a', 'b', 'c'])),
          item,
        ) -
          1 / 3,
      ),
    ).toBeLessThan(0.02);
  expect(new Set(sample((random) => integer(random, 5, 5)))).toEqual(new Set([5]));
});

test('weighted items come by weight; those without any, never', () => {
  const items = sample(
    weighted([
      ['none', 0],
      ['rare', 1],
      ['often', 3],
      ['never', 0],
    ]),
  );
  expect(Math.abs(shareOf(items, 'rare') - 0.25)).toBeLessThan(0.02);
  expect(Math.abs(shareOf(items, 'often') - 0.75)).toBeLessThan(0.02);
  expect(weighted([['only', 2]])(() => 0.999_999_999_999_999_9)).toBe('only');
});

test('each draws a fixed count of numbers, so that streams keep in step', () => {
  const drawn = (draw: (random: Stream) => unknown): number => {
    let count = 0;
    draw(() => {
      count += 1;
      return 0.5;
    });
    return count;
  };
  const once = [chance, uniform, integer, exponential, weibull, geometric].map((draw) =>
    drawn((random) => (draw as (r: Stream, a: number, b: number) => unknown)(random, 0.5, 0.5)),
  );
  expect(new Set([...once, drawn((random) => pick(random, [1])), drawn(weighted([[1, 1]]))])).toEqual(new Set([1]));
  expect([drawn((random) => normal(random, 0, 1)), drawn((random) => lognormal(random, 0, 1))]).toEqual([2, 2]);
});
