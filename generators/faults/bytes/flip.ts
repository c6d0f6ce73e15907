import { integer, type Stream } from '../../../src/base/random/index.ts';

/** A text with one bit of one of its bytes flipped, both picked by chance among some bits. */
export function flip(text: string, random: Stream, low: number, high: number): string {
  const at = integer(random, 0, text.length - 1);
  const bit = 1 << integer(random, low, high);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
}
