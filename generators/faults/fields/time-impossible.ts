import { pick } from '../../../src/base/random/index.ts';
import { fieldFault } from './field-fault.ts';

const CHANGES: readonly ((time: string) => string)[] = [
  (time) => `${time.slice(0, 5)}02-30${time.slice(10)}`,
  (time) => `${time.slice(0, 5)}13${time.slice(7)}`,
  (time) => `${time.slice(0, 11)}24${time.slice(13)}`,
  (time) => `${time.slice(0, 17)}60${time.slice(19)}`,
];

/** A clock that counts wrong. Many parsers of dates turn it into another day in silence. */
export const timeImpossible = fieldFault(
  {
    id: 'time-impossible',
    wording: 'A time is one that never was: 30 February, a thirteenth month, hour 24 or second 60.',
    verdict: 'reject',
    rule: 'time-format',
  },
  'time',
  (time, random) => pick(random, CHANGES)(time),
);
