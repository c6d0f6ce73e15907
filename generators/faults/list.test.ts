import { expect, test } from 'vitest';
import { FAULTS } from './index.ts';
import { referenceTables } from './list.ts';

test('the tables have a row for each operator, and ids are unique', () => {
  const rows = referenceTables()
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  expect(rows).toHaveLength(FAULTS.length);
  expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
});
