import fc from 'fast-check';
import { mustReject, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

export const controlCharacters: TrialProperty = {
  id: 'control-characters',
  level: 'should',
  depth: 'lines',
  statement: 'A control character that stands in a string unescaped, which is no JSON, is refused.',
  source: 'format: A line',
  trials: (dialect) =>
    fc.tuple(logLine(dialect), fc.constantFrom('\0', '\x01', '\t', '\x1b', '\x1f')).map(([{ text }, control]) => ({
      steps: [log(dialect, [mustReject(text.replace('": "', `": "${control}`))])],
    })),
};
