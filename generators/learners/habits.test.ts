import { expect, test } from 'vitest';
import { Habits } from './habits.ts';

const PEOPLE = Array.from({ length: 4000 }, (_, number) => new Habits('habits', number, 0.9));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test.each([0.03, 0.2, 0.5, 0.8, 0.97])(
  'people who do a thing with a chance of %d differ, and do it as often on average',
  (average) => {
    const chances = PEOPLE.map((person) => person.chance('jumps', average));
    expect(Math.abs(mean(chances) - average)).toBeLessThan(0.25 * Math.min(average, 1 - average));
    const rare = chances.map((chance) => Math.min(chance, average > 0.5 ? 1 - chance : chance)).sort((a, b) => a - b);
    expect(rare[3600]! / rare[400]!).toBeGreaterThan(5);
  },
);

test('a habit is for ever, and tells nothing of another', () => {
  const [one, again] = [new Habits('habits', 7, 0.9), new Habits('habits', 7, 0.9)];
  expect(one.chance('jumps', 0.2)).toBe(again.chance('jumps', 0.2));
  const [jumps, pauses] = (['jumps', 'pauses'] as const).map((habit) =>
    PEOPLE.map((person) => Math.log(person.factor(habit))),
  ) as [number[], number[]];
  const [a, b] = [mean(jumps), mean(pauses)];
  const covariance = mean(jumps.map((value, index) => (value - a) * (pauses[index]! - b)));
  expect(Math.abs(covariance) / 0.9 ** 2).toBeLessThan(0.06);
});

test.each([0.05, 0.12, 0.3])(
  'in what people are of one mind about, most never do what %d do on average, and some always',
  (average) => {
    const chances = PEOPLE.map((person) => person.chance('logs out', average)).sort((a, b) => a - b);
    expect(Math.abs(mean(chances) - average)).toBeLessThan(0.02);
    expect(chances[1600]!).toBeLessThan(average / 3);
    expect(chances[3960]!).toBeGreaterThan(0.6);
  },
);

test('what nobody does, or everybody, is nobody’s habit', () => {
  for (const average of [0, 1]) expect(PEOPLE[0]!.chance('logs out', average)).toBe(average);
});

test('without habits all are alike', () => {
  expect(new Habits('habits', 7, 0).chance('jumps', 0.2)).toBe(0.2);
  expect(new Habits('habits', 7, 0).chance('logs out', 0.2)).toBeCloseTo(0.2);
});

test('in giving up people differ more than in most things', () => {
  const spread = (habit: 'gives up' | 'pauses'): number => {
    const factors = PEOPLE.map((person) => Math.log(person.factor(habit))).sort((a, b) => a - b);
    return factors[3600]! - factors[400]!;
  };
  expect(spread('gives up') / spread('pauses')).toBeGreaterThan(1.5);
});
