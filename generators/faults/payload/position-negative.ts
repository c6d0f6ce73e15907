import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The first element’s predecessor. */
export const positionNegative = placeFault(
  {
    id: 'position-negative',
    wording: 'A position or page number is negative.',
    verdict: 'reject',
    rule: 'position',
  },
  ofRule('position'),
  (position) => (typeof position === 'number' ? -1 : '-1'),
);
