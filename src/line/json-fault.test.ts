import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { describe, expect, test as plain } from 'vitest';
import { jsonFault } from './json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const marks = fc.string({
  unit: fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    'u',
    'n',
    '0',
    '1',
    '-',
    '+',
    '.',
    'e',
    ' ',
    '\n',
    'true',
    'null',
    'a',
    '00e9',
    '"a"',
    '"a": ',
  ),
  maxLength: 12,
});
/** JSON with a character taken out, put in, or the end cut off. */
const nearly = fc
  .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', '\\', '0', 'x'), fc.boolean())
  .map(([text, at, mark, cut]) => {
    const position = at % (text.length + 1);
    return cut ? text.slice(0, position) : text.slice(0, position) + mark + text.slice(position + 1);
  });

forAll([fc.oneof(marks, nearly, fc.json(), fc.string())], { numRuns: 2000 })(
  'a text has a fault when it is no JSON',
  (text) => {
    const fault = jsonFault(text);
    expect(fault === undefined).toBe(isJson(text));
    if (fault) expect(text.slice(fault.before, fault.before + fault.part.length)).toBe(fault.part);
  },
);

forAll([fc.json(), fc.nat()])('any beginning of JSON ends inside something, and at its end', (text, at) => {
  const beginning = text.slice(0, at % text.length);
  const fault = jsonFault(beginning);
  if (fault && !/[a-z]$/.test(beginning.trimEnd()))
    expect(fault).toMatchObject({ kind: expect.stringMatching(/^it (ends|is empty)/) });
});

describe.each([
  ['{"agent": "\\x41"}', 'unknown escape', '\\x', 11],
  ['{"agent": "\\u12g4"}', 'an escape without four hexadecimal digits', '\\u12g4', 11],
  ['{"agent": "a\tb"}', 'a control character in a string, not escaped', '\t', 12],
  ['{"done": True}', 'a word that JSON does not know', 'True', 9],
  ['{"attempts": 01}', 'a number that is none in JSON', '01', 13],
  ['{"a": 1,}', 'a comma with nothing after it', '', 8],
  ['[1, ]', 'a comma with nothing after it', '', 4],
  ["{'a': 1}", 'a key that is no string in double quotes', "'a'", 1],
  ['{"a" 1}', 'no colon after a key', '', 5],
  ['{"a": 1 "b": 2}', 'no comma, nor the end of an object', '"', 8],
  ['{"a": 1} x', 'more text after the end of the JSON', 'x', 9],
  ['{"a": "b', 'it ends inside a string', '', 8],
  ['{"a": {"b": 1}', 'it ends inside an object', '', 14],
  ['', 'it is empty', '', 0],
])('%j', (text, kind, part, before) => {
  plain(`${kind}`, () => expect(jsonFault(text)).toEqual({ kind, part, before }));
});

plain('depth costs no stack', () =>
  expect(jsonFault('['.repeat(1_000_000))).toMatchObject({ kind: 'it ends inside a list' }),
);
