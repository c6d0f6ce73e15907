import fc from 'fast-check';
import { either, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

const NUMBERS = [
  '1e308',
  '1e309',
  '-1e309',
  '1e-400',
  '1e999999999',
  '-0',
  '-0.0',
  '9007199254740993',
  '18446744073709551616',
  '1e+9999',
  '0e99999',
];
const number = fc
  .oneof(
    fc.constantFrom(...NUMBERS),
    fc.nat(12).map((power) => '9'.repeat(2 ** power)),
    fc.nat(12).map((power) => `0.${'3'.repeat(2 ** power)}`),
  )
  .map((digits) => `{"username": "ada", "event_source": "server", "event": {"attempts": ${digits}}}`);

export const hugeNumbers: TrialProperty = {
  id: 'huge-numbers',
  level: 'must',
  depth: 'lines',
  statement: 'Huge numbers get one answer a line; nothing crashes or hangs.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), number, logLine(dialect)).map(([before, huge, after]) => ({
      steps: [log(dialect, [mustAccept(before), either(huge), mustAccept(after)], { want: 'verdicts' })],
    })),
};
