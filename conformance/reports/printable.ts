/** Inputs and answers as a terminal, or a page, can show them. */

const MOST = 1000;

const hex = (byte: number): string => `\\x${byte.toString(16).padStart(2, '0')}`;
const code = (c: string): string => `\\u{${c.codePointAt(0)!.toString(16)}}`;

/** What a terminal would obey, or nobody could see: controls, line ends, blanks other than the plain one, half surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** A text whose every character is seen. */
export const visible = (text: string): string => text.replace(INVISIBLE, (c) => (c < '\x20' ? hex(c.charCodeAt(0)) : code(c)));

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string {
  try {
    return visible(utf8.decode(bytes));
  } catch {
    return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hex(byte))).join('');
  }
}

/** The beginning of a text that is too long to be read. */
export const shortened = (text: string, most = MOST): string => (text.length > most ? `${text.slice(0, most)}... (${text.length} characters)` : text);

/** Bytes as text; where they are no UTF-8, those beyond ASCII as \xNN. */
export const shownBytes = (bytes: Uint8Array): string => shortened(decoded(bytes));

/** A value as JSON, or `nothing`. */
export const shownValue = (value: unknown): string => (value === undefined ? 'nothing' : shortened(visible(JSON.stringify(value) ?? String(value)), MOST / 4));
