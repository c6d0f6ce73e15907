import { RightParser, type Bytes } from '../right.ts';
import { changingField, changingStrings, mutants } from './mutant.ts';

const decoding = (how: (bytes: Buffer) => string) =>
  class extends RightParser {
    override decodeText(bytes: Bytes): string {
      return how(Buffer.from(bytes));
    }
  };

const cutAt = (length: number) => changingStrings((text) => text.slice(0, length));

export const textMutants = mutants({
  'latin-1': ['every-script', 'Decodes the bytes as Latin-1.', decoding((bytes) => bytes.toString('latin1'))],
  'bad-utf8-replaced': ['invalid-utf8', 'Takes replacement characters for bytes that are no UTF-8.', decoding((bytes) => bytes.toString('utf8'))],
  'bad-utf8-dropped': ['invalid-utf8', 'Leaves out bytes that are no UTF-8.', decoding((bytes) => bytes.toString('utf8').replaceAll('\ufffd', ''))],
  'astral-lost': ['every-script', 'Keeps characters of up to three bytes only, as MySQL’s utf8 does.', changingStrings((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?'))],
  'ascii-only': ['every-script', 'Keeps ASCII only.', changingStrings((text) => text.replace(/[^\x00-\x7f]/g, '?'))],
  'windows-1252': ['every-script', 'Keeps only what Western Europe’s code page can hold.', changingStrings((text) => text.replace(/[^\x00-\xff]/g, '?'))],
  'normalised-nfc': ['strings-untouched', 'Normalises strings to composed form.', changingStrings((text) => text.normalize('NFC'))],
  'normalised-nfd': ['strings-untouched', 'Normalises strings to decomposed form, as a Mac’s file names.', changingStrings((text) => text.normalize('NFD'))],
  'normalised-nfkc': ['strings-untouched', 'Folds compatible characters into one.', changingStrings((text) => text.normalize('NFKC'))],
  trimmed: ['strings-untouched', 'Trims strings.', changingStrings((text) => text.trim())],
  'trimmed-at-end': ['strings-untouched', 'Trims the ends of strings, as a database pads them.', changingStrings((text) => text.trimEnd())],
  'white-space-collapsed': ['strings-untouched', 'Makes every run of white space one space.', changingStrings((text) => text.replace(/\s+/g, ' '))],
  'newlines-converted': ['strings-untouched', 'Makes \\r\\n inside strings \\n.', changingStrings((text) => text.replaceAll('\r\n', '\n'))],
  'controls-stripped': ['strings-untouched', 'Strips control characters.', changingStrings((text) => text.replace(/[\x00-\x1f\x7f]/g, ''))],
  'nul-ends-string': ['strings-untouched', 'Ends strings at a NUL, as C does.', changingStrings((text) => text.split('\0', 1)[0])],
  'mark-stripped': ['strings-untouched', 'Strips U+FEFF wherever it stands.', changingStrings((text) => text.replaceAll('\ufeff', ''))],
  'html-unescaped': [
    'strings-untouched',
    'Undoes HTML’s escapes.',
    changingStrings((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('&quot;', '"')),
  ],
  'tags-stripped': ['strings-untouched', 'Strips what looks like HTML’s tags.', changingStrings((text) => text.replace(/<[^>]*>/g, ''))],
  'backslashes-undone-twice': ['strings-untouched', 'Undoes backslash escapes once more.', changingStrings((text) => text.replace(/\\(.)/gs, '$1'))],
  'quotes-straightened': ['strings-untouched', 'Makes curly quotes straight.', changingStrings((text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"'))],
  'username-lower-case': ['strings-untouched', 'Makes usernames lower case.', changingField('username', (name) => String(name).toLowerCase())],
  'username-upper-case': ['strings-untouched', 'Makes usernames upper case.', changingField('username', (name) => String(name).toUpperCase())],
  'null-is-a-word': ['strings-untouched', 'Takes the words null, None and NaN for nothing, as pandas does.', changingStrings((text) => (/^(null|none|nan|n\/a)$/i.test(text) ? null : text))],
  'cut-at-255': ['long-strings', 'Cuts strings at 255 characters.', cutAt(255)],
  'cut-at-512': ['long-strings', 'Cuts strings at 512 characters.', cutAt(512)],
  'cut-at-10000': ['long-strings', 'Cuts strings at 10,000 characters.', cutAt(10_000)],
  'cut-at-65535': ['long-strings', 'Cuts strings at 65,535 characters.', cutAt(65_535)],
});
