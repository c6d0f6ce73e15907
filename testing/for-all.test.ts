import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forAll, tryAll } from './for-all.ts';

const small = fc.integer({ min: 0, max: 9 });

test('what does not hold for all values fails, and tells the seed and the smallest of them', async () => {
  const isLess = async (number: number): Promise<void> => {
    expect(number).toBeLessThan(5);
  };
  await expect(tryAll([fc.nat(1000)], isLess)).rejects.toThrow(/seed: -?\d+[^]*Counterexample: \[5\]/);
  await expect(tryAll({ number: small }, ({ number }: { number: number }) => number < 5)).rejects.toThrow('"number":5');
});

const tried: number[] = [];
forAll([small, small], { numRuns: 30 })('values come in their order', (one, other) => {
  tried.push(one);
  expect([one, other].every((number) => number >= 0 && number < 10)).toBe(true);
});

test('all runs are made', () => expect(tried).toHaveLength(30));
