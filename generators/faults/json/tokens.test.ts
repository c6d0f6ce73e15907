/** Tokens are all of a line but its spaces, and what is written in their place stands where they stood. */
import fc from 'fast-check';
import { forAll } from '../../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { dumps } from '../../../src/line/dumps.ts';
import type { Json } from '../../../src/line/record.ts';
import { stream } from '../../../src/base/random/index.ts';
import { ValidLine } from '../valid-line.ts';
import { rewriteEach, rewriteOne, tokensOf, unitsOf } from './tokens.ts';

test('a line is taken apart', () => {
  const tokens = tokensOf(String.raw`{"a, \"b\\": [-1.5e+3, null], "c": "d: {"}`);
  expect(tokens.map(({ kind, text }) => (kind === text ? text : `${kind} ${text}`))).toEqual([
    '{',
    String.raw`key "a, \"b\\"`,
    ':',
    '[',
    'number -1.5e+3',
    ',',
    'word null',
    ']',
    ',',
    'key "c"',
    ':',
    'string "d: {"',
    '}',
  ]);
});

forAll([fc.jsonValue()])('any JSON is its tokens, where they say that they stand', (value) => {
  const text = dumps(value as Json);
  const tokens = tokensOf(text);
  expect(JSON.parse(tokens.map((token) => token.text).join(''))).toEqual(JSON.parse(text));
  expect(tokens.filter((token) => !text.startsWith(token.text, token.start))).toEqual([]);
});

forAll([fc.string({ unit: 'binary' })])('the units of a string are whole', (value) => {
  const units = unitsOf(dumps(value));
  expect(units.map((unit) => JSON.parse(`"${unit}"`) as string).join('')).toBe(value);
});

const line = new ValidLine('{"a": 1, "b": {"c": 2}}', 'documented');
const random = stream('test', 'tokens');

test('a token, or each of them, is written otherwise', () => {
  const one = Array.from({ length: 50 }, () => rewriteOne(line, random, ['number'], (token) => `+${token}`));
  expect(new Set(one)).toEqual(new Set(['{"a": +1, "b": {"c": 2}}', '{"a": 1, "b": {"c": +2}}']));
  expect(rewriteEach(line, random, ['key', '}'], (token) => token.toUpperCase().replace('}', ')'))).toBe(
    '{"A": 1, "B": {"C": 2))',
  );
});

test('a line without such tokens, and one that was cut, are left', () => {
  expect(rewriteOne(line, random, ['word'], () => '')).toBeUndefined();
  expect(rewriteEach(line, random, ['['], () => '')).toBeUndefined();
  expect(rewriteEach(new ValidLine('{"a": 1, "b', 'deployed'), random, ['number'], () => '')).toBeUndefined();
});
