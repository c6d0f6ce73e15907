import fc from 'fast-check';
import { anyLine, unescaped } from '../inputs/any-line.ts';
import { cutter } from '../inputs/chunks.ts';
import { labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';

import type { TrialProperty } from './property.ts';

export const chunks: TrialProperty = {
  id: 'chunks',
  level: 'must',
  depth: 'lines',
  statement: 'However the bytes are cut into chunks, one-byte and empty ones too, the answer is the same.',
  source: 'protocol: chunks',
  trials: (dialect) =>
    fc.tuple(listOf(anyLine(dialect), 1, 3), cutter, fc.boolean(), fc.boolean()).map(([lines, cut, raw, ended]) => {
      const items = lines.map((line, i) => labelled(raw ? unescaped(line) : line, `${i}`));
      const lastNewline = ended ? '\n' : '';
      return { steps: [log(dialect, items, { lastNewline }), log(dialect, items, { chunks: cut, lastNewline })] };
    }),
};
