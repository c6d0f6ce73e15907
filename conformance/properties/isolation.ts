import fc from 'fast-check';
import { anyBytesLine } from '../inputs/any-line.ts';
import { mustAccept, labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const isolation: TrialProperty = {
  id: 'isolation',
  level: 'must',
  depth: 'lines',
  statement: 'Any line, good or bad, leaves the answers to the lines before and after it as they were.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(listOf(logLine(dialect), 0, 2), anyBytesLine(dialect), listOf(logLine(dialect), 0, 2))
      .map(([a, other, b]) => {
        const before = a.map((line, i) => mustAccept(line, { same: `a${i}` }));
        const after = b.map((line, i) => mustAccept(line, { same: `b${i}` }));
        const between = labelled(other, 'l');
        const alone = [before, [between], after].filter((items) => items.length > 0);
        return { steps: [[...before, between, ...after], ...alone].map((items) => log(dialect, items)) };
      }),
};
