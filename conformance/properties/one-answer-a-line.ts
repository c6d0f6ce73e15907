import { anyLine } from '../inputs/any-line.ts';
import { log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

export const oneAnswerALine: TrialProperty = {
  id: 'one-answer-a-line',
  level: 'must',
  depth: 'lines',
  statement: 'Each line has one answer, in order, good and bad lines mixed.',
  source: 'protocol: lines',
  trials: (dialect) => listOf(anyLine(dialect), 2, 6).map((items) => ({ steps: [log(dialect, items)] })),
};
