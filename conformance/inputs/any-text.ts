/** Arbitrary texts: of any script, with whatever writers and readers stumble over. */
import fc from 'fast-check';

/** Marks that some writer or reader has its own idea of. */
const MARKS = [
  '"',
  '\\',
  '/',
  '\0',
  '\b',
  '\n',
  '\r',
  '\t',
  '\x1f',
  '\x7f',
  '\x80',
  '\u2028',
  '\u2029',
  '\ufeff',
  '<',
  '&',
  '=',
  '+',
  '%',
  '%41',
  ' ',
  'é',
  'e\u0301',
  'Ж',
  '月',
  'ع',
  '😀',
  '\u{10ffff}',
];

/** First and last code points of some blocks: ASCII, Latin, Greek and Cyrillic, Hebrew and Arabic, Devanagari, kana, Han, Hangul, emoji. */
const BLOCKS = [
  [0x20, 0x7e],
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x52f],
  [0x5d0, 0x6ff],
  [0x900, 0x97f],
  [0x3041, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0x1f300, 0x1f64f],
] as const;
const SURROGATES = { first: 0xd800, count: 0x800 };

const inBlock = fc
  .oneof(...BLOCKS.map(([min, max]) => fc.integer({ min, max })))
  .map((code) => String.fromCodePoint(code));
const anywhere = fc
  .nat(0x10ffff - SURROGATES.count)
  .map((code) => String.fromCodePoint(code < SURROGATES.first ? code : code + SURROGATES.count));

/**
 * Text of any script, without halves of surrogate pairs: what form encoding can carry. fast-check's own units of such text
 * take half a second to build.
 */
export const wellFormedText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.constantFrom(...MARKS) }),
  fc.string({ unit: inBlock }),
  fc.string({ unit: anywhere }),
);

/** Any text that JSON can carry, halves of surrogate pairs included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: wellFormedText, weight: 9 },
  { arbitrary: fc.string({ unit: fc.constantFrom('\ud83d', '\ude00', '"', 'a') }), weight: 1 },
);

/** A key of an object whose keys are free, now and then one that JavaScript has its own idea of. */
export const anyKey: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'length', '', '0', '10', '2', 'a b', 'a', 'b', 'a~1b/c'),
  anyText,
);

/** The same text without what no answer id may hold. */
export const withoutControls = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.map((text) => text.replaceAll(/\p{Cc}/gu, ''));
