import { pick } from '../../../src/base/random/index.ts';
import { ofRule } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** The deployed scripts read numbers back from the page; what they find there may be none. */
export const positionNotDigits = placeFault(
  {
    id: 'position-not-digits',
    wording: 'A position that may be text is one that is no digits.',
    verdict: 'reject',
    rule: 'position',
    dialects: ['deployed'],
  },
  (node, key) => ofRule('position')(node, key) && node.type !== 'integer',
  (_, random) => pick(random, ['', '2.5', 'NaN', 'undefined']),
);
