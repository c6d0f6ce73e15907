import { pick } from '../../../src/random/index.ts';
import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** Later versions of the platform know the first. */
export const correctnessUnknown = placeFault(
  {
    id: 'correctness-unknown',
    wording: 'A correct_map entry has an unknown correctness.',
    verdict: 'reject',
    rule: 'correctness',
  },
  ofRule('correctness'),
  (_, random) => pick(random, ['partially-correct', 'Correct', '']),
);
