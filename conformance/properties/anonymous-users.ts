import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const values = { ...LOG_LIKE, fields: { ...LOG_LIKE.fields, username: fc.constant('') } };

export const anonymousUsers: TrialProperty = {
  id: 'anonymous-users',
  level: 'must',
  depth: 'fields',
  about: '/username',
  statement: 'The user of an event that nobody was logged in for is the empty string.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(linesFrom(values, dialect), 1, 3).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['fields'] })),
        ),
      ],
    })),
};
