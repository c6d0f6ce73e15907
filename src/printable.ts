/** What a terminal would obey, or nobody could see: controls, line ends, directions of writing, blanks other than the plain one, half surrogate pairs. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/**
 * Text that edxgen did not write itself, as a terminal may show it: one line, every character seen, nothing obeyed. All that
 * comes from a file, an archive, an answer or the command line goes through it before it is printed.
 */
export const printable = (text: string): string =>
  text.replace(INVISIBLE, (c) => (c < '\u{10000}' ? `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}` : `\\u{${c.codePointAt(0)!.toString(16)}}`));
