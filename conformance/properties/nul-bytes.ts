import fc from 'fast-check';
import { either, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const NULS = [
  '\0',
  '\0\0\0\0',
  '{\0}',
  '{"username": "\0"}',
  '{"username": "a\\u0000b"}',
  '\0{"username": "ada"}',
  '{"username": "ada"}\0',
  '{"user\0name": "ada"}',
  '\0'.repeat(512),
];
const withNul = fc.constantFrom(...NULS);

export const nulBytes: TrialProperty = {
  id: 'nul-bytes',
  level: 'must',
  depth: 'lines',
  statement: 'NUL bytes get one answer a line; nothing crashes or hangs.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), withNul, logLine(dialect)).map(([before, line, after]) => ({
      steps: [log(dialect, [mustAccept(before), either(line), mustAccept(after)], { want: 'verdicts' })],
    })),
};
