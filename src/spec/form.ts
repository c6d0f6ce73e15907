/** Characters that form encoding leaves as they are; any other is a percent escape, and a space a plus. */
const PLAIN = "[A-Za-z0-9_.!~*'()+$,/:;=?@-]";
const ESCAPE = '%[0-9A-Fa-f]{2}';
const KEY = `input_(${PLAIN.replace('=', '')}|${ESCAPE})*`;
const PAIR = `${KEY}=(${PLAIN}|${ESCAPE})*`;
const PAIRS = `(${PAIR}(&${PAIR})*)?`;

/** The pattern of a form-encoded event; a `form-literal` stands between quotes, as a JSON string does. */
export const formEncodedPattern = (encoding: 'form' | 'form-literal'): string =>
  encoding === 'form' ? `^${PAIRS}$` : `^"${PAIRS}"$`;
