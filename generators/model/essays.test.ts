/** Essays that are there to be graded: of lower numbers alone, whoever is there beyond, and not more often than is said. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { HOUR } from '../../src/base/time.ts';
import { builtInCourse } from '../course/built-in.ts';
import { tasksOf } from '../course/sequences.ts';
import { HandedIn } from './essays.ts';

const { task } = tasksOf(builtInCourse())[0]!;

/** What each of some people was dealt in an hour of its own, who hand in an essay before, and ask for three. */
function dealt(numbers: readonly number[]): Map<number, readonly number[]> {
  const handedIn = new HandedIn();
  const found = new Map<number, readonly number[]>();
  for (const [hour, number] of numbers.entries()) {
    const before = new Set<number>();
    handedIn.put(task, number, hour * HOUR);
    for (let time = 1; time <= 3; time += 1)
      handedIn.dealToPeer(task, number, (hour + 0.2 * time) * HOUR, before, stream('dealt', number, time));
    found.set(number, [...before]);
  }
  return found;
}

forAll([fc.uniqueArray(fc.nat({ max: 400 }), { maxLength: 120 }), fc.nat({ max: 401 })])(
  'who is there beyond changes nothing, and nobody is dealt what is there twice, or not yet',
  (numbers, who) => {
    const all = dealt(numbers);
    for (const [number, found] of dealt(numbers.filter((each) => each < who))) expect(all.get(number)).toEqual(found);
    for (const [hour, number] of numbers.entries()) {
      const there = numbers.slice(0, hour).filter((other) => other < number);
      expect(there).toEqual(expect.arrayContaining([...all.get(number)!]));
    }
  },
);

test('of what all have handed in, each is dealt to three, now and then to one more or fewer', () => {
  const [handedIn, random] = [new HandedIn(), stream('shuffled')];
  const numbers = Array.from({ length: 2000 }, (_, number) => ({ number, turn: random() }));
  for (const { number } of numbers) handedIn.put(task, number, 0);
  const times = new Map<number, number>();
  for (const { number } of numbers.toSorted((one, other) => one.turn - other.turn)) {
    const before = new Set<number>();
    for (let time = 1; time <= 3; time += 1) handedIn.dealToPeer(task, number, HOUR, before, random);
    for (const author of before) times.set(author, (times.get(author) ?? 0) + 1);
  }
  const share = (is: (many: number) => boolean): number => [...times.values()].filter(is).length / numbers.length;
  expect(share((many) => many >= 2 && many <= 4)).toBeGreaterThan(0.8);
  expect(share((many) => many > 5)).toBeLessThan(0.03);
});

test('staff grade their own part of what waits, the first of it first', () => {
  const handedIn = new HandedIn();
  for (const [number, time] of [
    [3, 4],
    [7, 1],
    [8, 3],
    [12, 2],
  ] as const)
    handedIn.put(task, number, time * HOUR);
  const before = new Set<number>();
  handedIn.join(10);
  handedIn.join(5);
  const next = (number: number, seen = before) => handedIn.dealToStaff(task, number, 9 * HOUR, seen)?.number;
  expect([next(10), next(10), next(10)]).toEqual([7, 8, undefined]);
  expect(next(5, new Set())).toBe(3);
  expect(handedIn.dealToStaff(task, 20, HOUR, new Set())).toBeUndefined();
});
