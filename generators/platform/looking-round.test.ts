import { expect, test } from 'vitest';
import { mean } from '../../testing/calibration/numbers.ts';
import { stream } from '../../src/base/random/index.ts';
import { ownWay } from './looking-round.ts';

const LOOKS = 20;

test.each([0.08, 0.24])('some look there all the time where %d of all looks go, and most hardly ever', (average) => {
  const shares = Array.from({ length: 2000 }, (_, number) => {
    const visit = { learner: { number }, population: { seed: 'ways' }, networkRandom: stream('ways', number) };
    const looks = Array.from({ length: LOOKS }, () => ownWay(visit as Parameters<typeof ownWay>[0])() < average);
    return looks.filter(Boolean).length / LOOKS;
  });
  expect(Math.abs(mean(shares) - average)).toBeLessThan(0.02);
  // Where all toss one coin, it is that of so many tosses.
  const variance = mean(shares.map((share) => (share - average) ** 2));
  expect(variance).toBeGreaterThan((4 * average * (1 - average)) / LOOKS);
});
