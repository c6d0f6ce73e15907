import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAULTS } from './index.ts';
import { referenceTables } from './list.ts';

test('the page about faults holds the tables of operators as they are', () => {
  const page = readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8');
  expect(page).toContain(referenceTables());
});

test('the tables have a row for each operator, and ids are unique', () => {
  const rows = referenceTables().split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(FAULTS.length);
  expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
});
