import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** A refusal of a later version. */
export const failureUnknown = placeFault(
  {
    id: 'failure-unknown',
    wording: 'A refused check or reset has an unknown reason.',
    verdict: 'reject',
    rule: 'payload-value',
    dialects: ['deployed'],
  },
  ofRule('payload-value'),
  () => 'late',
);
