import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/spec/index.ts';
import { PROPERTIES } from '../../conformance/properties/index.ts';
import { isMeasured, type Property } from '../../conformance/properties/property.ts';
import { catchMutant, examine, propertyOf, Unclear } from './examine.ts';
import { MUTANTS } from './index.ts';
import type { Mutant } from './kinds/mutant.ts';
import { ReferenceParser } from './reference-parser.ts';

/** The bench tries twenty of each mutant, and two hundred of the right parser, with four times as many trials. */
const SEED = '1';
const RIGHT_RUNS = 25;

/** Milliseconds: what is measured takes its time on a busy machine. */
const PATIENCE = 600_000;

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
    async ({ mutant }, { skip }) => {
      const found = await catchMutant(mutant, SEED);
      if (found instanceof Unclear) skip(`not measurable here: ${found.finding}`);
      expect(found).toBeTypeOf('string');
    },
  );
});

test('every property that is drawn and must or should hold catches some mutant', () => {
  const caught = new Set(MUTANTS.map(({ property }) => property));
  expect(DRAWN.map(({ id }) => id).filter((id) => !caught.has(id))).toEqual([]);
});

/** Whether a mutant's mistake shows in lines of today, by one seed. */
const showsToday = async (property: Property, { parser }: Mutant): Promise<boolean> =>
  typeof (await examine(Object.assign(parser(), { dialects: DIALECTS }), property, 'current', SEED)) === 'string';

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
    expect(await examine(new ReferenceParser(), property, dialect, SEED, RIGHT_RUNS)).toBeUndefined();
  });
});
