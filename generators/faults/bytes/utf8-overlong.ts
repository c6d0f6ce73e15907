import { pick } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';
import { rewriteInText } from '../free-text.ts';

/** How a UTF-8 character of so many bytes starts. */
const LEAD = { 2: 0xc0, 3: 0xe0, 4: 0xf0 };

/** An ASCII character in the form that UTF-8 has for characters of two, three or four bytes, as a binary string. */
export function overlong(character: string, bytes: 2 | 3 | 4): string {
  const code = character.charCodeAt(0);
  const units = Array.from({ length: bytes }, (_, place) => 0x80 | ((code >> (6 * (bytes - 1 - place))) & 0x3f));
  return String.fromCharCode(LEAD[bytes] | (units[0]! & 0x3f), ...units.slice(1));
}

/** Old or hostile encoders: a slash written so once slipped past checks of paths. */
export const utf8Overlong: LineFault = {
  scope: 'line',
  id: 'utf8-overlong',
  level: 'bytes',
  wording: 'A character is written in a UTF-8 form that is longer than needed.',
  verdict: 'reject',
  rule: 'line-utf8',
  break: ({ text }, random) => rewriteInText(text, random, (character) => overlong(character, pick(random, [2, 3, 4]))),
};
