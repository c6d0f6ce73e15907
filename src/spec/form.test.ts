import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { formEncodedPattern, isFormEncoded } from './form.ts';

const pattern = new RegExp(formEncodedPattern('form'));
const literalPattern = new RegExp(formEncodedPattern('form-literal'), 'u');
const near = fc.string({
  unit: fc.constantFrom('input_', '=', '&', 'a', '%41', '%', '[]', '+', ' ', '"', '\n', 'é'),
  maxLength: 8,
});

forAll([near], { numRuns: 3000 })('the pattern and the test agree', (text) => {
  expect(isFormEncoded(text), text).toBe(pattern.test(text));
  expect(literalPattern.test(`"${text}"`), text).toBe(pattern.test(text));
});

test.each(['', 'input_=', 'input_a=b', 'input_a=b=c', 'input_a%5B%5D=1&input_a%5B%5D=2', "input_i4x-a_2_1=(~'+!*.)"])(
  '%j is a form',
  (text) => {
    expect(isFormEncoded(text)).toBe(true);
  },
);

test.each([
  'a=b',
  'input_a',
  '&input_a=b',
  'input_a=b&',
  'input_a=b&&input_c=d',
  'input_a=%4',
  'input_a=%zz',
  'input_a=b c',
  'input_[]=b',
])('%j is none', (text) => {
  expect(isFormEncoded(text)).toBe(false);
});

test.each(['a', '%20', 'a%20', '=', '&input_a=', '+'])('16 MiB of %j overflow nothing', (unit) => {
  const text = `input_a=${unit.repeat(Math.floor(2 ** 24 / unit.length))}`;
  expect(isFormEncoded(text)).toBe(true);
  expect(isFormEncoded(`${text}"`)).toBe(false);
});
