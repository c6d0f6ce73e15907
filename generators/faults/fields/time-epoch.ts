import { SECOND } from '../../../src/base/time.ts';
import { fieldFault } from './field-fault.ts';

/** As many other logs have it. */
export const timeEpoch = fieldFault(
  {
    id: 'time-epoch',
    wording: 'A time is a number: seconds since 1970.',
    verdict: 'reject',
    rule: 'field-type',
  },
  'time',
  (_time, _random, line) => line.time / SECOND,
);
