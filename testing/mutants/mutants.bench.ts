/** Prints, for every mutant, with how many of 20 seeds its property finds it, and whether the right one passes 200. */
import { DIALECTS } from '../../src/spec/index.ts';
import { PROPERTIES } from '../../conformance/properties/index.ts';
import { isMeasured } from '../../conformance/properties/property.ts';
import { catchMutant, examine, Unclear } from './examine.ts';
import { MUTANTS } from './index.ts';
import { ReferenceParser } from './reference-parser.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => `${i + 1}`);
const RIGHT_SEEDS = Array.from({ length: 200 }, (_, i) => `${i + 1}`);

let bad = 0;

console.log('mutants: seeds caught of 20\n');
for (const mutant of MUTANTS) {
  const { id, property, mistake } = mutant;
  let caught = 0;
  for (const seed of SEEDS) if (typeof (await catchMutant(mutant, seed)) === 'string') caught += 1;
  if (caught < SEEDS.length) bad += 1;
  console.log(`${id.padEnd(32)} ${property.padEnd(28)} ${`${caught}`.padStart(2)}  ${mistake}`);
}
console.log(`\n${MUTANTS.length - bad} of ${MUTANTS.length} are caught with all ${SEEDS.length} seeds\n`);

console.log(`the right parser: seeds passed of ${RIGHT_SEEDS.length}\n`);
for (const property of PROPERTIES.filter(({ level, depth }) => level !== 'may' && depth !== 'strict')) {
  for (const dialect of isMeasured(property) ? DIALECTS.slice(0, 1) : DIALECTS) {
    const seeds = isMeasured(property) ? SEEDS : RIGHT_SEEDS;
    const found = [];
    for (const seed of seeds) found.push(await examine(new ReferenceParser(), property, dialect, seed));
    const [passed, unclear] = [
      found.filter((each) => each === undefined).length,
      found.filter((each) => each instanceof Unclear).length,
    ];
    if (passed + unclear < seeds.length) bad += 1;
    console.log(
      `${property.id.padEnd(40)} ${dialect.padEnd(12)} ${passed} of ${seeds.length}${unclear > 0 ? `, ${unclear} not measurable here` : ''}`,
    );
  }
}

process.exitCode = bad > 0 ? 1 : 0;
