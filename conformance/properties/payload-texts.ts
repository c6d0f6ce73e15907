import fc from 'fast-check';
import { eventTypesOf, type KnownEventType, type RuleId } from '../../src/spec/index.ts';
import { mustAccept, log } from '../inputs/compose.ts';
import { LOG_LIKE } from '../inputs/value-generators.ts';
import { linesFrom } from '../inputs/log-line.ts';
import { SAMPLES } from '../inputs/samples.ts';
import type { ValueGenerators } from '../inputs/payload.ts';
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

const BLANKS = [' ', '   ', '\t', '\u00a0'];

/** Texts of a pattern that begin or end with a blank: few patterns allow that. */
const padded = (pattern: string, rule: RuleId | undefined): string[] =>
  ((rule && SAMPLES[rule]) ?? [])
    .flatMap((sample) => BLANKS.flatMap((blank) => [blank + sample.trim(), sample.trim() + blank]))
    .filter((text) => new RegExp(pattern, 'u').test(text));

/** Whether a payload has a text of a pattern that may begin or end with a blank. */
function hasPadded({ shape: { payload } }: KnownEventType): boolean {
  let found = false;
  JSON.stringify(payload, (_, node: unknown) => {
    const { pattern, rule } = (node ?? {}) as { readonly pattern?: unknown; readonly rule?: RuleId };
    if (typeof pattern === 'string') found ||= padded(pattern, rule).length > 0;
    return node;
  });
  return found;
}

const text = fc.constantFrom(...TEXTS);
const id = fc.constantFrom(...IDS);
const values: ValueGenerators = {
  ...LOG_LIKE,
  text,
  formText: text,
  key: id,
  answerId: id,
  input: id,
  matching: (pattern, rule) => {
    const texts = padded(pattern, rule);
    return texts.length > 0 ? fc.constantFrom(...texts) : LOG_LIKE.matching(pattern, rule);
  },
};

export const payloadTexts: TrialProperty = {
  id: 'payload-texts',
  level: 'must',
  depth: 'payload',
  statement:
    'Texts and ids in payloads are not trimmed, unescaped or read as something else: entities in msg, a blank before an id, answers such as 007.',
  source: 'format: Server events',
  trials: (dialect) => {
    const any = linesFrom(values, dialect, ({ shape }) => shape.encoding !== 'empty');
    const isPadded = eventTypesOf(dialect).some(hasPadded);
    const lines = isPadded
      ? fc.oneof({ arbitrary: any, weight: 4 }, { arbitrary: linesFrom(values, dialect, hasPadded), weight: 1 })
      : any;
    return lines.map((line) => ({ steps: [log(dialect, [mustAccept(line, { about: ['event'] })])] }));
  },
};
