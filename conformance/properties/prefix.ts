import fc from 'fast-check';
import { anyLine } from '../inputs/any-line.ts';
import { labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

export const prefix: TrialProperty = {
  id: 'prefix',
  level: 'must',
  depth: 'lines',
  statement: 'The first lines of a log are answered as in the whole log.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(listOf(anyLine(dialect), 1, 5), fc.nat(4)).map(([lines, length]) => {
      const items = lines.map((item, i) => labelled(item, `${i}`));
      return { steps: [log(dialect, items), log(dialect, items.slice(0, length % items.length))] };
    }),
};
