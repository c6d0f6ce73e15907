import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claims } from '../subjects/subject.ts';
import { exactJson } from '../subjects/exact-json.ts';
import { integerDifferences } from './integers.ts';

const claims = (language: string): Claims => ({
  parser: 'x',
  version: '',
  language,
  depth: 'payload',
  dialects: [],
  strict: [],
  archives: false,
  limits: {},
  skip: [],
  window: 1,
});
const differs = (digits: string, text: string, language = 'python') =>
  [...integerDifferences({ '/event/seed': digits }, exactJson(`{"event": {"seed": ${text}}}`), claims(language))]
    .length > 0;

const HARD = '9007199254740993';
const NEAREST = '9007199254740992';

test('neighbours that are one double are two numbers', () => {
  expect(differs(HARD, HARD)).toBe(false);
  expect(differs(HARD, NEAREST)).toBe(true);
  expect(differs(HARD, `"${HARD}"`)).toBe(false);
  expect(differs('9223372036854775808', '9223372036854775807')).toBe(true);
  expect(differs('9223372036854775808', '-9223372036854775808')).toBe(true);
});

test('the nearest double is right only where there are no other numbers, or the parser does not say', () => {
  for (const language of ['JavaScript', 'typescript', 'Lua 5.1', ''])
    expect(differs(HARD, NEAREST, language)).toBe(false);
  for (const language of ['python', 'java', 'Go', 'perl']) expect(differs(HARD, NEAREST, language)).toBe(true);
  expect(differs('18446744073709551615', '18446744073709552000', 'javascript')).toBe(false);
  for (const other of ['9007199254740991', '9223372036854775807', '1', 'null', '"x"'])
    expect(differs(HARD, other, 'javascript')).toBe(true);
});

test('numbers compare by value, however they are written', () => {
  for (const spelled of [`${HARD}e0`, '9007199254740993.0', '9.007199254740993E15', '900719925474099300e-2'])
    expect(differs(HARD, spelled)).toBe(false);
  expect(differs(HARD, '9007199254740993.5')).toBe(true);
  expect(differs('100000000000000000000', '1e20')).toBe(false);
});

test('all else is read as JSON.parse does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value, (_, part: unknown) =>
        typeof part === 'number' && !Number.isSafeInteger(part) && Number.isInteger(part) ? 0 : part,
      );
      expect(exactJson(text)).toEqual(JSON.parse(text));
    }),
  );
  expect(exactJson('{"a \\" 9007199254740993": "9007199254740993", "b": 1e999999999}')).toEqual({
    'a " 9007199254740993': '9007199254740993',
    b: Infinity,
  });
});
