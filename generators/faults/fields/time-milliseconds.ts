import { fieldFault } from './field-fault.ts';

/** As JavaScript and MongoDB write it. */
export const timeMilliseconds = fieldFault(
  {
    id: 'time-milliseconds',
    wording: 'A time has three digits of a second, not six.',
    verdict: 'reject',
    rule: 'time-format',
  },
  'time',
  (time) => (time.includes('.') ? time.slice(0, -3) : `${time}.000`),
);
