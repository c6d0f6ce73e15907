import fc from 'fast-check';
import { tryJson } from '../../src/line/decode.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { logLine } from './log-line.ts';

/** A line that ends inside its JSON: any beginning of a line, none of which is JSON. */
export const cutLine = (dialect: Dialect): fc.Arbitrary<string> =>
  fc.tuple(logLine(dialect), fc.nat()).map(([{ text }, position]) => text.slice(0, 1 + (position % (text.length - 1))));

/** Texts that somebody might take for a record, none of which is JSON (RFC 8259). */
const NOT_JSON = [
  'x',
  '}',
  '{',
  '{]',
  "{'username': 'ada'}",
  '{username: "ada"}',
  '{"username": "ada",}',
  '{"username": ada}',
  '{"username" "ada"}',
  '{"username": "ada" "session": ""}',
  '{"username": "ada", , "session": ""}',
  '{"username": }',
  '{"username": "ada"',
  '{"username": "ada}',
  '{"username": "ada"}}',
  '{"username": "ada"}{"username": "ada"}',
  '{"username": "ada"} {"username": "ada"}',
  '{"username": "ada"},',
  '{"username": "ada"} # a comment',
  '{"username": "ada" /* a comment */}',
  '{"username": True}',
  '{"username": None}',
  '{"username": undefined}',
  '{"username": nul}',
  '{"attempts": 01}',
  '{"attempts": +1}',
  '{"attempts": .5}',
  '{"attempts": 1.}',
  '{"attempts": 1e}',
  '{"attempts": 0x1}',
  '{"attempts": 1_000}',
  '{"username": "\\x61"}',
  '{"username": "\\u12"}',
  '{"username": "\\u12g4"}',
  '{"username": "a\\"}',
  '{{}}',
  '{,}',
  '{1: 2}',
  '{"a": [1, 2}',
  '{"a": [1 2]}',
  '{"a": [1,]}',
  '{"a": {"b": 1]}',
  "u'username'",
  'username,session,time,ip',
  '<134>Mar  4 09:30:00 prod-edxapp-001 {"username": "ada"}',
  '18.9.22.69 - - [04/Mar/2013:09:30:00 +0000] "GET / HTTP/1.1" 200 512',
  'Traceback (most recent call last):',
] as const;

/** A conforming line with one mark too many, too few or another one. */
const SPOILS: readonly ((text: string) => string)[] = [
  (text) => `${text}}`,
  (text) => `${text},`,
  (text) => `${text}${text}`,
  (text) => `${text} x`,
  (text) => `x ${text}`,
  (text) => text.slice(1),
  (text) => text.slice(0, -1),
  (text) => `${text.slice(0, -1)},}`,
  (text) => `${text.slice(0, -1)}]`,
  (text) => text.replace('": "', '" "'),
  (text) => text.replace('", "', '" "'),
  (text) => text.replace('{"', '{'),
  (text) => text.replace('{"username"', "{'username'"),
  (text) => `${text.slice(0, -1)}, "attempts": 01}`,
  (text) => `${text.slice(0, -1)}, "done": True}`,
  (text) => `${text.slice(0, -1)}, "agent": "\\x41"}`,
];

/** A line that is no JSON text, and is not only cut. */
export const nonJson = (dialect: Dialect): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...NOT_JSON),
      fc.tuple(logLine(dialect), fc.constantFrom(...SPOILS)).map(([{ text }, spoil]) => spoil(text)),
    )
    .filter((text) => tryJson(text) === undefined);

/** A line of JSON that is no object. */
export const nonObject = (dialect: Dialect): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      'null',
      'true',
      'false',
      '0',
      '-1.5e3',
      '42',
      '""',
      '"ada"',
      '[]',
      '[[]]',
      '[{}]',
      '["username", "ada"]',
      '[["username", "ada"]]',
    ),
    logLine(dialect).map(({ text }) => `[${text}]`),
    logLine(dialect).map(({ text }) => JSON.stringify(text)),
  );

/** A line that is no record at all: cut, no JSON, or no object. */
export const brokenLine = (dialect: Dialect): fc.Arbitrary<string> =>
  fc.oneof(nonObject(dialect), nonJson(dialect), cutLine(dialect));
