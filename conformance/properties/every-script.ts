import fc from 'fast-check';
import { wellFormedText } from '../inputs/any-text.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom } from '../inputs/log-line.ts';
import { PLAIN, spell } from '../inputs/spelling.ts';

import type { TrialProperty } from './property.ts';

const SAMPLES = [
  '\u00e9',
  '\u00ff',
  '\u0416',
  '\u03c9',
  '\u05d0',
  '\u0639',
  '\u0939\u093f',
  '\u0e01',
  '\u6771\u4eac',
  '\u3042',
  '\ud55c',
  '\u{1f600}',
  '\u{1d4d0}',
  '\u{20000}',
  '\u{10ffff}',
  '\ufffd',
  '\uffff',
  '\ue000',
];
const scripts = fc.oneof(fc.constantFrom(...SAMPLES), wellFormedText);
const values = { ...LOG_LIKE, fields: { username: scripts, agent: scripts } };

export const everyScript: TrialProperty = {
  id: 'every-script',
  level: 'must',
  depth: 'fields',
  statement: 'Characters of every script, and those beyond the basic plane, survive, escaped or not.',
  source: 'format: Common fields',
  trials: (dialect) =>
    fc.tuple(linesFrom(values, dialect), fc.boolean()).map(([line, raw]) => {
      const text = raw ? spell(line.fields, PLAIN) : line.text;
      return { steps: [log(dialect, [mustAccept(line, { text, about: ['fields'] })])] };
    }),
};
