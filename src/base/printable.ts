/** What a terminal would obey, or nobody could see: controls, line ends, directions of writing, blanks other than the plain one, half surrogate pairs. And the bracket that spells them. */
const SPELLED = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u27e8]|(?! )\p{Zs}/gu;

const hex = (number: number, digits: number): string => number.toString(16).toUpperCase().padStart(digits, '0');

/**
 * Text that edxgen did not write itself, as a terminal may show it: one line, every character seen, nothing obeyed. All that
 * comes from a file, an archive, an answer or the command line goes through it before it is printed.
 *
 * A character that cannot be shown stands as its number in angle brackets, ⟨U+000A⟩. The opening one is spelled so too, and
 * backslashes stand as they are: what looks like an escape, such as \x41, is in the text itself.
 */
export const printable = (text: string): string => text.replace(SPELLED, (c) => `⟨U+${hex(c.codePointAt(0)!, 4)}⟩`);

/** A value as JSON of one line, for programs, that a terminal may show too: what {@link printable} spells is escaped as JSON has it. */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value).replace(SPELLED, (c) =>
    Array.from({ length: c.length }, (_, at) => `\\u${hex(c.charCodeAt(at), 4).toLowerCase()}`).join(''),
  );

/** A character in UTF-8, each byte as a character of Latin-1, or a byte that belongs to none [RFC 3629]. */
const UTF_8 =
  /([\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})|[^]/g;

/** Bytes as {@link printable} text; a byte that is no UTF-8 stands as ⟨0xFF⟩. */
export const printableBytes = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(UTF_8, (unit, character?: string) =>
      character === undefined
        ? `⟨0x${hex(unit.charCodeAt(0), 2)}⟩`
        : printable(Buffer.from(character, 'latin1').toString()),
    );

/** A word as a POSIX shell takes it. */
export const quoted = (word: string): string =>
  /^[\w./:@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
