import fc from 'fast-check';
import { either, mustAccept, labelled, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Every newline a chunk of its own. */
const apart = (bytes: Buffer): Uint8Array[] =>
  bytes
    .toString('latin1')
    .split(/(\n)/)
    .filter((piece) => piece !== '')
    .map((piece) => Buffer.from(piece, 'latin1'));

export const chunkNewlines: TrialProperty = {
  id: 'chunk-newlines',
  level: 'should',
  depth: 'lines',
  statement: 'A blank line is one line, though a chunk be nothing but its newline.',
  source: 'protocol: chunks',
  trials: (dialect) =>
    listOf(
      fc.oneof(
        fc.constant(either('')),
        logLine(dialect).map((line) => mustAccept(line)),
      ),
      1,
      4,
    ).map((lines) => {
      const items = [...lines, either('')].map((item, i) => labelled(item, `${i}`));
      return { steps: [log(dialect, items), log(dialect, items, { chunks: apart })] };
    }),
};
