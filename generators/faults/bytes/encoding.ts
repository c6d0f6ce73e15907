/** Lines in another encoding than UTF-8, and bytes that are none. */
import { chance, pick } from '../../../src/base/random/index.ts';
import { lineFaults } from '../fault.ts';
import { addToText, rewriteInText } from '../free-text.ts';

/** How a UTF-8 character of so many bytes starts. */
const LEAD = { 2: 0xc0, 3: 0xe0, 4: 0xf0 };

/** An ASCII character in the form that UTF-8 has for characters of two, three or four bytes, as a binary string. */
export function overlong(character: string, bytes: 2 | 3 | 4): string {
  const code = character.charCodeAt(0);
  const units = Array.from({ length: bytes }, (_, index) => 0x80 | ((code >> (6 * (bytes - 1 - index))) & 0x3f));
  return String.fromCharCode(LEAD[bytes] | (units[0]! & 0x3f), ...units.slice(1));
}

const SHARED = { level: 'bytes', verdict: 'reject', rule: 'line-utf8' } as const;

/** Bytes that are no UTF-8 where ASCII stands around them; each is added to a line's username or agent. */
const ADDED = [
  {
    // é, ü, ñ, ø, Å, ß. Tools of Windows and of older databases.
    id: 'latin-1',
    wording: 'A letter is written in Latin-1, as one byte.',
    added: ['\xe9', '\xfc', '\xf1', '\xf8', '\xc5', '\xdf'],
  },
  {
    // 😀, 𝒳 and 🎓 as Oracle's character set UTF8 and Java's modified UTF-8 write them.
    id: 'cesu-8',
    wording: 'A character beyond U+FFFF is written as two surrogates of three bytes each, CESU-8.',
    added: ['\xed\xa0\xbd\xed\xb8\x80', '\xed\xa0\xb5\xed\xb2\xb3', '\xed\xa0\xbc\xed\xbe\x93'],
  },
  {
    // The starts of é, €, and 😀. A program that cuts texts by bytes, not by characters.
    id: 'utf8-cut',
    wording: 'A text holds only the first bytes of a UTF-8 character.',
    added: ['\xc3', '\xe2', '\xe2\x82', '\xf0', '\xf0\x9f', '\xf0\x9f\x98'],
  },
  {
    // Bytes that continue a character where none began, and bytes that UTF-8 never holds. Noise of disks and of wires.
    id: 'utf8-invalid',
    wording: 'A text holds bytes that are no UTF-8.',
    added: [
      '\x80',
      '\xbf',
      '\x80\xbf\x80',
      '\xc0',
      '\xc1',
      '\xf5\x80\x80\x80',
      '\xf8\x88\x80\x80\x80',
      '\xfe',
      '\xff',
      '\xff\xff',
    ],
  },
];

export const encodingFaults = [
  ...lineFaults(
    SHARED,
    ADDED.map(({ id, wording, added }) => ({
      id,
      wording,
      break: ({ text }, random) => addToText(text, random, pick(random, added)),
    })),
  ),
  ...lineFaults(SHARED, [
    {
      // Old or hostile encoders: a slash written so once slipped past checks of paths.
      id: 'utf8-overlong',
      wording: 'A character is written in a UTF-8 form that is longer than needed.',
      break: ({ text }, random) =>
        rewriteInText(text, random, (character) => overlong(character, pick(random, [2, 3, 4]))),
    },
    {
      // What `>>` of Windows PowerShell adds to a file; with a byte order mark, as at the start of its output.
      id: 'utf-16',
      wording: 'A line is written in UTF-16, of either byte order, with its byte order mark.',
      whole: true,
      break: ({ whole }, random) =>
        chance(random, 0.5) ? `\xff\xfe${whole.replace(/./g, '$&\0')}` : `\xfe\xff${whole.replace(/./g, '\0$&')}`,
    },
  ]),
];
