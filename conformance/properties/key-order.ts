import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import { PLAIN, reorder, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

export const keyOrder: TrialProperty = {
  id: 'key-order',
  level: 'must',
  depth: 'fields',
  statement: 'The order of a line’s keys does not matter.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), fc.array(fc.nat(99), { minLength: 2, maxLength: 10 })).map(([line, order]) => {
      const other = spell(reorder(line.fields, order), PLAIN);
      return {
        steps: [
          log(dialect, [
            mustAccept(line, { same: 'line', about: ['fields'] }),
            mustAccept(line, { same: 'line', text: other }),
          ]),
        ],
      };
    }),
};
