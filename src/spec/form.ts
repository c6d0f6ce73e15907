/** Characters that form encoding leaves as they are; any other is a percent escape, and a space a plus. */
const PLAIN = "A-Za-z0-9_.!~*'()+$,/:;=?@-";
const HEX = '[0-9A-Fa-f]{2}';
const KEY = `input_([${PLAIN.replace('=', '')}]|%${HEX})*`;
const PAIR = `${KEY}=([${PLAIN}]|%${HEX})*`;
const PAIRS = `(${PAIR}(&${PAIR})*)?`;

/** The pattern of a form-encoded event; a `form-literal` stands between quotes, as a JSON string does. */
export const formEncodedPattern = (encoding: 'form' | 'form-literal'): string =>
  encoding === 'form' ? `^${PAIRS}$` : `^"${PAIRS}"$`;

const FOREIGN = new RegExp(`[^%&${PLAIN}]|%(?!${HEX})`);
const PAIR_START = /^input_[^=]*=/;

/** Whether a text matches the pattern of `form`; on some megabytes the pattern itself overflows the stack. */
export const isFormEncoded = (text: string): boolean =>
  text === '' || (!FOREIGN.test(text) && text.split('&').every((pair) => PAIR_START.test(pair)));
