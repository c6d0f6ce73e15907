import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const sessions: TrialProperty = {
  id: 'sessions',
  level: 'must',
  depth: 'fields',
  about: '/session',
  statement: 'An undefined, an empty and a present session are told apart.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(logLine(dialect), 2, 5).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['fields'] })),
        ),
      ],
    })),
};
