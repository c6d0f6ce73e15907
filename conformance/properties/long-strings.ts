import fc from 'fast-check';
import { LINE_CUT, LINE_DROP, type Dialect } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { lineOf, requestedLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Where columns, buffers and the platform's own cuts end, and one more; mostly short, since long ones take their time. */
const LENGTHS = [
  256, 257, 513, 129, 1025, 2049, 256, 257, 513, 1025, 4097, 256, 513, 8193, 10_001, 16_385, 32_769, 65_537,
];
const UNITS = ['a', 'a', 'a', '\u00e9', '\u6771'];

/** Of an escaped character in a line: \u00e9. */
const ESCAPED = 6;
/** Where a line itself is cut, or not written, the string leaves room for the rest. */
const MOST: Record<Dialect, number> = { documented: Infinity, deployed: LINE_CUT / 2, current: LINE_DROP / 2 };

const field = fc.constantFrom('agent', 'username');

export const longStrings: TrialProperty = {
  id: 'long-strings',
  level: 'must',
  depth: 'fields',
  statement: 'Strings are not cut, at 255 characters or 512, 10,000 or 65,536.',
  source: 'format: Common fields',
  trials: (dialect) =>
    fc
      .tuple(requestedLine(dialect), fc.constantFrom(...LENGTHS), fc.constantFrom(...UNITS), field)
      .map(([{ record }, length, unit, name]) => {
        const allowed = Math.min(length, Math.floor(MOST[dialect] / (unit === 'a' ? 1 : ESCAPED)));
        return {
          steps: [
            log(dialect, [
              mustAccept(lineOf({ ...record, [name]: unit.repeat(allowed) }, dialect), { about: ['fields'] }),
            ]),
          ],
        };
      }),
};
