import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { checksFrom } from '../inputs/checks.ts';

import type { TrialProperty } from './property.ts';

const ODD = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  ' ',
  'a.b',
  'a[0]',
  '$ref',
  '0',
  '10',
  '2',
  'A',
  'a',
  '\u00e9',
  'e\u0301',
];
const values = { ...LOG_LIKE, text: fc.constantFrom('', 'a'), answerId: fc.constantFrom(...ODD) };

export const oddKeys: TrialProperty = {
  id: 'odd-keys',
  level: 'must',
  depth: 'fields',
  statement: 'Keys such as __proto__, constructor, the empty one and a.b survive.',
  source: 'format: Server events',
  trials: (dialect) =>
    checksFrom(values, dialect).map((line) => ({
      steps: [log(dialect, [mustAccept(line, { about: ['event'] })])],
    })),
};
