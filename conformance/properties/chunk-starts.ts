import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { lineOf, requestedLine } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

/** What some readers trim, skip or take for the start of something where a piece of text begins with it. */
const STARTS = ['\ufeff', '\n', ' ', '\u00a0', '\u00e9', '{', '}', '#', '\u{1f600}'];

const RAW = { ...PLAIN, escaped: 'raw' } as const;

/** Cuts before each of some bytes, and after it too where it is to be a chunk of its own. */
function cutAt(bytes: Buffer, start: string, alone: boolean): Uint8Array[] {
  const mark = Buffer.from(start);
  const cuts: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length))
    cuts.push(at, ...(alone ? [at + mark.length] : []));
  return [...cuts, bytes.length].map((end, i) => bytes.subarray(cuts[i - 1] ?? 0, end));
}

export const chunkStarts: TrialProperty = {
  id: 'chunk-starts',
  level: 'must',
  depth: 'lines',
  statement: 'A chunk that begins with U+FEFF, a blank or a newline, or is nothing else, is a piece like any other.',
  source: 'protocol: chunks',
  trials: (dialect) =>
    fc
      .tuple(listOf(requestedLine(dialect), 1, 3), fc.constantFrom(...STARTS), fc.boolean())
      .map(([lines, start, alone]) => {
        const agent = start === '\n' ? '' : `a${start}b`;
        const items = lines.map(({ record }) => {
          const line = lineOf({ ...record, agent }, dialect);
          return mustAccept(line, { text: spell(line.fields, RAW), about: ['fields'] });
        });
        return { steps: [log(dialect, items, { chunks: (bytes) => cutAt(bytes, start, alone) })] };
      }),
};
