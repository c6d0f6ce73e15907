import { isAscii, isUtf8 } from 'node:buffer';

/** The text of a line's bytes; undefined when they are no UTF-8. Most lines are ASCII, which is read many times as fast. */
export function textOf(bytes: Buffer): string | undefined {
  const ascii = isAscii(bytes);
  return ascii || isUtf8(bytes) ? bytes.toString(ascii ? 'latin1' : 'utf8') : undefined;
}
