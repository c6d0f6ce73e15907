import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EVENT_TYPES } from './event-types.ts';
import { referenceTable } from './reference.ts';

test('the README holds the table of event types as the spec has it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(referenceTable());
});

test('the table has a row for each event type', () => {
  expect(referenceTable().trimEnd().split('\n')).toHaveLength(EVENT_TYPES.length + 2);
});
