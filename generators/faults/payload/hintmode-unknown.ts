import { pick } from '../../../src/base/random/index.ts';
import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The two dialects differ here: each takes what the other does not. */
export const hintmodeUnknown = placeFault(
  {
    id: 'hintmode-unknown',
    wording: 'A correct_map entry has an unknown hintmode.',
    verdict: 'reject',
    rule: 'hintmode',
  },
  ofRule('hintmode'),
  (_, random) => pick(random, ['never', 1]),
);
