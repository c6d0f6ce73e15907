import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const lastLine: TrialProperty = {
  id: 'last-line',
  level: 'must',
  depth: 'lines',
  statement: 'A last line without newline counts.',
  source: 'protocol: lines',
  trials: (dialect) =>
    listOf(logLine(dialect), 1, 3).map((lines) => {
      const items = lines.map((line, i) => mustAccept(line, { same: `${i}` }));
      return { steps: [log(dialect, items, { lastNewline: '' }), log(dialect, items)] };
    }),
};
