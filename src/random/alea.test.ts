import { fc, test } from '@fast-check/vitest';
import seedrandom from 'seedrandom';
import { expect } from 'vitest';
import { alea } from './alea.ts';

test.prop([fc.string({ unit: 'binary' })], { numRuns: 1000 })('gives the numbers of seedrandom’s', (seed) => {
  const [ours, theirs] = [alea(seed), seedrandom.alea(seed)];
  for (let draw = 0; draw < 100; draw += 1) expect(ours()).toBe(theirs());
});
