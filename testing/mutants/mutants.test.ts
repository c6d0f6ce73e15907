import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { PROPERTIES } from '../../conformance/properties/index.ts';
import { isMeasured, type Property } from '../../conformance/properties/property.ts';
import { catchMutant, examine, propertyOf, Unclear } from './examine.ts';
import { MUTANTS } from './index.ts';
import type { Mutant } from './kinds/mutant.ts';
import { ReferenceParser } from './reference-parser.ts';

/** The bench tries twenty, and two hundred of the right parser. */
const SEEDS = Array.from({ length: 2 }, (_, i) => `${i + 1}`);

/** Milliseconds: what is measured takes its time on a busy machine. */
const PATIENCE = 600_000;

const RIGHT_SEEDS = SEEDS.slice(0, 1);

/** The right parser claims nothing of strictness; what is measured tells of the machine too. */
const DRAWN = PROPERTIES.filter(
  (property) => !isMeasured(property) && property.level !== 'may' && property.depth !== 'strict',
);

test('every mutant has a name of its own', () => {
  const ids = MUTANTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

/** Of those that take seconds to be measured the bench tries all. */
const TRIED = MUTANTS.filter(({ property }, index) => !isMeasured(propertyOf(property)) || index % 8 === 0);

describe('mutants are caught', () => {
  test.for(TRIED.map((mutant) => ({ ...mutant, mutant })))(
    '$id, by $property',
    { timeout: PATIENCE },
    async ({ mutant, property }, { skip }) => {
      const seeds = isMeasured(propertyOf(property)) ? SEEDS.slice(0, 1) : SEEDS;
      for (const seed of seeds) {
        const found = await catchMutant(mutant, seed);
        if (found instanceof Unclear) skip(`not measurable here: ${found.finding}`);
        expect(found, `seed ${seed}`).toBeTypeOf('string');
      }
    },
  );
});

test('every property that is drawn and must or should hold catches some mutant', () => {
  const caught = new Set(MUTANTS.map(({ property }) => property));
  expect(DRAWN.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
});

/** Whether a mutant's mistake shows in lines of today, by one seed. */
const showsToday = async (property: Property, { parser }: Mutant): Promise<boolean> =>
  typeof (await examine(Object.assign(parser(), { dialects: DIALECTS }), property, 'current', '1')) === 'string';

describe('in lines of today a mutant is caught', () => {
  test.each(DRAWN.filter(({ dialects }) => dialects?.includes('current') ?? true))('by $id', async (property) => {
    const shown: string[] = [];
    for (const mutant of MUTANTS.filter((each) => each.property === property.id))
      if (shown.length === 0 && (await showsToday(property, mutant))) shown.push(mutant.id);
    expect(shown).toHaveLength(1);
  });
});

describe.each(DIALECTS)('the right parser, %s', (dialect) => {
  test.each(DRAWN.filter(({ dialects }) => dialects?.includes(dialect) ?? true))('$id', async (property) => {
    for (const seed of RIGHT_SEEDS)
      expect(await examine(new ReferenceParser(), property, dialect, seed), `seed ${seed}`).toBeUndefined();
  });
});
