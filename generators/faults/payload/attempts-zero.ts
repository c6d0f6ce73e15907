import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** A writer that counts the checks before this one. */
export const attemptsZero = placeFault(
  {
    id: 'attempts-zero',
    wording: 'A check’s attempts is 0.',
    verdict: 'reject',
    rule: 'attempts',
  },
  ofRule('attempts'),
  () => 0,
);
