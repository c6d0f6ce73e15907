import { mustAccept, log, type Item } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Decoded payloads are for the properties of each event type. */
function withoutPayload({ bytes, expected }: Item): Item {
  const { payload: _, ...truth } = expected.truth!;
  return { bytes, expected: { ...expected, truth } };
}

export const commonFields: TrialProperty = {
  id: 'common-fields',
  level: 'must',
  depth: 'fields',
  statement: 'Every common field arrives as the line has it, and event too where the parser does not decode it.',
  source: 'format: Common fields',
  trials: (dialect) =>
    listOf(logLine(dialect), 1, 3).map((lines) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => withoutPayload(mustAccept(line, { about: ['fields', 'event'] }))),
        ),
      ],
    })),
};
