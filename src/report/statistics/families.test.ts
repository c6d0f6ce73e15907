import { expect, test } from 'vitest';
import { FAMILIES, FAMILY_OF, TYPE_IDS } from './families.ts';

test('every event type of the format belongs to a family', () => {
  const strangers = TYPE_IDS.filter((_, index) => FAMILY_OF[index] === FAMILIES.length - 1);
  expect(strangers).toEqual(['unknown']);
});
