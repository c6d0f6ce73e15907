import fc from 'fast-check';
import type { Json } from '../../src/line/index.ts';
import type { Dialect } from '../../src/spec/index.ts';
import { brokenLine } from './broken-line.ts';
import { mustReject, bytesOf, either, mustAccept, type Item } from './compose.ts';
import { tameBytes } from './hostile.ts';
import { logLine } from './log-line.ts';
import { PLAIN, spell } from './spelling.ts';

/** A line that conforms, or now and then one that is no record. */
export const anyLine = (dialect: Dialect): fc.Arbitrary<Item> =>
  fc.oneof(
    { arbitrary: logLine(dialect).map((line) => mustAccept(line)), weight: 3 },
    { arbitrary: brokenLine(dialect).map((line) => mustReject(line)), weight: 1 },
  );

/** A line of any kind: one that conforms, one that is no record, or arbitrary bytes without a newline. */
export const anyBytesLine = (dialect: Dialect): fc.Arbitrary<Item> =>
  fc.oneof(
    tameBytes.map((bytes) => either(bytes)),
    brokenLine(dialect).map((line) => mustReject(line)),
    logLine(dialect).map((line) => mustAccept(line)),
  );

/** A good line with its characters as they are, so that pieces may end inside them. */
export function unescaped(item: Item): Item {
  if (item.expected.verdict !== 'accept') return item;
  return { ...item, bytes: bytesOf(spell(JSON.parse(Buffer.from(item.bytes).toString()) as Json, PLAIN)) };
}
