import { ofRule, ofType } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** Half a page on, as arithmetic on floats gives it. */
export const positionFraction = placeFault(
  {
    id: 'position-fraction',
    wording: 'A position or page number is no integer.',
    verdict: 'reject',
    rule: 'payload-type',
  },
  (node, key) => ofRule('position')(node, key) && ofType('integer')(node, key),
  (position) => (position as number) + 0.5,
);
