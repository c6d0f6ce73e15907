import { pick } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import { fieldFaults } from './field-fault.ts';

const MILLISECOND = SECOND / 1000;

/** 30 February, a thirteenth month, hour 24, second 60. */
const IMPOSSIBLE: readonly ((time: string) => string)[] = [
  (time) => `${time.slice(0, 5)}02-30${time.slice(10)}`,
  (time) => `${time.slice(0, 5)}13${time.slice(7)}`,
  (time) => `${time.slice(0, 11)}24${time.slice(13)}`,
  (time) => `${time.slice(0, 17)}60${time.slice(19)}`,
];

export const timeFaults = fieldFaults('time', 'time-format', [
  {
    // As many other logs have it.
    id: 'time-epoch',
    wording: 'A time is a number: seconds since 1970.',
    rule: 'field-type',
    change: (_time, _random, line) => line.time / SECOND,
  },
  {
    // A clock that counts wrong. Many parsers of dates turn it into another day in silence.
    id: 'time-impossible',
    wording: 'A time is one that never was: 30 February, a thirteenth month, hour 24 or second 60.',
    change: (time, random) => pick(random, IMPOSSIBLE)(time),
  },
  {
    // As JavaScript and MongoDB write it.
    id: 'time-milliseconds',
    wording: 'A time has three digits of a second, not six.',
    change: (time) => (time.includes('.') ? time.slice(0, -3) : `${time}.000`),
  },
  {
    // As mongoexport writes a date.
    id: 'time-mongo',
    wording: 'A time is an object with a $date: milliseconds since 1970.',
    rule: 'field-type',
    change: (_time, _random, line) => ({ $date: Math.floor(line.time / MILLISECOND) }),
  },
  {
    // As Python writes a time whose fraction is zero; in deployed logs such a line is a good one, of another instant.
    id: 'time-no-fraction',
    wording: 'A time has no fraction of a second.',
    dialects: ['documented'],
    change: (time) => time.slice(0, time.indexOf('.')),
  },
  {
    // As later versions of the platform write it: a time that knows its zone.
    id: 'time-offset',
    wording: 'A time has an offset from GMT.',
    change: (time, random) => time + pick(random, ['+00:00', 'Z', '-05:00']),
  },
  {
    // As Python prints a time, and as databases export it.
    id: 'time-space',
    wording: 'A time has a space in place of the T.',
    change: (time) => time.replace('T', ' '),
  },
]);
