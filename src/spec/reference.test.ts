import { expect, test } from 'vitest';
import { EVENT_TYPES } from './event-types.ts';
import { referenceTable } from './reference.ts';

test('the table has a row for each event type', () => {
  expect(referenceTable().trimEnd().split('\n')).toHaveLength(EVENT_TYPES.length + 2);
});
