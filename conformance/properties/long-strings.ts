import fc from 'fast-check';
import { EARLY_DIALECTS, LINE_CUT } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Where columns, buffers and the platform's own cuts end, and one more; mostly short, since long ones take their time. */
const LENGTHS = [
  256, 257, 513, 129, 1025, 2049, 256, 257, 513, 1025, 4097, 256, 513, 8193, 10_001, 16_385, 32_769, 65_537,
];
const UNITS = ['a', 'a', 'a', '\u00e9', '\u6771'];

/** Of an escaped character in a line: \u00e9. */
const ESCAPED = 6;
/** A deployed line is itself cut, so there the string leaves room for the rest. */
const DEPLOYED_MOST = LINE_CUT / 2;

const field = fc.constantFrom('agent', 'username');

export const longStrings: TrialProperty = {
  id: 'long-strings',
  level: 'must',
  depth: 'fields',
  statement: 'Strings are not cut, at 255 characters or 512, 10,000 or 65,536.',
  source: 'format: Common fields',
  dialects: EARLY_DIALECTS,
  trials: (dialect) =>
    fc
      .tuple(logLine(dialect), fc.constantFrom(...LENGTHS), fc.constantFrom(...UNITS), field)
      .map(([{ record }, length, unit, name]) => {
        const allowed =
          dialect === 'deployed' ? Math.min(length, DEPLOYED_MOST / (unit === 'a' ? 1 : ESCAPED)) : length;
        return {
          steps: [
            log(dialect, [
              mustAccept(lineOf({ ...record, [name]: unit.repeat(allowed) }, dialect), { about: ['fields'] }),
            ]),
          ],
        };
      }),
};
