import { isObject, type Json } from '../payloads.ts';
import { ReferenceParser, type Bytes } from '../reference-parser.ts';
import { changingField, changingStrings, mutants } from './mutant.ts';

const decoding = (how: (bytes: Buffer) => string) =>
  class extends ReferenceParser {
    override decodeText(bytes: Bytes): string {
      return how(Buffer.from(bytes));
    }
  };

const unescaped = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Applies a function to the texts, or the keys, of what a server event holds. */
const changingInside = (text: (text: string) => Json, keyOf: (key: string) => string): new () => ReferenceParser => {
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(walk);
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, member]) => [keyOf(key), walk(member)]))
      : value;
  };
  return class extends ReferenceParser {
    override readServerEvent(event: Json): Json {
      return walk(super.readServerEvent(event));
    }
  };
};
const changingPayloadTexts = (how: (text: string) => Json) => changingInside(how, (key) => key);
const changingPayloadKeys = (how: (key: string) => string) => changingInside((text) => text, how);

const cutAt = (length: number) => changingStrings((text) => text.slice(0, length));

export const textMutants = mutants({
  'latin-1': ['every-script', 'Decodes the bytes as Latin-1.', decoding((bytes) => bytes.toString('latin1'))],
  'bad-utf8-replaced': [
    'invalid-utf8',
    'Takes replacement characters for bytes that are no UTF-8.',
    decoding((bytes) => bytes.toString('utf8')),
  ],
  'bad-utf8-dropped': [
    'invalid-utf8',
    'ValueGenerators out bytes that are no UTF-8.',
    decoding((bytes) => bytes.toString('utf8').replaceAll('\ufffd', '')),
  ],
  'astral-lost': [
    'every-script',
    'Keeps characters of up to three bytes only, as MySQL’s utf8 does.',
    changingStrings((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
  ],
  'ascii-only': ['every-script', 'Keeps ASCII only.', changingStrings((text) => text.replace(/[^\x00-\x7f]/g, '?'))],
  'windows-1252': [
    'every-script',
    'Keeps only what Western Europe’s code page can hold.',
    changingStrings((text) => text.replace(/[^\x00-\xff]/g, '?')),
  ],
  'normalised-nfc': [
    'strings-untouched',
    'Normalises strings to composed form.',
    changingStrings((text) => text.normalize('NFC')),
  ],
  'normalised-nfd': [
    'strings-untouched',
    'Normalises strings to decomposed form, as a Mac’s file names.',
    changingStrings((text) => text.normalize('NFD')),
  ],
  'normalised-nfkc': [
    'strings-untouched',
    'Folds compatible characters into one.',
    changingStrings((text) => text.normalize('NFKC')),
  ],
  trimmed: ['strings-untouched', 'Trims strings.', changingStrings((text) => text.trim())],
  'trimmed-at-end': [
    'strings-untouched',
    'Trims the ends of strings, as a database pads them.',
    changingStrings((text) => text.trimEnd()),
  ],
  'white-space-collapsed': [
    'strings-untouched',
    'Makes every run of white space one space.',
    changingStrings((text) => text.replace(/\s+/g, ' ')),
  ],
  'newlines-converted': [
    'strings-untouched',
    'Makes \\r\\n inside strings \\n.',
    changingStrings((text) => text.replaceAll('\r\n', '\n')),
  ],
  'controls-stripped': [
    'strings-untouched',
    'Strips control characters.',
    changingStrings((text) => text.replace(/[\x00-\x1f\x7f]/g, '')),
  ],
  'nul-ends-string': [
    'strings-untouched',
    'Ends strings at a NUL, as C does.',
    changingStrings((text) => text.split('\0', 1)[0]),
  ],
  'mark-stripped': [
    'strings-untouched',
    'Strips U+FEFF wherever it stands.',
    changingStrings((text) => text.replaceAll('\ufeff', '')),
  ],
  'html-unescaped': [
    'strings-untouched',
    'Undoes HTML’s escapes.',
    changingStrings((text) =>
      text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
    ),
  ],
  'tags-stripped': [
    'strings-untouched',
    'Strips what looks like HTML’s tags.',
    changingStrings((text) => text.replace(/<[^>]*>/g, '')),
  ],
  'backslashes-undone-twice': [
    'strings-untouched',
    'Undoes backslash escapes once more.',
    changingStrings((text) => text.replace(/\\(.)/gs, '$1')),
  ],
  'quotes-straightened': [
    'strings-untouched',
    'Makes curly quotes straight.',
    changingStrings((text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')),
  ],
  'username-lower-case': [
    'strings-untouched',
    'Makes usernames lower case.',
    changingField('username', (name) => String(name).toLowerCase()),
  ],
  'username-upper-case': [
    'strings-untouched',
    'Makes usernames upper case.',
    changingField('username', (name) => String(name).toUpperCase()),
  ],
  'null-is-a-word': [
    'strings-untouched',
    'Takes the words null, None and NaN for nothing, as pandas does.',
    changingStrings((text) => (/^(null|none|nan|n\/a)$/i.test(text) ? null : text)),
  ],
  'cut-at-255': ['long-strings', 'Cuts strings at 255 characters.', cutAt(255)],
  'cut-at-512': ['long-strings', 'Cuts strings at 512 characters.', cutAt(512)],
  'cut-at-10000': ['long-strings', 'Cuts strings at 10,000 characters.', cutAt(10_000)],
  'cut-at-65535': ['long-strings', 'Cuts strings at 65,535 characters.', cutAt(65_535)],
  'underscores-in-numbers': [
    'look-alikes',
    'Makes a number of a username that Python’s int takes, underscores and all.',
    changingField('username', (name) =>
      /^[+-]?\d+(_\d+)*$/.test(String(name)) ? Number(String(name).replaceAll('_', '')) : name,
    ),
  ],
  'numbers-guessed': [
    'look-alikes',
    'Makes a number of every common field that looks like one.',
    changingStrings((text) =>
      /^[\w.+-]{1,6}$/.test(text) && /^\d/.test(text) && !Number.isNaN(Number(text)) ? Number(text) : text,
    ),
  ],
  'session-number': [
    'look-alikes',
    'Makes a number of a session key of digits alone.',
    changingField('session', (key) => (/^\d{32}$/.test(String(key)) ? Number(key) : key)),
  ],
  'session-with-exponent-number': [
    'look-alikes',
    'Makes a number of a session key that reads as one with an exponent, as a spreadsheet does.',
    changingField('session', (key) => (/^\d+e\d+$/.test(String(key)) ? Number(key) : key)),
  ],
  'dates-guessed': [
    'look-alikes',
    'Makes a time of a username that looks like a date, as YAML does.',
    changingField('username', (name) => (/^\d{4}-\d\d-\d\d$/.test(String(name)) ? `${String(name)}T00:00:00` : name)),
  ],
  'truths-guessed': [
    'look-alikes',
    'Makes yes and no true and false, as YAML does.',
    changingField('username', (name) =>
      /^(yes|no|on|off)$/.test(String(name)) ? /^(yes|on)$/.test(String(name)) : name,
    ),
  ],
  'page-unescaped': [
    'urls-untouched',
    'Undoes the percent escapes of a page.',
    changingField('page', (page) => (typeof page === 'string' ? unescaped(page) : page)),
  ],
  'page-normalised': [
    'urls-untouched',
    'Writes a page as URL libraries do.',
    changingField('page', (page) => (typeof page === 'string' && URL.canParse(page) ? new URL(page).href : page)),
  ],
  'path-unescaped': [
    'urls-untouched',
    'Undoes the percent escapes of a request’s path.',
    changingField('event_type', (path) => unescaped(String(path))),
    'deployed',
  ],
  'slashes-squeezed': [
    'urls-untouched',
    'Makes doubled slashes of a request’s path one.',
    changingField('event_type', (path) => String(path).replace(/\/{2,}/g, '/')),
    'deployed',
  ],
  'page-trimmed': [
    'urls-untouched',
    'Trims the address of a page.',
    changingField('page', (page) => (typeof page === 'string' ? page.trim() : page)),
    'deployed',
  ],
  'path-trimmed': [
    'urls-untouched',
    'Trims the path of a request.',
    changingField('event_type', (path) => String(path).trim()),
    'deployed',
  ],
  'msg-unescaped': [
    'payload-texts',
    'Undoes HTML’s entities in the messages of a correct_map.',
    changingPayloadTexts((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')),
  ],
  'msg-without-tags': [
    'payload-texts',
    'Strips tags from the messages of a correct_map.',
    changingPayloadTexts((text) => text.replace(/<[^>]*>/g, '')),
  ],
  'texts-trimmed': ['payload-texts', 'Trims the texts of server events.', changingPayloadTexts((text) => text.trim())],
  'code-trimmed': [
    'payload-texts',
    'Trims the code of a video.',
    class extends ReferenceParser {
      override readObject(value: Json): Json {
        const object = super.readObject(value);
        if (!isObject(object) || typeof object['code'] !== 'string') return object;
        return { ...object, code: object['code'].trim() };
      }
    },
    'deployed',
  ],
  'ids-trimmed': ['payload-texts', 'Trims the ids of answers.', changingPayloadKeys((key) => key.trim())],
  'control-keys-cut': [
    'control-keys',
    'Ends keys at a NUL, as C does.',
    changingPayloadKeys((key) => key.split('\0', 1)[0]!),
  ],
  'control-keys-stripped': [
    'control-keys',
    'Strips control characters from the ids of answers.',
    changingPayloadKeys((key) => key.replace(/[\x00-\x1f\x7f]/g, '')),
  ],
  'odd-white-space-trimmed': [
    'json-white-space',
    'Strips what its language takes for white space from both ends of a line.',
    decoding((bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).trim()),
  ],
  'control-white-space-stripped': [
    'json-white-space',
    'Strips \\x1c and its like from both ends of a line, as Python’s strip does.',
    decoding((bytes) =>
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
        .decode(bytes)
        .replace(/^[\x1c-\x1f]+|[\x1c-\x1f]+$/g, ''),
    ),
  ],
});
