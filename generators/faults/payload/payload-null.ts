import { ofType } from './kinds.ts';
import { placeFault } from './place-fault.ts';

/** A value that the page's script did not have at hand. */
export const payloadNull = placeFault(
  {
    id: 'payload-null',
    wording: 'A part of a payload is null where it may not be.',
    verdict: 'reject',
    rule: 'payload-type',
  },
  ofType('string', 'integer', 'number', 'boolean', 'array', 'object'),
  () => null,
);
