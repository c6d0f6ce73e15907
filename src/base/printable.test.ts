import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { printable, printableBytes } from './printable.ts';

const anyText = fc.string({ unit: 'binary' });
const withSpellings = fc.string({
  unit: fc.constantFrom('\\', 'x41', '\n', '\u2028', '\u27e8', '\u27e9', 'U+000A', '0xFF', '\ud800'),
});

/** What a reader makes of a spelling. */
const read = (shown: string): string =>
  shown.replace(/\u27e8U\+([0-9A-F]{4,6})\u27e9/g, (_, number: string) => String.fromCodePoint(parseInt(number, 16)));

forAll([anyText])('what is shown is one line that no terminal obeys', (text) => {
  expect(printable(text)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
});

forAll([fc.string({ unit: fc.constantFrom(...'azAZ09 -/\\"äπ日😀⟩') })])(
  'what can be seen is shown as it is',
  (text) => {
    expect(printable(text)).toBe(text);
  },
);

forAll([fc.oneof(anyText, withSpellings)])('what is shown means one text', (text) => {
  expect(read(printable(text))).toBe(text);
});

forAll([fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }))])(
  'bytes are shown like the text that they are',
  (text) => {
    expect(printableBytes(Buffer.from(text))).toBe(printable(text));
  },
);

test('a forged line, an escape sequence and a direction of writing are spelled', () => {
  expect(printable('a\n::error::b \u001b[2J \u202e \ud800 \u{e0041}')).toBe(
    'a⟨U+000A⟩::error::b ⟨U+001B⟩[2J ⟨U+202E⟩ ⟨U+D800⟩ ⟨U+E0041⟩',
  );
});

test('a backslash is the text’s own, a byte that is no UTF-8 is none of it', () => {
  expect(printableBytes(Buffer.from('"\\x41\\n" A\xff\xc3\xa9\xc3', 'latin1'))).toBe('"\\x41\\n" A⟨0xFF⟩é⟨0xC3⟩');
});
