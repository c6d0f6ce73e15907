import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const context: TrialProperty = {
  id: 'context',
  level: 'must',
  depth: 'fields',
  about: '/context',
  statement:
    'A context arrives as the line has it: its keys differ by kind of line, and user_id, null for nobody, is not there in a worker’s.',
  source: 'format: Context',
  dialects: ['current'],
  trials: (dialect) =>
    listOf(logLine(dialect), 1, 4).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['fields'] })),
        ),
      ],
    })),
};
