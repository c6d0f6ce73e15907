import { expect, test } from 'vitest';
import { PROPERTIES } from './index.ts';
import { propertyTable } from './table.ts';

test('the table has a row for each property', () => {
  expect(propertyTable().trimEnd().split('\n')).toHaveLength(PROPERTIES.length + 2);
});
