import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROPERTIES } from './index.ts';
import { propertyTable } from './table.ts';

test('the docs hold the table of properties as the kit has it', () => {
  expect(readFileSync(new URL('../../docs/conformance.md', import.meta.url), 'utf8')).toContain(propertyTable());
});

test('the table has a row for each property', () => {
  expect(propertyTable().trimEnd().split('\n')).toHaveLength(PROPERTIES.length + 2);
});
