import { pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

/** As later versions of the platform write it: a time that knows its zone. */
export const timeOffset = fieldFault(
  {
    id: 'time-offset',
    wording: 'A time has an offset from GMT.',
    verdict: 'reject',
    rule: 'time-format',
  },
  'time',
  (time, random) => time + pick(random, ['+00:00', 'Z', '-05:00']),
);
