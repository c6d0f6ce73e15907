/** Cause and effect in today's logs: a check and all that follows from it, players, moves, people. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { faultsOf } from '../../testing/causality/current/check.test.support.ts';
import { linesOf } from '../../testing/runs.ts';
import type { SimulateOptions } from './options.ts';

const START = '2026-03-02';

const faults = async (options: SimulateOptions & { readonly days: number }) =>
  faultsOf(await linesOf({ ...options, dialect: 'current' }), { start: options.start ?? START, days: options.days });

test.each([
  { seed: 'one', users: 160, days: 16, servers: 2 },
  { seed: 'two', users: 45, days: 60, servers: 1 },
  { seed: 'three', users: 9, days: 98, servers: 2, preset: 'small-class' as const, start: '2024-09-02' },
  { seed: 'four', users: 30, days: 21, servers: 1, preset: 'campus' as const },
])('$seed: $users users, $days days', async (options) => {
  expect((await faults(options)).slice(0, 3)).toEqual([]);
});

forAll(
  {
    seed: fc.string({ unit: 'binary', minLength: 1 }),
    users: fc.integer({ min: 1, max: 40 }),
    days: fc.integer({ min: 1, max: 5 }),
    servers: fc.integer({ min: 1, max: 3 }),
  },
  { numRuns: 15 },
)('small runs of any seed', async (options) => {
  expect((await faults(options)).slice(0, 3)).toEqual([]);
});
