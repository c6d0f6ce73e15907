import fc from 'fast-check';
import { good, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/leaves.ts';
import { linesFrom } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** What is often made nicer: entities and tags, blanks at the ends, escapes, words and numbers, other letters for the same. */
const TEXTS = [
  '&lt;b&gt; &amp;amp; &#233; &nbsp;',
  '<p class="hint">a</p>',
  '<br/>',
  ' a',
  'a ',
  '\ta\n',
  '\u00a0a',
  'a  b',
  'a\r\nb',
  '\ufeffa',
  '%41',
  'a+b',
  '\\n',
  '\\u0041',
  '\\\\',
  'a\0b',
  '\x1b[0m',
  'e\u0301',
  '\u212b',
  '18_19',
  '2013-03-04',
  '1e5',
  '007',
  '1.0',
  '42',
  '9007199254740993',
  'null',
  'true',
  'None',
  '{',
  '[1',
  '"a"',
  "'a'",
  '\u201ca\u201d',
  '',
  ' ',
];
const IDS = [
  ' i4x-MITx-6_00x-problem-L1_2_1',
  'i4x-MITx-6_00x-problem-L1_2_1 ',
  '\u00a02_1',
  '2_1',
  '18_19',
  '1e5',
  '007',
  '%41',
  'a+b',
  '&amp;',
  'null',
];

const text = fc.constantFrom(...TEXTS);
const id = fc.constantFrom(...IDS);
const leaves = { ...LOG_LIKE, text, formText: text, key: id, answerId: id, input: id };

export const payloadTexts: TrialProperty = {
  id: 'payload-texts',
  level: 'must',
  depth: 'payload',
  statement:
    'Texts and ids in payloads are not trimmed, unescaped or read as something else: entities in msg, a blank before an id, answers such as 007.',
  source: 'format: Server events',
  trials: (dialect) =>
    linesFrom(leaves, dialect, ({ shape }) => shape.encoding !== 'empty').map((line) => ({
      steps: [log(dialect, [good(line, { about: ['event'] })])],
    })),
};
