import { placeFault } from './place-fault.ts';

/** Partial credit: external graders give it to the deployed platform, and later versions write it. */
export const npointsFraction = placeFault(
  {
    id: 'npoints-fraction',
    wording: 'A correct_map entry has half a point.',
    verdict: 'reject',
    rule: 'payload-type',
    dialects: ['documented'],
  },
  (_, key) => key === 'npoints',
  () => 0.5,
);
