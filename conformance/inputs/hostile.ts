import fc from 'fast-check';
import { NEWLINE } from '../../src/store/byte-reader.ts';

/** Pieces that parsers stumble over, to be put together at random. */
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\\u',
  '\\ud83d',
  ',',
  ':',
  '0',
  '-',
  '1e999',
  'true',
  'null',
  '{"username": "',
  '", ',
  '\0',
  '\r',
  '\t',
  '\x1a',
  '\u2028',
  '\u{1f600}',
  ' ',
];

const bytes = fc.uint8Array({ maxLength: 24 }).map((array) => Buffer.from(array));
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => Buffer.from(parts.join('')));

/** What some readers take for the end of a line, as bytes: of ASCII, of Latin-1, and what U+2028 and U+2029 begin with. */
const TAKEN_FOR_ENDS = new Set([0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x85, 0xe2]);

/** Arbitrary bytes of one line, without a newline: never empty, which would be a blank line. */
export const hostileBytes: fc.Arbitrary<Buffer> = fc
  .oneof(bytes, pieces)
  .map((line) => Buffer.from(line.filter((byte) => byte !== NEWLINE)))
  .filter((line) => line.length > 0);

/** The same without what some readers take for the end of a line: for properties that are about something else. */
export const tameBytes: fc.Arbitrary<Buffer> = hostileBytes
  .map((line) => Buffer.from(line.filter((byte) => !TAKEN_FOR_ENDS.has(byte))))
  .filter((line) => line.length > 0);
