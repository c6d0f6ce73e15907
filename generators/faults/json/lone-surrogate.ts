import { pick } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';
import { addToText } from '../free-text.ts';

const HALVES = ['\\ud83d', '\\udbff', '\\ude00', '\\udc00'];

/**
 * Programs that cut texts of UTF-16 between two halves, as JavaScript and Java do. JSON's grammar allows it; what it means is
 * not predictable (RFC 8259, section 8.2).
 */
export const loneSurrogate: LineFault = {
  scope: 'line',
  id: 'lone-surrogate',
  level: 'json',
  wording: 'A text holds the escape of half a surrogate pair.',
  verdict: 'either',
  rule: null,
  break: (line, random) => line.fields && addToText(line.text, random, pick(random, HALVES)),
};
