import fc from 'fast-check';
import { mustReject, mustAccept, log } from '../inputs/compose.ts';
import { listOf } from '../inputs/list.ts';
import { lineOf, logLine } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

const CHARACTERS = ['\u00e9', '\u6771', '\u{1f600}'];

export const endsInsideCharacter: TrialProperty = {
  id: 'ends-inside-character',
  level: 'must',
  depth: 'lines',
  statement: 'A file that ends inside a character ends with a line that is refused, like any line that is cut.',
  source: 'format: A line',
  trials: (dialect) =>
    fc
      .tuple(listOf(logLine(dialect), 0, 2), logLine(dialect), fc.constantFrom(...CHARACTERS), fc.nat(2))
      .map(([lines, { record }, character, position]) => {
        const whole = Buffer.from(spell({ ...lineOf({ ...record, agent: character }, dialect).fields }, PLAIN));
        const inside = 1 + (position % (Buffer.byteLength(character) - 1));
        const cut = whole.subarray(0, whole.lastIndexOf(`"${character}"`) + 1 + inside);
        return {
          steps: [
            log(dialect, [...lines.map((line) => mustAccept(line, { about: ['fields'] })), mustReject(cut)], {
              lastNewline: '',
            }),
          ],
        };
      }),
};
