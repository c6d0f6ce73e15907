import fc from 'fast-check';
import { either, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const repeated = fc
  .tuple(
    fc.constantFrom('"username": "ada"', '"event": {"event": ""}', '"": null', '"__proto__": {}'),
    fc.integer({ min: 2, max: 500 }),
  )
  .map(([pair, count]) => `{${Array.from({ length: count }, () => pair).join(', ')}}`);

export const repeatedKeys: TrialProperty = {
  id: 'repeated-keys',
  level: 'must',
  depth: 'lines',
  statement: 'Keys that come many times get one answer a line; nothing crashes or hangs.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), repeated, logLine(dialect)).map(([before, line, after]) => ({
      steps: [log(dialect, [mustAccept(before), either(line), mustAccept(after)], { want: 'verdicts' })],
    })),
};
