import { ofType } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** JavaScript reads numbers back from a page as text. */
export const payloadNumberAsText = placeFault(
  {
    id: 'payload-number-as-text',
    wording: 'A number of a payload is text.',
    verdict: 'reject',
    rule: 'payload-type',
  },
  ofType('integer', 'number'),
  (value) => String(value),
);
