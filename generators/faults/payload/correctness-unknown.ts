import { pick } from '../../../src/base/random/index.ts';
import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The deployed platform writes the first where an author’s own grader did not say; later versions know the second. */
export const correctnessUnknown = placeFault(
  {
    id: 'correctness-unknown',
    wording: 'A correct_map entry has an unknown correctness.',
    verdict: 'reject',
    rule: 'correctness',
    dialects: ['documented'],
  },
  ofRule('correctness'),
  (_, random) => pick(random, ['unknown', 'partially-correct', 'Correct', '']),
);
