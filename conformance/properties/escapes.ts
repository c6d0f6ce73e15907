import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';
import { PLAIN, spell, type Spelling } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

export const escapes: TrialProperty = {
  id: 'escapes',
  level: 'must',
  depth: 'fields',
  statement: 'A character and its escape are the same: \\u00e9 or the letter, \\/ or /.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(
        logLine(dialect),
        fc.constantFrom<Spelling['escaped'][]>('none', 'non-ascii', 'slashes', 'all', 'all, upper case'),
      )
      .map(([line, escaped]) => {
        const other = spell(line.fields, { ...PLAIN, escaped });
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
