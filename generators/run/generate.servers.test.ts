/** Which of a pool's servers writes what. */
import { generate } from 'edxgen';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entryOf, type Entry } from '../../testing/causality/current/entry.test.support.ts';
import { dailyFilesOf, linesIn } from '../../testing/runs.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';

test('today, one server writes what a request leads to, and one what a worker makes of it', async () => {
  const out = join(temporaryFolder(), 'run');
  await generate({ users: 60, days: 10, servers: 2, dialect: 'current', jobs: 1, compress: 'none', out });
  const logs = new Map<string, Entry[]>();
  for (const [name, text] of dailyFilesOf(out)) {
    const server = name.slice(0, name.indexOf('/'));
    logs.set(server, [...(logs.get(server) ?? []), ...linesIn(text).map(entryOf)]);
  }
  const told = { checks: 0, grades: 0 };
  for (const entries of logs.values()) {
    const requests = entries.filter(({ type, path }) => type === path);
    for (const check of entries.filter(({ type, source }) => type === 'problem_check' && source === 'server')) {
      told.checks += 1;
      expect(requests.some(({ username, path }) => username === check.username && path === check.path)).toBe(true);
    }
    const transactions = (type: string): string[] =>
      entries
        .filter((entry) => entry.type === type)
        .map(({ payload }) => payload.event_transaction_id)
        .sort();
    const graded = transactions('edx.grades.course.grade_calculated');
    told.grades += graded.length;
    expect(transactions('edx.grades.subsection.grade_calculated')).toEqual(graded);
  }
  expect(logs.size).toBe(2);
  expect(told.checks).toBeGreaterThan(100);
  expect(told.grades).toBeGreaterThan(100);
});
