import fc from 'fast-check';
import { mustReject, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What some language strips as white space, or skips, and JSON does not know. */
const BLANKS = [
  '\v',
  '\f',
  '\u00a0',
  '\x1c',
  '\x1f',
  '\u0085',
  '\u1680',
  '\u2003',
  '\u2028',
  '\u202f',
  '\u3000',
  '\ufeff',
];

const INSERTIONS: readonly ((text: string, blank: string) => string)[] = [
  (text, blank) => text + blank,
  (text, blank) => blank + text,
  (text, blank) => text.replace(': ', `:${blank}`),
  (text, blank) => `${text.slice(0, -1)}${blank}}`,
];

export const jsonWhiteSpace: TrialProperty = {
  id: 'json-white-space',
  level: 'should',
  depth: 'lines',
  statement:
    'White space that JSON does not know, such as \\x0b or U+00A0, around or between the tokens of a line makes it no JSON: it is refused.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(logLine(dialect), logLine(dialect), fc.constantFrom(...BLANKS), fc.constantFrom(...INSERTIONS))
      .map(([before, { text }, blank, insert]) => ({
        steps: [log(dialect, [mustAccept(before), mustReject(insert(text, blank))])],
      })),
};
