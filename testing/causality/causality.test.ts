/** The checker itself: good lines that are tampered with must not pass; a case a rule, and more. */
import { beforeAll, expect, test } from 'vitest';
import { simulate } from '../../generators/run/simulate.ts';
import { remember } from '../../src/base/remember.ts';
import { faultsOf, RULES, type RuleName } from './check.test.support.ts';
import { entryOf, type Dialect } from './entry.test.support.ts';
import { pageCases, peopleCases } from './tamper-people-and-pages.test.support.ts';
import { problemCases, videoAndTaskCases } from './tamper-problems-and-videos.test.support.ts';
import { staffOf } from './staff.test.support.ts';
import { Log } from './tampered-log.test.support.ts';

const RUN = { seed: 'tamper', users: 250, days: 14, servers: 1, heartbeats: 'none' } as const;
const STAFF = staffOf(RUN);
const logs: Record<Dialect, string[]> = { documented: [], deployed: [] };

beforeAll(async () => {
  for (const dialect of ['documented', 'deployed'] as const) {
    for await (const line of simulate({ ...RUN, dialect }).lines()) logs[dialect].push(line.slice(0, -1));
  }
});

const read = remember(entryOf, { most: Infinity });

const count = (rule: RuleName, lines: readonly string[], dialect: Dialect, start?: string): number =>
  faultsOf(lines, dialect, { only: [rule], start, read, staff: STAFF }).length;

/** How many there are in a log that nobody has tampered with: cases of a rule share it. */
const before = new Map<string, number>();

function countBefore(rule: RuleName, dialect: Dialect): number {
  const key = `${rule} ${dialect}`;
  const known = before.get(key) ?? count(rule, logs[dialect], dialect);
  before.set(key, known);
  return known;
}

const CASES = [...peopleCases, ...pageCases, ...problemCases, ...videoAndTaskCases];

for (const { rule, what, dialect = 'documented', start, tamper } of CASES) {
  test(`${rule} (${dialect}): ${what}`, () => {
    const log = new Log(logs[dialect]);
    tamper(log);
    expect(count(rule, log.lines, dialect, start)).toBeGreaterThan(countBefore(rule, dialect));
  });
}

test('every rule has a case', () => {
  expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual(Object.keys(RULES).sort());
});
