import { EARLY_DIALECTS } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const emptyPayloads: TrialProperty = {
  id: 'empty-payloads',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement: 'An empty payload is null, and its line is kept.',
  source: 'format: Browser events',
  dialects: EARLY_DIALECTS,
  trials: (dialect) =>
    listOf(
      linesFrom(LOG_LIKE, dialect, ({ shape }) => shape.encoding === 'empty'),
      1,
      4,
    ).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['event'] })),
        ),
      ],
    })),
};
