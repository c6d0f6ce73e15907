/** Strings and keys whose quotes, escapes or characters are not those of JSON. */
import { integer, pick } from '../../../src/base/random/index.ts';
import { tokenFaults } from './token-fault.ts';
import { unitsOf, type Write } from './tokens.ts';

/** Escapes of JavaScript, Python and C, and one that was damaged. */
const ESCAPES = ["\\'", '\\x41', '\\0', '\\a', '\\v', '\\ ', '\\U0001f600', '\\u{1f600}', '\\u00zz'];
const CONTROLS = ['\t', '\r', '\x01', '\x08', '\x0b', '\x0c', '\x1b', '\x1f'];

/** Adds something inside a string token, between two characters of it. */
const adding =
  (added: readonly string[]): Write =>
  (token, random) => {
    const units = unitsOf(token);
    return `"${units.toSpliced(integer(random, 0, units.length), 0, pick(random, added)).join('')}"`;
  };

export const stringFaults = tokenFaults([
  {
    // A text that ends in a backslash and is not escaped, or is escaped once too often.
    id: 'backslash-extra',
    wording: 'A quote has one backslash too many before it, so that a string ends early or not at all.',
    one: ['key', 'string'],
    write(token, random) {
      const quote = pick(random, [...token.slice(1).matchAll(/"/g)]).index + 1;
      return `${token.slice(0, quote)}\\${token.slice(quote)}`;
    },
  },
  {
    id: 'bad-escape',
    wording: 'A string holds an escape that JSON does not know.',
    one: ['key', 'string'],
    write: adding(ESCAPES),
  },
  {
    // Writers that escape quotes and nothing else; a newline would split the line, see line-split.
    id: 'control-character',
    wording: 'A control character stands in a string as it is.',
    one: ['key', 'string'],
    write: adding(CONTROLS),
  },
  {
    // A text put together by hand, or cut by a limit of its own.
    id: 'string-unclosed',
    wording: 'A string is not closed: its second quote is missing.',
    one: ['key', 'string'],
    write: (token) => token.slice(0, -1),
  },
  {
    // Python writes a dict so that is printed, not dumped.
    id: 'single-quotes',
    wording: 'Strings stand in single quotes, as Python prints them.',
    each: ['key', 'string'],
    write: (token) => `'${token.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
  },
  {
    // JavaScript's own notation, and JSON5. Keys that are no names keep their quotes.
    id: 'bare-keys',
    wording: 'Keys stand without quotes, as in JavaScript.',
    each: ['key'],
    write: (token) => (/^"[A-Za-z_]\w*"$/.test(token) ? token.slice(1, -1) : token),
  },
]);
