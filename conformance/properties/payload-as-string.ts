import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import type { Json } from '../../src/line/index.ts';
import { EARLY_DIALECTS, eventTypeOf } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { encodeParts } from '../inputs/encode-parts.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Answers yes or no by some numbers, again and again. */
function chooser(which: readonly number[]): () => boolean {
  let index = -1;
  return () => which[(index += 1) % which.length] === 1;
}

export const payloadAsString: TrialProperty = {
  id: 'payload-as-string',
  level: 'must',
  depth: 'payload',
  statement:
    'An object payload, or a string that encodes it, reads the same; so do correct_map, state, answers and queuestate inside.',
  source: 'format: Common fields',
  dialects: EARLY_DIALECTS,
  trials: (dialect) =>
    fc
      .tuple(
        linesFrom(LOG_LIKE, dialect, ({ shape }) => shape.encoding === 'object'),
        fc.boolean(),
        listOf(fc.nat(1), 1, 6),
      )
      .map(([line, whole, which]) => {
        const { source, name } = { source: line.record.event_source, name: line.record.event_type };
        const { payload } = eventTypeOf(dialect, source, name)![dialect]!;
        const inner = encodeParts(line.record.event as Json, payload, chooser(which));
        const event = whole ? dumps(inner) : inner;
        return {
          steps: [
            log(dialect, [
              mustAccept(line, { about: ['event'] }),
              mustAccept(line, { about: ['event'], text: dumps({ ...line.fields, event }) }),
            ]),
          ],
        };
      }),
};
