import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../conformance/inputs/any-text.ts';
import { escapeBrowser, escapePython, numberBrowser, quotePython } from './quote.ts';

const text = fc.oneof(
  anyText,
  fc.string({ unit: 'grapheme-ascii' }),
  fc.array(anyText, { minLength: 20 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  forAll([text])('is read back from what Python writes, which is printable ASCII', (given) => {
    const quoted = quotePython(given);
    expect(JSON.parse(quoted)).toBe(given);
    expect(quoted).toMatch(/^"[ -~]*"$/);
    expect(quoted).toBe(`"${escapePython(given)}"`);
  });

  forAll([text])('stands in a string of Python’s as a browser wrote it', (given) => {
    expect(`"\\"${escapeBrowser(given)}\\""`).toBe(quotePython(JSON.stringify(given)));
  });
});

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map((thousandths) => thousandths / 1000),
  fc.maxSafeInteger().map((thousandths) => thousandths / 1000),
  fc.integer({ min: 0, max: 100_000 }).map((sum) => 0.1 * sum),
);
forAll([number])('a number is written as JSON.stringify writes it', (given) => {
  expect(numberBrowser(given)).toBe(JSON.stringify(given));
});

test.each([
  ['plain', '"plain"', '\\"plain\\"'],
  ['"', '"\\""', '\\"\\\\\\"\\"'],
  ['\\', '"\\\\"', '\\"\\\\\\\\\\"'],
  ['/', '"/"', '\\"/\\"'],
  ['\b\f\n\r\t', '"\\b\\f\\n\\r\\t"', '\\"\\\\b\\\\f\\\\n\\\\r\\\\t\\"'],
  ['\0\x1f', '"\\u0000\\u001f"', '\\"\\\\u0000\\\\u001f\\"'],
  ['\x7f', '"\\u007f"', '\\"\\u007f\\"'],
  ['é', '"\\u00e9"', '\\"\\u00e9\\"'],
  ['\u2028', '"\\u2028"', '\\"\\u2028\\"'],
  ['😀', '"\\ud83d\\ude00"', '\\"\\ud83d\\ude00\\"'],
  ['\ud83d', '"\\ud83d"', '\\"\\\\ud83d\\"'],
])('%j', (given, python, browser) => {
  expect(quotePython(given)).toBe(python);
  expect(`\\"${escapeBrowser(given)}\\"`).toBe(browser);
});
