import fc from 'fast-check';
import { either, log } from '../inputs/compose.ts';
import { hostileBytes } from '../inputs/hostile.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

export const arbitraryBytes: TrialProperty = {
  id: 'arbitrary-bytes',
  level: 'must',
  depth: 'lines',
  statement: 'Arbitrary bytes get one answer a line; nothing crashes or hangs.',
  source: 'protocol: What is a failure',
  trials: (dialect) =>
    fc
      .tuple(
        listOf(fc.oneof(hostileBytes, fc.constant(new Uint8Array())), 0, 5),
        hostileBytes,
        fc.constantFrom('\n', ''),
      )
      .map(([lines, last, lastNewline]) => ({
        steps: [
          log(
            dialect,
            [...lines, last].map((line) => either(line)),
            { want: 'verdicts', lastNewline },
          ),
        ],
      })),
};
