import fc from 'fast-check';
import { dumps } from '../../src/line/dumps.ts';
import type { KnownEventType } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom, type LogLine } from '../inputs/log-line.ts';

import type { TrialProperty } from './property.ts';

/** Values that come out otherwise when decoding is done twice, in the wrong order, in another encoding, or not at all. */
const TEMPTING = [
  '+',
  ' ',
  'a b',
  '4+2',
  'a=b',
  '=',
  '==',
  '&',
  'a&b=c',
  '%',
  '100%',
  '%41',
  '%2B',
  '%25',
  '\u00e9',
  '\u6771\u4eac',
  '\u{1f600}',
  '"',
  "'",
  '\\',
  '\\u0041',
  '&amp;',
  '<b>',
  '#',
  '?',
  ';',
  '/',
  '~',
  '[]',
  '\n',
  '\r\n',
  '\t',
  '{"a": 1}',
  'null',
  '3.0',
  '007',
  ' a ',
];
const text = fc.constantFrom(...TEMPTING);
const values = { ...LOG_LIKE, formText: text };
/** Lists are what form-keys is about. */
const hasNoList = ({ record }: LogLine): boolean => !Object.values(record.event as object).some(Array.isArray);
const isForm = ({ shape }: KnownEventType) => shape.encoding.startsWith('form');

/** Other ways to write the same: escapes in lower case, a space as an escape, letters escaped that need not be. */
const RESPELLINGS: readonly ((form: string) => string)[] = [
  (form) => form,
  (form) => form.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
  (form) => form.replaceAll('+', '%20'),
  (form) =>
    form.replace(
      /(?<==[^&]*)[a-f](?![0-9A-Fa-f%])(?<!%.?.?)/g,
      (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
];

export const formDecoding: TrialProperty = {
  id: 'form-decoding',
  level: 'must',
  depth: 'payload',
  about: '/event',
  statement: 'Form encoding is undone once: + and percent escapes, with = and & in values, in UTF-8.',
  source: 'format: Browser events',
  trials: (dialect) =>
    fc
      .tuple(linesFrom(values, dialect, isForm).filter(hasNoList), fc.constantFrom(...RESPELLINGS))
      .map(([line, respell]) => {
        const event = respell(String(line.fields['event']));
        return {
          steps: [log(dialect, [mustAccept(line, { about: ['event'], text: dumps({ ...line.fields, event }) })])],
        };
      }),
};
