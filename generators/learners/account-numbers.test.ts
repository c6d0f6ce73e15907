import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { HOUR, SECOND } from '../../src/base/time.ts';
import { accountNumber, FURTHER_ACCOUNTS, MOST_LEARNERS } from './account-numbers.ts';
import { accountsBy } from './accounts-of-site.ts';

const NOW = Date.UTC(2013, 2, 11) * 1000;
/** Of the first learners one finds a number within so many accounts. */
const SOON = 4096;
/** A longest time between two who register. */
const APART = 48 * HOUR;

const person = fc.oneof(
  fc.integer({ min: 1, max: 300_000 }),
  fc.integer({ min: 1, max: MOST_LEARNERS + FURTHER_ACCOUNTS + 500_000 }),
);
const time = fc.integer({ min: 0, max: 150_000 }).map((hours) => Date.UTC(2011, 0, 1) * 1000 + hours * HOUR);

forAll([fc.uniqueArray(person, { minLength: 2, maxLength: 200 }), time, fc.integer({ min: 0, max: 5000 })])(
  'no two people have the same number, whenever they register',
  (people, start, apart) => {
    const numbers = people.map((number, index) => accountNumber(number, start + index * apart * SECOND));
    expect(new Set(numbers).size).toBe(people.length);
    expect(numbers.every((number) => number >= 0 && number < 2 ** 31 && Number.isInteger(number))).toBe(true);
  },
);

test('all who register in one instant have numbers of their own', () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => accountNumber(index + 1, NOW));
  expect(new Set(numbers).size).toBe(numbers.length);
});

forAll([
  fc.integer({ min: 1, max: 2047 }),
  fc.integer({ min: 1, max: 2047 }),
  time,
  fc.integer({ min: 0, max: APART / SECOND }),
])(
  'of the first two thousand, who registers some thousand accounts later has the higher number',
  (one, other, before, apart) => {
    const [sooner, later] = [before, before + apart * SECOND];
    fc.pre(accountsBy(later) - accountsBy(sooner) > SOON);
    expect(accountNumber(one, later)).toBeGreaterThan(accountNumber(other, sooner));
  },
);

const million = (year: number, month: number): number => accountsBy(Date.UTC(year, month - 1) * 1000) / 1e6;

test('a site has as many accounts as edX said that it had', () => {
  expect(million(2013, 1)).toBeGreaterThan(0.3);
  expect(million(2013, 1)).toBeLessThan(0.5);
  expect(million(2013, 6)).toBeGreaterThan(0.7);
  expect(million(2013, 6)).toBeLessThan(1.1);
  expect(million(2026, 1)).toBeGreaterThan(50);
  expect(million(2026, 1)).toBeLessThan(100);
});

/** Accounts that are made in each so many hours of some weeks. */
const made = (hours: number): number[] =>
  Array.from({ length: (20 * 7 * 24) / hours }, (_, step) => {
    const from = NOW + step * hours * HOUR;
    return accountsBy(from + hours * HOUR) - accountsBy(from);
  });
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

test('accounts are made by day more than by night, on workdays, and unevenly over weeks', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => sumOf(made(1).filter((_each, index) => index % 24 === hour)));
  expect(Math.max(...hours) / Math.min(...hours)).toBeGreaterThan(2.5);
  const days = Array.from({ length: 7 }, (_, day) => sumOf(made(24).filter((_each, index) => index % 7 === day)));
  expect(Math.min(days[5]!, days[6]!) / sumOf(days.slice(0, 4))).toBeLessThan(0.2);
  const weeks = made(24 * 7);
  expect(Math.max(...weeks) / Math.min(...weeks)).toBeGreaterThan(1.5);
});
