import fc from 'fast-check';
import { either, mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const blankLines: TrialProperty = {
  id: 'blank-lines',
  level: 'should',
  depth: 'lines',
  statement: 'Blank lines are answered alike, and disturb no other line.',
  source: 'protocol: lines',
  trials: (dialect) =>
    listOf(
      fc.oneof(
        logLine(dialect).map((line) => mustAccept(line, { about: ['fields'] })),
        fc.constant(either('', 'blank')),
      ),
      1,
      5,
    ).map((items) => ({
      steps: [log(dialect, [...items, either('', 'blank')])],
    })),
};
