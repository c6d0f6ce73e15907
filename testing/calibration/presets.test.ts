/** What sets the presets apart. */
import { expect, test } from 'vitest';
import { share, sum } from './numbers.ts';
import { observe } from './observe.ts';

/** Learners who are still there in the last two weeks. */
const stay = (days: number) => (people: ReturnType<typeof observe>['people']) =>
  share([...people.all.values()], (person) => person.days.at(-1)! >= days - 14);

test('small-class: most of thirty stay to the end', () => {
  const { people } = observe({ users: 30, days: 98, seed: 'class', preset: 'small-class' });
  expect(people.all.size).toBe(30);
  expect(stay(98)(people)).toBeGreaterThan(0.6);
  expect(stay(98)(observe({ users: 300, days: 98, seed: 'class' }).people)).toBeLessThan(0.25);
});

test('campus: one time zone, quiet nights, weekends and a rush before the deadline', () => {
  const { people, solving } = observe({ users: 200, days: 42, seed: 'campus', preset: 'campus' });
  const all = sum([...people.hours]);
  const local = (hour: number): number => people.hours[(hour + 5) % 24]! / all;
  expect(local(3) + local(4) + local(5)).toBeLessThan(0.06);
  expect(local(20) + local(21) + local(22)).toBeGreaterThan(0.2);
  expect(share(solving.before, (hours) => hours < 24)).toBeGreaterThan(0.35);
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    sum([...people.all.values()].map((person) => person.weekdays[day]!)),
  );
  expect(weekdays[5]!).toBeLessThan(0.75 * weekdays[1]!);
  expect(stay(42)(people)).toBeGreaterThan(0.6);
});
