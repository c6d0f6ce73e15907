import { expect, test } from 'vitest';
import { EvenSample } from './even-sample.ts';

class Events {
  readonly seen: number[] = [];
  get cells(): number {
    return 10 + this.seen.length;
  }
}

/** People who come by turns, ten times each. */
function sampleOf(people: number, bound: number): EvenSample<Events> {
  const sample = new EvenSample(bound, () => new Events());
  for (let round = 0; round < 10; round += 1) {
    for (let person = 0; person < people; person += 1) sample.change(`user_${person}`, ({ seen }) => seen.push(round));
  }
  return sample;
}

const cellsOf = ({ members }: EvenSample<Events>): number =>
  [...members].reduce((sum, [name, { cells }]) => sum + cells + Math.ceil(name.length / 4), 0);

test('as long as all fit, all are there', () => {
  const sample = sampleOf(1000, 30_000);
  expect(sample.oneIn).toBe(1);
  expect(sample.members.size).toBe(1000);
});

test('beyond the bound the sample is even, and whole for everybody in it', () => {
  const sample = sampleOf(10_000, 30_000);
  expect(sample.oneIn).toBe(8);
  expect(cellsOf(sample)).toBeLessThanOrEqual(30_000);
  expect([...sample.members.values()].every(({ seen }) => seen.join('') === '0123456789')).toBe(true);
  // Four standard deviations of a fair draw of one in eight.
  expect(Math.abs(sample.members.size * 8 - 10_000)).toBeLessThan(4 * Math.sqrt(10_000 * 7));
});

test('one member alone may exceed the bound: nothing is kept then, and nothing breaks', () => {
  const sample = new EvenSample(100, () => new Events());
  for (let event = 0; event < 1000; event += 1) sample.change('robot', ({ seen }) => seen.push(event));
  sample.change('x'.repeat(10_000), ({ seen }) => seen.push(1));
  expect(cellsOf(sample)).toBeLessThanOrEqual(100);
});
