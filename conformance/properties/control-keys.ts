import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { checksFrom } from '../inputs/checks.ts';

import type { TrialProperty } from './property.ts';

const KEYS = ['a\0b', '\0', 'a', 'a\0', '2_1', '2_1\x1f', '2_1\n', '\x1b[0m', '\x7f'];
const values = { ...LOG_LIKE, text: fc.constantFrom('', 'a'), answerId: fc.constantFrom(...KEYS) };

export const controlKeys: TrialProperty = {
  id: 'control-keys',
  level: 'must',
  depth: 'fields',
  statement: 'A key that holds a NUL or another control character, escaped, arrives as it is, or its line is refused.',
  source: 'protocol: strict',
  trials: (dialect) =>
    checksFrom(values, dialect).map((line) => {
      const { bytes, expected } = mustAccept(line, { about: ['event'] });
      return { steps: [log(dialect, [{ bytes, expected: { ...expected, verdict: 'either' } }])] };
    }),
};
