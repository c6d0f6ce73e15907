import fc from 'fast-check';
import { strangeLine } from '../inputs/any-line.ts';
import { good, labelled, log } from '../inputs/compose.ts';
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
      .tuple(listOf(logLine(dialect), 0, 2), strangeLine(dialect), listOf(logLine(dialect), 0, 2))
      .map(([a, strange, b]) => {
        const before = a.map((line, i) => good(line, { same: `a${i}` }));
        const after = b.map((line, i) => good(line, { same: `b${i}` }));
        const between = labelled(strange, 'l');
        const alone = [before, [between], after].filter((items) => items.length > 0);
        return { steps: [[...before, between, ...after], ...alone].map((items) => log(dialect, items)) };
      }),
};
