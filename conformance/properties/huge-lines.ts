import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Mostly near the sizes of common buffers; a megabyte takes its time, so that it comes seldom. */
const SIZES = [
  4096, 8192, 16_384, 32_768, 65_536, 4096, 8192, 16_384, 32_768, 65_536, 4096, 8192, 16_384, 32_768, 65_536, 131_072,
  262_144, 1_048_576,
];

export const hugeLines: TrialProperty = {
  id: 'huge-lines',
  level: 'must',
  depth: 'lines',
  statement: 'A line of up to a megabyte is read, or beyond the limit that the parser states refused.',
  source: 'protocol: limits',
  dialects: ['documented'],
  trials: (dialect) =>
    fc
      .tuple(logLine('documented'), fc.constantFrom(...SIZES), logLine('documented'))
      .map(([{ record }, size, next]) => ({
        steps: [
          log(
            dialect,
            [
              mustAccept(lineOf({ ...record, agent: 'Mozilla/5.0 '.repeat(size / 12) }, 'documented')),
              mustAccept(next),
            ],
            { want: 'verdicts' },
          ),
        ],
      })),
};
