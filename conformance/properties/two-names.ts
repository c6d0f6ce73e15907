import { eventTypesOf } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Names under which one line has an older word, and others none: seq_next, as it is no more at a sequence's end. */
const RELATED = new Set(
  eventTypesOf('current').flatMap(({ name, shape: { alias } }) => (alias === undefined ? [] : [name, alias])),
);

export const twoNames: TrialProperty = {
  id: 'two-names',
  level: 'must',
  depth: 'fields',
  about: '/name',
  statement: 'The name of an event, and the older word that event_type may have for it, both arrive.',
  source: 'format: Two names',
  dialects: ['current'],
  trials: (dialect) =>
    listOf(
      linesFrom(LOG_LIKE, dialect, ({ name }) => RELATED.has(name)),
      1,
      4,
    ).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { about: ['fields'] })),
        ),
      ],
    })),
};
