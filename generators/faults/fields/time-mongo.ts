import { SECOND } from '../../../src/base/time.ts';
import { fieldFault } from './field-fault.ts';

const MILLISECOND = SECOND / 1000;

/** As mongoexport writes a date. */
export const timeMongo = fieldFault(
  {
    id: 'time-mongo',
    wording: 'A time is an object with a $date: milliseconds since 1970.',
    verdict: 'reject',
    rule: 'field-type',
  },
  'time',
  (_time, _random, line) => ({ $date: Math.floor(line.time / MILLISECOND) }),
);
