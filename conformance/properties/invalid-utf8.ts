import fc from 'fast-check';
import { mustReject, mustAccept, log } from '../inputs/compose.ts';
import { logLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** A byte that starts nothing, a character without its start or its end, an overlong one, half a surrogate pair, one too high; Latin-1. */
const INVALID = [
  [0xff],
  [0x80],
  [0xc3],
  [0xe2, 0x82],
  [0xc0, 0xaf],
  [0xe0, 0x80, 0xaf],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe9, 0x20],
] as const;

export const invalidUtf8: TrialProperty = {
  id: 'invalid-utf8',
  level: 'should',
  depth: 'lines',
  statement: 'A line that is no valid UTF-8 is refused.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(
        logLine(dialect),
        fc.constantFrom(...INVALID),
        logLine(dialect),
        fc.constantFrom('text', 'end', 'end of file'),
      )
      .map(([{ text }, bytes, other, where]) => {
        const position = where === 'text' ? text.indexOf('": "') + '": "'.length : text.length;
        const line = Buffer.concat([
          Buffer.from(text.slice(0, position)),
          Buffer.from(bytes),
          Buffer.from(text.slice(position)),
        ]);
        return {
          steps: [
            where === 'end of file'
              ? log(dialect, [mustAccept(other), mustReject(line)], { lastNewline: '' })
              : log(dialect, [mustReject(line), mustAccept(other)]),
          ],
        };
      }),
};
