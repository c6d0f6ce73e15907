import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';
import type { Node } from './places.ts';

/** The least of the numbers that a value may be. */
const leastOf = ({ minimum, anyOf }: Node): number | undefined =>
  minimum ?? anyOf?.map(leastOf).find((least) => least !== undefined);

/** A script that counts from 0. */
export const positionZero = placeFault(
  {
    id: 'position-zero',
    wording: 'A position in a sequence is 0.',
    verdict: 'reject',
    rule: 'position',
  },
  (node, key) => ofRule('position')(node, key) && leastOf(node) === 1,
  () => 0,
);
