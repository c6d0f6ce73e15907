import fc from 'fast-check';
import { anyLine } from '../inputs/any-line.ts';
import { labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

export const concatenation: TrialProperty = {
  id: 'concatenation',
  level: 'must',
  depth: 'lines',
  statement: 'A log made of two is answered as the two are.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(listOf(anyLine(dialect), 1, 3), listOf(anyLine(dialect), 1, 3)).map(([a, b]) => {
      const first = a.map((item, i) => labelled(item, `a${i}`));
      const second = b.map((item, i) => labelled(item, `b${i}`));
      return { steps: [log(dialect, [...first, ...second]), log(dialect, first), log(dialect, second)] };
    }),
};
