import fc from 'fast-check';
import { anyLine } from '../inputs/any-line.ts';
import { labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

export const order: TrialProperty = {
  id: 'order',
  level: 'must',
  depth: 'lines',
  statement: 'Lines in another order, or repeated, are answered as they were.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(listOf(anyLine(dialect), 1, 3), listOf(fc.nat(2), 1, 5)).map(([lines, indices]) => {
      const items = lines.map((item, i) => labelled(item, `${i}`));
      return {
        steps: [
          log(dialect, items),
          log(
            dialect,
            indices.map((index) => items[index % items.length]!),
          ),
        ],
      };
    }),
};
