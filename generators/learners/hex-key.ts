import type { Stream } from '../../src/base/random/index.ts';

const HEX = '0123456789abcdef';

/** A key of hexadecimal digits, as sessions and queues have. */
export function hexKey(random: Stream, digits = 32): string {
  let key = '';
  while (key.length < digits) key += HEX[Math.floor(random() * 16)]!;
  return key;
}
