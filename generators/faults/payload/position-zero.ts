import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** A script that counts from 0. */
export const positionZero = placeFault(
  {
    id: 'position-zero',
    wording: 'A position in a sequence is 0.',
    verdict: 'reject',
    rule: 'position',
  },
  (node, key) => ofRule('position')(node, key) && node.minimum === 1,
  () => 0,
);
