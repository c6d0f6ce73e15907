import { fieldFault } from './field-fault.ts';

/** As Python writes a time whose fraction is zero; in deployed logs such a line is a good one, of another instant. */
export const timeNoFraction = fieldFault(
  {
    id: 'time-no-fraction',
    wording: 'A time has no fraction of a second.',
    verdict: 'reject',
    rule: 'time-format',
    dialects: ['documented'],
  },
  'time',
  (time) => time.slice(0, time.indexOf('.')),
);
