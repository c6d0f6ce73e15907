import type { LineFault } from '../fault.ts';
import { flip } from './flip.ts';

const HIGH = 7;

/** As any flipped bit; this one takes a byte out of ASCII. */
export const highBitFlipped: LineFault = {
  scope: 'line',
  id: 'high-bit-flipped',
  level: 'bytes',
  wording: 'The highest bit of a byte is flipped, so that the line is no UTF-8.',
  verdict: 'reject',
  rule: 'line-utf8',
  break: ({ text }, random) => flip(text, random, HIGH, HIGH),
};
