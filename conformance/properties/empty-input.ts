import fc from 'fast-check';
import { log } from '../inputs/compose.ts';

import type { TrialProperty } from './property.ts';

export const emptyInput: TrialProperty = {
  id: 'empty-input',
  level: 'must',
  depth: 'lines',
  statement: 'No bytes are no lines, in however many empty chunks.',
  source: 'protocol: lines',
  trials: (dialect) =>
    fc.nat(3).map((count) => ({
      steps: [log(dialect, [], { chunks: () => Array.from({ length: count }, () => new Uint8Array()) })],
    })),
};
