import { placeFault } from './place-fault.ts';

/** A database that gives numbers as text. */
export const npointsText = placeFault(
  {
    id: 'npoints-text',
    wording: 'A correct_map entry has its points as text.',
    verdict: 'reject',
    rule: 'payload-type',
  },
  (_, key) => key === 'npoints',
  (points) => String(points ?? 1),
);
