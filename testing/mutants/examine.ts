/** Tries one property of a parser, with whatever seed, up to its first failure; for tests and benches. */
import fc from 'fast-check';
import { hash } from '../../src/base/random/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { ParserSubject } from '../../conformance/subjects/in-process/parser-subject.ts';
import type { Parser } from '../../conformance/subjects/parser.ts';
import { PROPERTIES } from '../../conformance/properties/index.ts';
import { isMeasured, type Property, type TrialProperty } from '../../conformance/properties/property.ts';
import { CONFORM_DEFAULTS } from '../../conformance/runner/defaults.ts';
import { tryTrial } from '../../conformance/runner/try.ts';
import type { Trial } from '../../conformance/subjects/trial.ts';
import type { Mutant } from './kinds/mutant.ts';

/** @throws Error when there is no such property */
export function propertyOf(id: string): Property {
  const property = PROPERTIES.find((each) => each.id === id);
  if (!property) throw new Error(`there is no property ${id}`);
  return property;
}

const drawn = new Map<string, fc.Arbitrary<Trial>>();

/** A property's trials, made once: that takes longer than to draw from them. */
function trialsOf(property: TrialProperty, dialect: Dialect): fc.Arbitrary<Trial> {
  const key = `${property.id}/${dialect}`;
  const trials = drawn.get(key) ?? property.trials(dialect);
  drawn.set(key, trials);
  return trials;
}

/** What could not be measured here, on a busy machine: neither right nor wrong. */
export class Unclear {
  readonly finding: string;

  constructor(finding: string) {
    this.finding = finding;
  }
}

/**
 * What is wrong with a parser, by one property in one dialect; undefined when nothing is.
 *
 * @param seed as in a run: the trials are those that `edxgen conform --seed` draws
 * @param runs how many trials
 */
export async function examine(
  parser: Parser,
  property: Property,
  dialect: Dialect,
  seed: string,
  runs: number = CONFORM_DEFAULTS.runs,
): Promise<string | Unclear | undefined> {
  if (property.dialects && !property.dialects.includes(dialect)) return undefined;
  const subject = new ParserSubject(parser, CONFORM_DEFAULTS.timeout);
  if (isMeasured(property)) {
    const { failing, isUnclear, finding } = await property.measure(subject, dialect);
    return isUnclear ? new Unclear(finding) : failing && finding;
  }
  let wrong: string | undefined;
  const holds = fc.asyncProperty(trialsOf(property, dialect), async (trial) => {
    wrong = (await tryTrial(subject, trial)).mismatch?.message;
    return wrong === undefined;
  });
  await fc.check(holds, {
    seed: hash(seed, `${property.id}/${dialect}`, 0) | 0,
    numRuns: runs,
    endOnFailure: true,
  });
  return wrong;
}

/** What the property that must find a mutant says of it; undefined when it finds nothing. */
export async function catchMutant(
  { property: id, dialects, parser }: Mutant,
  seed: string,
): Promise<string | Unclear | undefined> {
  const property = propertyOf(id);
  for (const dialect of isMeasured(property) ? dialects.slice(0, 1) : dialects) {
    const wrong = await examine(parser(), property, dialect, seed);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}
