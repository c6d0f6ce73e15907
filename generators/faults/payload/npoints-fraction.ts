import { placeFault } from './place-fault.ts';

/** Partial credit: later versions of the platform write it. */
export const npointsFraction = placeFault(
  {
    id: 'npoints-fraction',
    wording: 'A correct_map entry has half a point.',
    verdict: 'reject',
    rule: 'payload-type',
  },
  (_, key) => key === 'npoints',
  () => 0.5,
);
