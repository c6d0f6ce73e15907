import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect } from 'vitest';
import { SOON } from '../model/latency.ts';
import { answersLate } from './slowness.ts';

/** Microseconds, on both sides of where what is asked for by a click ends. */
const delay = fc.integer({ min: 0, max: 4 * SOON });

forAll([delay, delay, fc.double({ min: 1, max: 50, noNaN: true })], { numRuns: 1000 })(
  'slow servers keep the order of what they write',
  (one, other, times) => {
    const [first, second] = [Math.min(one, other), Math.max(one, other)];
    expect(first + answersLate(first, times)).toBeLessThanOrEqual(second + answersLate(second, times));
  },
);
