import fc from 'fast-check';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { listOf } from '../inputs/list.ts';
import { linesFrom } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';
import type { Dialect } from '../../src/spec/index.ts';

import type { TrialProperty } from './property.ts';

/** What some languages' line splitters take for the end of a line; the control characters are escaped in JSON. */
const ENDS = ['\u2028', '\u2029', '\u0085', '\n', '\r', '\r\n', '\v', '\f', '\x1c', '\x1d', '\x1e'] as const;

const broken = fc
  .tuple(fc.constantFrom('', 'a'), fc.constantFrom(...ENDS), fc.constantFrom('', 'b'))
  .map((parts) => parts.join(''));
const values = { ...LOG_LIKE, text: broken, fields: { username: broken, agent: broken, host: broken } };

const RAW = { ...PLAIN, escaped: 'raw' } as const;

/** A \r between tokens is white space of JSON. */
const SPELLINGS = [RAW, { ...RAW, gap: '\r' }] as const;

/** Lines whose texts all stand in the line itself. */
const BARE: ReadonlySet<string> = new Set(['empty', 'object', 'value']);
const lineFrom = (dialect: Dialect) => linesFrom(values, dialect, ({ shape }) => BARE.has(shape.encoding));

export const newlineOnly: TrialProperty = {
  id: 'newline-only',
  level: 'must',
  depth: 'lines',
  statement:
    'Only \\n ends a line: U+2028, U+2029, U+0085 and escaped line ends inside strings do not, nor a \\r between tokens.',
  source: 'protocol: lines',
  trials: (dialect) =>
    fc.tuple(listOf(lineFrom(dialect), 1, 3), fc.constantFrom(...SPELLINGS)).map(([lines, spelling]) => ({
      steps: [
        log(
          dialect,
          lines.map((line) => mustAccept(line, { text: spell(line.fields, spelling), about: ['fields'] })),
        ),
      ],
    })),
};
