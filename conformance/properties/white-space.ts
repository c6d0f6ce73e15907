import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

export const whiteSpace: TrialProperty = {
  id: 'white-space',
  level: 'must',
  depth: 'fields',
  statement: 'White space around and between the tokens of a line does not matter.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), fc.constantFrom('', ' ', '\t', ' \t ')).map(([line, gap]) => {
      const other = spell(line.fields, { ...PLAIN, gap });
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
