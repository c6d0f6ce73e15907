import fc from 'fast-check';

const NEWLINE = 10;

/** Pieces that parsers stumble over, to be put together at random. */
const PIECES = ['{', '}', '[', ']', '"', '\\', '\\u', '\\ud83d', ',', ':', '0', '-', '1e999', 'true', 'null', '{"username": "', '", ', '\0', '\r', '\t', '\x1a', '\u2028', '\u{1f600}', ' '];

const bytes = fc.uint8Array({ maxLength: 24 }).map((array) => Buffer.from(array));
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => Buffer.from(parts.join('')));

/** Arbitrary bytes of one line, without a newline: never empty, which would be a blank line. */
export const hostileBytes: fc.Arbitrary<Buffer> = fc
  .oneof(bytes, pieces)
  .map((line) => Buffer.from(line.filter((byte) => byte !== NEWLINE)))
  .filter((line) => line.length > 0);
