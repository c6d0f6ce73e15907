import { fieldFault } from './field-fault.ts';

/** As Python prints a time, and as databases export it. */
export const timeSpace = fieldFault(
  {
    id: 'time-space',
    wording: 'A time has a space in place of the T.',
    verdict: 'reject',
    rule: 'time-format',
  },
  'time',
  (time) => time.replace('T', ' '),
);
