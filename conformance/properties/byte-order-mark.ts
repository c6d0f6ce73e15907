import fc from 'fast-check';
import { good, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from '../property.ts';

const MARK = Buffer.from('\ufeff');

export const byteOrderMark: TrialProperty = {
  id: 'byte-order-mark',
  level: 'should',
  depth: 'lines',
  statement: 'A byte order mark at the start of a file disturbs nothing.',
  source: 'A line',
  trials: (dialect) =>
    fc.tuple(listOf(logLine(dialect), 1, 3), fc.boolean()).map(([lines, split]) => {
      const items = lines.map((line, i) => good(line, { same: `${i}` }));
      const chunks = (bytes: Buffer) => (split ? [MARK, bytes] : [Buffer.concat([MARK, bytes])]);
      return { steps: [log(dialect, items), log(dialect, items, { chunks })] };
    }),
};
