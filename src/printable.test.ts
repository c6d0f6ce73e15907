import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { printable } from './printable.ts';

const anyText = fc.string({ unit: 'binary' });

test.prop([anyText])('what is shown is one line that no terminal obeys', (text) => {
  expect(printable(text)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u);
});

test.prop([fc.string({ unit: fc.constantFrom(...'azAZ09 -/\\"äπ日😀') })])('what can be seen is shown as it is', (text) => {
  expect(printable(text)).toBe(text);
});

test('a forged line, an escape sequence and a direction of writing are spelled', () => {
  expect(printable('a\n::error::b \u001b[2J \u202e \ud800')).toBe('a\\u000a::error::b \\u001b[2J \\u202e \\ud800');
});
