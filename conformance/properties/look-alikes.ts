import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { lineOf, linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What some language, table or YAML takes for a number, a date, a time, a truth or nothing at all. */
const NAMES = [
  '18_19',
  '2013-03-04',
  '1e5',
  'null',
  '007',
  '1E400',
  '0x1F',
  '0o17',
  '0b11',
  '1_000',
  '12',
  '-0',
  '+1',
  '.5',
  '1.',
  '1.0',
  '9007199254740993',
  '1d',
  '1L',
  '1,5',
  '12:30',
  '1:30:00',
  '20130304',
  '2013-03-04T09:30:00',
  'March-4',
  'Mar-13',
  'yes',
  'no',
  'on',
  'off',
  'y',
  'n',
  'true',
  'True',
  'TRUE',
  'None',
  'nil',
  'NULL',
  'NA',
  'N-A',
  'nan',
  'NaN',
  'inf',
  'Infinity',
  'undefined',
  '-',
  '~',
  '=1',
  '@ada',
  '_',
  '0',
];

/** Session keys of digits alone, and such as are numbers with an exponent. */
const SESSIONS = [
  '01234567890123456789012345678901',
  '12345678901234567890123456789012',
  '00000000000000000000000000000000',
  '11111111111111111111111111111e11',
  '0000000000000000000000000000000e',
  '1e234567890123456789012345678901',
  '99999999999999999999999999999999',
];

const name = fc.constantFrom(...NAMES);
const values = { ...LOG_LIKE, fields: { username: name, agent: name, host: name } };

export const lookAlikes: TrialProperty = {
  id: 'look-alikes',
  level: 'must',
  depth: 'fields',
  statement:
    'Text that looks like a number, a date or a word of a language stays text: a username 18_19, 1e5 or null, a session of 32 digits.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(fc.tuple(linesFrom(values, dialect), fc.constantFrom(...SESSIONS)), 1, 3).map((drawn) => {
      const lines = drawn.map(([{ record }, session]) =>
        lineOf(record.session ? { ...record, session } : record, dialect),
      );
      return {
        steps: [
          log(
            dialect,
            lines.map((line) => mustAccept(line, { about: ['fields'] })),
          ),
        ],
      };
    }),
};
