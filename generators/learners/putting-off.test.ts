import { expect, test } from 'vitest';
import { mean, median, sd } from '../../testing/calibration/numbers.ts';
import { hashedNormal, stream } from '../../src/base/random/index.ts';
import { hoursBefore, takesUpNow } from './putting-off.ts';

const HOURS = { shape: 0.66, scale: 60 };
const PEOPLE = Array.from({ length: 4000 }, (_, number) => ({ earliness: hashedNormal('early', 'earliness', number) }));

/** Logarithms of hours before two deadlines, of each person. */
function twice(putsOff: number): [number, number][] {
  const random = stream('early', 'hours', 0);
  return PEOPLE.map((person) => {
    const draw = (): number => Math.log(hoursBefore(random, person, HOURS, putsOff));
    return [draw(), draw()];
  });
}

const alike = (pairs: [number, number][]): number => {
  const middle = mean(pairs.flat());
  return mean(pairs.map(([one, other]) => (one - middle) * (other - middle))) / sd(pairs.flat()) ** 2;
};

test('who puts one thing off puts off the next, and people as a whole come as long before as the distribution says', () => {
  const [own, none] = [twice(0.7), twice(0)];
  expect(alike(own)).toBeGreaterThan(0.6);
  expect(Math.abs(alike(none))).toBeLessThan(0.05);
  const [of, as] = [own.flat(), none.flat()];
  expect(Math.abs(mean(of) - mean(as))).toBeLessThan(0.15);
  expect(Math.abs(sd(of) - sd(as))).toBeLessThan(0.15);
  expect(Math.abs(median(of) - median(as))).toBeLessThan(0.35);
});

test.each([0.1, 0.5, 0.9])(
  'of people so many take up at once what %d of all do, and most of them by their own ways',
  (average) => {
    const chances = PEOPLE.map((person) => takesUpNow(person, average, 0.7));
    expect(Math.abs(mean(chances) - average)).toBeLessThan(0.03);
    expect(sd(chances) ** 2 / (average * (1 - average))).toBeGreaterThan(0.35);
    expect(takesUpNow(PEOPLE[0]!, average, 0)).toBeCloseTo(average);
  },
);

test('at last, and where nobody does, people are alike', () => {
  expect(takesUpNow({ earliness: -3 }, 1, 0.7)).toBe(1);
  expect(takesUpNow({ earliness: 3 }, 0, 0.7)).toBe(0);
});
