import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const acceptsLines: TrialProperty = {
  id: 'accepts-lines',
  level: 'must',
  depth: 'lines',
  statement: 'Every line that conforms is accepted.',
  source: 'format: A line',
  trials: (dialect) =>
    listOf(logLine(dialect), 1).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line)),
        ),
      ],
    })),
};
