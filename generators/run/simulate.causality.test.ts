/** Cause and effect: no log of the simulation may hold a line that does not follow from those before it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { faultsOf, type Fault } from '../../testing/causality/check.test.support.ts';
import { staffOf } from '../../testing/causality/staff.test.support.ts';
import type { EARLY_DIALECTS } from '../../src/spec/index.ts';
import type { SimulateOptions } from './options.ts';
import { linesOf } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

type Run = SimulateOptions & { readonly dialect: (typeof EARLY_DIALECTS)[number] };

const LONG_RUNS: readonly Run[] = [
  { seed: 'one', users: 160, days: 16, dialect: 'documented' },
  { seed: 'two', users: 180, days: 10, servers: 7, start: '2012-02-27', dialect: 'documented' },
  { seed: 'three', users: 30, days: 60, servers: 2, dialect: 'documented' },
  { seed: 'four', users: 120, days: 10, servers: 2, dialect: 'deployed' },
  { seed: 'five', users: 140, days: 16, servers: 1, start: '2013-03-06', dialect: 'deployed' },
  { seed: 'seven', users: 50, days: 98, servers: 1, dialect: 'documented' },
  { seed: 'eight', users: 8, days: 98, servers: 2, preset: 'small-class', dialect: 'documented' },
  { seed: 'nine', users: 20, days: 21, servers: 1, preset: 'campus', dialect: 'deployed' },
  { seed: 'six', users: 25, days: 45, servers: 1, dialect: 'deployed' },
];

const faultsIn = (lines: readonly string[], options: Run): Fault[] => {
  const { dialect, start, days } = options;
  return faultsOf(lines, dialect, { start, days, staff: staffOf(options) });
};

const faults = async (options: Run): Promise<Fault[]> =>
  faultsIn(await linesOf({ ...options, heartbeats: 'none' }), options);

test.each(LONG_RUNS)('$dialect $seed: $users users, $days days', async (options) => {
  expect((await faults(options)).slice(0, 3)).toEqual([]);
});

test.each(['documented', 'deployed'] as const)(
  '%s: who comes to a reset by detours may come too late',
  async (dialect) => {
    const behaviour = join(temporaryFolder(), 'detours.yaml');
    writeFileSync(
      behaviour,
      'preset: campus\ndwell: {navigation: {mean: 8, sd: 0.5}}\nproblem: {forgetsReset: 1, savesFirst: 0.5, resetsSaved: 1}\n',
    );
    const options = {
      seed: 'late 2',
      users: 90,
      days: 15,
      servers: 1,
      dialect,
      behaviour,
      heartbeats: 'none',
    } as const;
    const lines = await linesOf(options);
    const refused = lines.filter(
      (line) => line.includes('"reset_problem_fail"') && line.includes('"failure": "closed"'),
    );
    if (dialect === 'deployed') expect(refused.length).toBeGreaterThan(0);
    expect(faultsIn(lines, options).slice(0, 3)).toEqual([]);
  },
);

forAll(
  {
    seed: fc.string({ unit: 'binary', minLength: 1 }),
    users: fc.integer({ min: 1, max: 40 }),
    days: fc.integer({ min: 1, max: 5 }),
    servers: fc.integer({ min: 1, max: 3 }),
    dialect: fc.constantFrom('documented' as const, 'deployed' as const),
  },
  { numRuns: 25 },
)('small runs of any seed', async (options) => {
  expect((await faults(options)).slice(0, 3)).toEqual([]);
});
