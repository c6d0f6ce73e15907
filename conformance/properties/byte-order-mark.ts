import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const MARK = Buffer.from('\ufeff');

/** In one piece with what follows, before it, or itself in pieces. */
const PIECES: readonly ((bytes: Buffer) => Uint8Array[])[] = [
  (bytes) => [Buffer.concat([MARK, bytes])],
  (bytes) => [MARK, bytes],
  (bytes) => [MARK.subarray(0, 1), Buffer.concat([MARK.subarray(1), bytes])],
  (bytes) => [MARK.subarray(0, 2), MARK.subarray(2), bytes],
];

export const byteOrderMark: TrialProperty = {
  id: 'byte-order-mark',
  level: 'should',
  depth: 'lines',
  statement: 'A byte order mark at the start of a file disturbs nothing.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(listOf(logLine(dialect), 1, 3), fc.constantFrom(...PIECES)).map(([lines, chunks]) => {
      const items = lines.map((line, i) => mustAccept(line, { same: `${i}` }));
      return { steps: [log(dialect, items), log(dialect, items, { chunks })] };
    }),
};
