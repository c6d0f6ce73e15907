import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { PROPERTIES } from '../properties/index.ts';
import { isMeasured } from '../property.ts';
import { catchMutant, examine } from './examine.ts';
import { MUTANTS } from './mutants/index.ts';
import { RightParser } from './right.ts';

/** As many of the twenty as fit: `npm run bench:mutants` takes them all. */
const SEEDS = ['1', '2'];

test('every mutant has a name of its own', () => {
  const ids = MUTANTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('sick parsers are caught', () => {
  test.each(MUTANTS.map((mutant) => ({ ...mutant, mutant })))('$id, by $property', async ({ mutant }) => {
    for (const seed of SEEDS) expect(await catchMutant(mutant, seed), `seed ${seed}`).toBeDefined();
  });
});

describe.each(DIALECTS)('the right parser, %s', (dialect) => {
  test.each(PROPERTIES.filter((property) => property.level !== 'may' && !isMeasured(property)))('$id', async (property) => {
    for (const seed of SEEDS) expect(await examine(new RightParser(), property, dialect, seed), `seed ${seed}`).toBeUndefined();
  });
});
