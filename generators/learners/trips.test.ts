import { expect, test } from 'vitest';
import { DAY } from '../../src/base/time.ts';
import { tripAt } from './trips.ts';

const START = Date.UTC(2013, 0, 1, 12) * 1000;
const DAYS = 600;
const TRAVEL = { trips: 0.2, tripDays: { mean: 1.4, sd: 0.8 } };
const CLOCK = { offset: 0, summerTime: undefined };

/** The journeys of somebody, one by day. */
const days = (number: number, travel = TRAVEL) =>
  Array.from({ length: DAYS }, (_, day) => tripAt('seed', number, travel, CLOCK, START + day * DAY));

test('a journey is some days in a row, of which most people have one in ten months and are home again', () => {
  const people = Array.from({ length: 400 }, (_, number) => days(number + 1));
  const lengths = people.flatMap((own) => {
    const trips = [...new Set(own.filter((trip) => trip !== undefined))];
    return trips.map((trip) => {
      const [first, last] = [own.indexOf(trip), own.lastIndexOf(trip)];
      expect(own.slice(first, last + 1).every((each) => each === trip)).toBe(true);
      return last - first + 1;
    });
  });
  expect(lengths.length / people.length).toBeGreaterThan(0.2 * 9);
  expect(lengths.length / people.length).toBeLessThan(0.2 * 12);
  const median = lengths.sort((a, b) => a - b)[lengths.length >> 1];
  expect(median).toBeGreaterThanOrEqual(4);
  expect(median).toBeLessThanOrEqual(6);
  expect(people.flat().filter((trip) => trip !== undefined).length / (people.length * DAYS)).toBeLessThan(0.04);
});

test('nobody travels where nobody is to', () => {
  expect(new Set(days(1, { ...TRAVEL, trips: 0 }))).toEqual(new Set([undefined]));
});
