import fc from 'fast-check';
import { mustReject, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const notANumber: TrialProperty = {
  id: 'not-a-number',
  level: 'should',
  depth: 'lines',
  statement: 'NaN and Infinity, which are no JSON, are refused.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(logLine(dialect), fc.constantFrom('NaN', 'Infinity', '-Infinity'), fc.boolean())
      .map(([{ text }, number, first]) => {
        const line = first ? `{"x": ${number}, ${text.slice(1)}` : `${text.slice(0, -1)}, "x": ${number}}`;
        return { steps: [log(dialect, [mustReject(line)])] };
      }),
};
