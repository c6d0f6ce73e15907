import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test } from 'vitest';
import { wellFormedText } from '../../conformance/inputs/any-text.ts';
import { formInputs } from '../../conformance/inputs/payload.ts';
import { isFormEncoded } from '../spec/index.ts';
import { decodeForm, encodeForm, type Inputs } from './form.ts';

/** The platform's own decoder, with values gathered by key. */
function byUrlSearchParams(text: string): Inputs {
  const params = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const values = params.getAll(key);
      return [key, values.length > 1 || key.endsWith('[]') ? values : values[0]!];
    }),
  );
}

const unit = fc.constantFrom(
  'a',
  '1',
  '=',
  '+',
  '%20',
  '%2B',
  '%26',
  '%3D',
  '%25',
  '%C3%A9',
  '%F0%9F%98%80',
  '%5B%5D',
  '/',
  "'",
  '*',
);
const pair = fc.tuple(
  fc.string({ unit: unit.filter((text) => text !== '='), maxLength: 2 }),
  fc.string({ unit, maxLength: 4 }),
);
const encoded = fc.array(pair.map(([key, value]) => `input_${key}=${value}`)).map((pairs) => pairs.join('&'));

describe('a form', () => {
  forAll([formInputs])('decodes to what was encoded', (inputs) => {
    const text = encodeForm(inputs);
    expect(isFormEncoded(text)).toBe(true);
    expect(decodeForm(text)).toEqual(inputs);
  });

  forAll([fc.oneof(fc.string({ unit: 'binary-ascii', maxLength: 200 }), wellFormedText)])(
    'escapes what encodeURIComponent escapes, and spaces as a plus',
    (text) => {
      expect(encodeForm({ a: text })).toBe(`a=${encodeURIComponent(text).replaceAll('%20', '+')}`);
    },
  );

  forAll([encoded])('decodes as URLSearchParams says', (text) => {
    expect(isFormEncoded(text)).toBe(true);
    expect(decodeForm(text)).toEqual(byUrlSearchParams(text));
  });

  forAll([fc.dictionary(wellFormedText, wellFormedText, { noNullPrototype: true })])(
    'is read by URLSearchParams',
    (inputs) => {
      expect([...new URLSearchParams(encodeForm(inputs))]).toEqual(Object.entries(inputs));
    },
  );
});

test.each<[Inputs, string]>([
  [{}, ''],
  [{ input_a: '' }, 'input_a='],
  [{ input_a: 'x y', input_b: "(~'!*.-_)" }, "input_a=x+y&input_b=(~'!*.-_)"],
  [{ 'input_a[]': ['é', '😀'] }, 'input_a%5B%5D=%C3%A9&input_a%5B%5D=%F0%9F%98%80'],
  [{ 'input_a=b': '&=%+' }, 'input_a%3Db=%26%3D%25%2B'],
  [{ input_a: ['1', '2'] }, 'input_a=1&input_a=2'],
])('%j is written %s', (inputs, text) => {
  expect(encodeForm(inputs)).toBe(text);
  expect(decodeForm(text)).toEqual(inputs);
});

test('the first = parts a pair', () => {
  expect(decodeForm('a=b=c&d')).toEqual({ a: 'b=c', d: '' });
});

test('keys keep together and in order of their first coming', () => {
  expect(Object.entries(decodeForm('b=1&a=2&b=3'))).toEqual([
    ['b', ['1', '3']],
    ['a', '2'],
  ]);
});

test('half a surrogate pair cannot be encoded, and broken UTF-8 not be decoded', () => {
  expect(() => encodeForm({ input_a: '\ud83d' })).toThrow(URIError);
  for (const text of ['a=%ff', 'a=%C3', 'a=%', 'a=%zz']) expect(() => decodeForm(text)).toThrow(URIError);
});
