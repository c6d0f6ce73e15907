/** More learners only add lines, more days only append: nobody's lines depend on who else is there, or on what comes later. */
import { fc, test as property } from '@fast-check/vitest';
import { expect } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { linesOf } from '../../testing/runs.ts';

const settings = {
  seed: fc.string({ minLength: 1, maxLength: 8 }),
  servers: fc.integer({ min: 1, max: 3 }),
  dialect: fc.constantFrom(...DIALECTS),
};
const LARGE = { min: 1, max: 60 };

const usernameOf = (line: string): string => /"username": "([^"]*)"/.exec(line)![1]!;

/** The lines that are left when those of a log are taken out of another, in their order; undefined when one is not there. */
function rest(all: readonly string[], taken: readonly string[]): string[] | undefined {
  const left: string[] = [];
  let next = 0;
  for (const line of all) {
    if (line === taken[next]) next += 1;
    else left.push(line);
  }
  return next === taken.length ? left : undefined;
}

property.prop(
  { ...settings, users: fc.integer(LARGE), more: fc.integer(LARGE), days: fc.integer({ min: 1, max: 4 }) },
  { numRuns: 12 },
)('more learners only add lines of their own', async ({ users, more, ...options }) => {
  const few = await linesOf({ ...options, users });
  const added = rest(await linesOf({ ...options, users: users + more }), few);
  expect(added).toBeDefined();
  const before = new Set(few.map(usernameOf));
  before.delete('');
  expect(added!.map(usernameOf).filter((name) => before.has(name))).toEqual([]);
});

property.prop(
  { ...settings, users: fc.integer(LARGE), days: fc.integer({ min: 1, max: 4 }), more: fc.integer({ min: 1, max: 4 }) },
  { numRuns: 12 },
)('more days only append', async ({ days, more, ...options }) => {
  const short = await linesOf({ ...options, days });
  const long = await linesOf({ ...options, days: days + more });
  expect(long.length).toBeGreaterThanOrEqual(short.length);
  expect(long.slice(0, short.length).findIndex((line, index) => line !== short[index])).toBe(-1);
});
