import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { HOUR, SECOND } from '../../src/base/time.ts';
import { accountNumber, FURTHER_ACCOUNTS, MOST_LEARNERS } from './account-numbers.ts';

const SITE = { first: 0, every: SECOND } as const;
const NOW = 40_000 * HOUR;
/** Of the first learners one finds a number within so long. */
const SOON = 1.2 * HOUR;

const person = fc.oneof(
  fc.integer({ min: 1, max: 300_000 }),
  fc.integer({ min: 1, max: MOST_LEARNERS + FURTHER_ACCOUNTS + 500_000 }),
);
const time = fc.integer({ min: 0, max: 90_000 }).map((hours) => hours * HOUR);

property.prop([fc.uniqueArray(person, { minLength: 2, maxLength: 200 }), time, fc.integer({ min: 0, max: 5000 })])(
  'no two people have the same number, whenever they register',
  (people, start, apart) => {
    const numbers = people.map((number, index) => accountNumber(SITE, number, start + index * apart * SECOND));
    expect(new Set(numbers).size).toBe(people.length);
    expect(numbers.every((number) => number >= 0 && number < 2 ** 31 && Number.isInteger(number))).toBe(true);
  },
);

test('all who register in one instant have numbers of their own', () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => accountNumber(SITE, index + 1, NOW));
  expect(new Set(numbers).size).toBe(numbers.length);
});

property.prop([fc.integer({ min: 1, max: 2047 }), fc.integer({ min: 1, max: 2047 }), time])(
  'of the first two thousand, who registers later has the higher number',
  (one, other, before) => {
    expect(accountNumber(SITE, one, before + SOON)).toBeGreaterThan(accountNumber(SITE, other, before));
  },
);
