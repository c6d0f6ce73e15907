import fc from 'fast-check';
import { forAll } from '../../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { hash, hasher, stateAt, stream } from './stream.ts';

const draws = (random: () => number, count: number): number[] => Array.from({ length: count }, () => random());
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** The sum of squared differences from equal shares, each by its share: about `bins` for an even spread. */
function unevenness(numbers: readonly number[], bins: number): number {
  const counts = Array.from({ length: bins }, () => 0);
  for (const n of numbers) counts[Math.floor(n * bins)]! += 1;
  const share = numbers.length / bins;
  return counts.reduce((sum, count) => sum + (count - share) ** 2 / share, 0);
}

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const address = fc.tuple(fc.string(), fc.array(fc.oneof(word, fc.nat()), { minLength: 1, maxLength: 4 }));

describe('a stream', () => {
  forAll([address])('is the same at the same address', ([seed, path]) => {
    expect(draws(stream(seed, ...path), 20)).toEqual(draws(stream(seed, ...path), 20));
  });

  test('has a state of its own at each of ten million addresses', () => {
    const states = new Float64Array(10_000_000);
    const words = ['visit', 'wire', 'person', 'login', 'tisiv'];
    for (let index = 0; index < states.length; index += 1) {
      const { s0, s1 } = stateAt('edxgen', [
        'learner',
        Math.floor(index / 100),
        words[index % 5]!,
        ((index % 100) / 5) | 0,
      ]);
      // Two of the three lanes, as far as a double tells them.
      states[index] = Math.floor(s0 * 2 ** 21) * 2 ** 32 + s1 * 2 ** 32;
    }
    states.sort();
    expect(states.findIndex((state, index) => state === states[index + 1])).toBe(-1);
  });

  forAll([address, address])('is another at another address', ([seed, path], [otherSeed, otherPath]) => {
    fc.pre(seed !== otherSeed || JSON.stringify(path) !== JSON.stringify(otherPath));
    expect(draws(stream(seed, ...path), 3)).not.toEqual(draws(stream(otherSeed, ...otherPath), 3));
  });

  forAll([address])('gives numbers from 0 to below 1', ([seed, path]) => {
    for (const n of draws(stream(seed, ...path), 50)) expect(n >= 0 && n < 1).toBe(true);
  });

  test('disturbs no other', () => {
    const alone = draws(stream('s', 'a', 1), 5);
    const one = stream('s', 'a', 1);
    const other = stream('s', 'a', 2);
    expect(Array.from({ length: 5 }, () => [one(), other()][0])).toEqual(alone);
  });

  test('never changes from release to release', () => {
    expect(draws(stream('edxgen', 'learner', 42, 'visit', 7), 3)).toMatchInlineSnapshot(`
      [
        0.4265573946759105,
        0.9233499402180314,
        0.7112559634260833,
      ]
    `);
  });

  test('spreads evenly, within itself and over neighbouring addresses', () => {
    const within = draws(stream('spread', 'one'), 20_000);
    const across = Array.from({ length: 20_000 }, (_, k) => stream('spread', 'learner', k)());
    for (const numbers of [within, across]) {
      expect(mean(numbers)).toBeCloseTo(0.5, 1);
      expect(unevenness(numbers, 50)).toBeLessThan(100);
      const pairs = numbers.slice(1).map((n, index) => (n - 0.5) * (numbers[index]! - 0.5) * 12);
      expect(Math.abs(mean(pairs))).toBeLessThan(0.03);
    }
  });
});

describe('a hash', () => {
  forAll([fc.string(), word, fc.maxSafeNat()])('is the same for the same address, below 2^32', (seed, name, number) => {
    const value = hash(seed, name, number);
    expect(hash(seed, name, number)).toBe(value);
    expect(Number.isInteger(value) && value >= 0 && value < 2 ** 32).toBe(true);
  });

  forAll([fc.string(), word, word, fc.maxSafeNat()])(
    'of an address that was begun is that of the whole',
    (seed, begun, rest, number) => {
      expect(hasher(seed, begun)(rest, number)).toBe(hash(seed, begun + rest, number));
    },
  );

  test('never changes from release to release', () => {
    expect([
      hash('edxgen', 'server', 0),
      hash('edxgen', 'server', 1),
      hash('edxgen', 'server', 300),
      hash('é', 'x', 2 ** 40),
    ]).toMatchInlineSnapshot(`
      [
        3050459278,
        1864091110,
        3419807586,
        3610644499,
      ]
    `);
  });

  test.each([2, 3, 4, 50])('deals neighbours out evenly to %d', (bins) => {
    const numbers = Array.from({ length: 20_000 }, (_, k) => ((hash('edxgen', 'server', k) % bins) + 0.5) / bins);
    expect(unevenness(numbers, bins)).toBeLessThan(bins + 5 * Math.sqrt(2 * bins));
  });

  test('seldom meets another', () => {
    const values = Array.from({ length: 50_000 }, (_, k) => hash('edxgen', 'server', k));
    expect(new Set(values).size).toBeGreaterThan(values.length - 5);
    const words = Array.from({ length: 2000 }, (_, k) => [
      hash('a', 'word', k),
      hash('a', 'other', k),
      hash('b', 'word', k),
    ]).flat();
    expect(new Set(words).size).toBeGreaterThan(words.length - 3);
  });

  test('changes half its bits with one of the number’s', () => {
    const flips = Array.from({ length: 2000 }, (_, k) => {
      let differing = hash('edxgen', 'server', 2 * k) ^ hash('edxgen', 'server', 2 * k + 1);
      let count = 0;
      for (; differing !== 0; differing &= differing - 1) count += 1;
      return count;
    });
    expect(mean(flips)).toBeGreaterThan(15);
    expect(mean(flips)).toBeLessThan(17);
  });
});
