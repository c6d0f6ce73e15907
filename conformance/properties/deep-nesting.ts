import fc from 'fast-check';
import { either, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const SHAPES: readonly ((depth: number) => string)[] = [
  (depth) => '['.repeat(depth) + ']'.repeat(depth),
  (depth) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
  (depth) => '['.repeat(depth),
  (depth) => '{"a":'.repeat(depth),
  (depth) => `{"username": "ada", "event": ${'['.repeat(depth)}${']'.repeat(depth)}}`,
  (depth) => `{"username": "ada", "event": ${JSON.stringify('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))}}`,
];

/** Each depth is twice the one before; most stacks end between 1,000 and 20,000. */
const DEEPEST = 15;
const nested = fc.tuple(fc.nat(DEEPEST), fc.constantFrom(...SHAPES)).map(([power, shape]) => shape(2 ** power));

export const deepNesting: TrialProperty = {
  id: 'deep-nesting',
  level: 'must',
  depth: 'lines',
  statement: 'Deeply nested JSON gets one answer a line; nothing crashes or hangs.',
  source: 'protocol: want',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), nested, logLine(dialect)).map(([before, deep, after]) => ({
      steps: [log(dialect, [mustAccept(before), either(deep), mustAccept(after)], { want: 'verdicts' })],
    })),
};
