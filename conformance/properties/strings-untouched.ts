import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What is often made nicer: blanks at the ends, composed letters, case, entities, escapes, quotes, paths, numbers, words of other languages. */
const TEMPTING = [
  ' a',
  'a ',
  '\ta\n',
  '\u00a0a\u3000',
  '  ',
  'a  b',
  'a\r\nb',
  'e\u0301',
  '\u00e9',
  '\u212b',
  '\ufb01',
  '\ufeffa',
  'a\u200bb',
  'a\u00adb',
  'ADA',
  'Stra\u00dfe',
  '\u0130',
  '&amp;',
  '&#233;',
  '<b>a</b>',
  '%41',
  '%',
  'a+b',
  '\\n',
  '\\u0041',
  '\\',
  '\\\\',
  '/',
  '\\/',
  '"',
  '""',
  "'",
  '`',
  '\u2018a\u2019',
  '\u201ca\u201d',
  '$&',
  '{}',
  '${a}',
  '%s',
  'null',
  'None',
  'undefined',
  'NaN',
  'true',
  '0',
  '007',
  '1.0',
  '1e5',
  '-',
  '\0',
  'a\0b',
  '\x7f',
  '\x1b[0m',
  '../a',
  'a;b',
  'a,b',
  '#',
  'a|b',
  '=1+1',
];
const tempting = fc.constantFrom(...TEMPTING);
const values = { ...LOG_LIKE, text: tempting, fields: { username: tempting, agent: tempting, host: tempting } };

export const stringsUntouched: TrialProperty = {
  id: 'strings-untouched',
  level: 'must',
  depth: 'fields',
  statement: 'Strings are not trimmed, normalised, case-folded, unescaped or otherwise made nicer.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(linesFrom(values, dialect), 1, 3).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['fields'] })),
        ),
      ],
    })),
};
