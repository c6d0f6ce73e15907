import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** A chunk that ends between the two, or after both. */
const parted = (bytes: Buffer): Uint8Array[] =>
  bytes
    .toString('latin1')
    .split(/(?<=\r)|(?<=\n)/)
    .map((piece) => Buffer.from(piece, 'latin1'));

export const crlf: TrialProperty = {
  id: 'crlf',
  level: 'should',
  depth: 'lines',
  statement: 'Lines that end in \\r\\n are read like those that end in \\n.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(listOf(logLine(dialect), 1, 3), fc.constantFrom('\r\n', ''), fc.boolean())
      .map(([lines, lastNewline, cut]) => {
        const items = lines.map((line, i) => mustAccept(line, { same: `${i}` }));
        return {
          steps: [
            log(dialect, items),
            log(dialect, items, { newline: '\r\n', lastNewline, ...(cut && { chunks: parted }) }),
          ],
        };
      }),
};
