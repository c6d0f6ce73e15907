/** Other ways to write a line: most mean the same, of some JSON does not say what they mean. */
import { chance, integer, pick } from '../../../src/base/random/index.ts';
import { dumps } from '../../../src/line/dumps.ts';
import { ifFits } from '../ensure.ts';
import { lineFaults } from '../fault.ts';
import { addToText, FREE_TEXT } from '../free-text.ts';
import { rewriteOne, tokensOf, unitsOf, type Write } from './tokens.ts';

/** A string token with one of its letters as an escape; as it was where it has none. */
const escapeLetter: Write = (token, random) => {
  const units = unitsOf(token);
  const letters = [...units.keys()].filter((index) => /^[A-Za-z]$/.test(units[index]!));
  if (letters.length === 0) return token;
  const index = pick(random, letters);
  return `"${units.with(index, `\\u00${units[index]!.charCodeAt(0).toString(16)}`).join('')}"`;
};

const SURROGATES = ['\\ud83d', '\\udbff', '\\ude00', '\\udc00'];

export const spellingFaults = lineFaults({ level: 'json', verdict: 'accept', rule: null }, [
  {
    // Databases and languages whose objects have an order of their own. An object is unordered (RFC 8259, section 1).
    id: 'keys-reordered',
    wording: 'The fields of a line stand in another order.',
    break(line, random) {
      if (!line.fields) return undefined;
      const fields = Object.entries(line.fields);
      const first = integer(random, 1, fields.length - 1);
      return line.of(Object.fromEntries([...fields.slice(first), ...fields.slice(0, first)]));
    },
  },
  {
    // Writers that escape more than they must, and attempts to hide a word from filters.
    id: 'letter-escaped',
    wording: 'A letter of a key or of a text is written as an escape without need.',
    break(line, random) {
      const text = rewriteOne(line, random, ['key', 'string'], escapeLetter);
      return text === line.text ? undefined : ifFits(text, line.dialect);
    },
  },
  {
    // PHP's json_encode, and writers that guard against `</script>`.
    id: 'slashes-escaped',
    wording: 'The slashes of a line are escaped.',
    break: ({ text, dialect }) => (text.includes('/') ? ifFits(text.replaceAll('/', '\\/'), dialect) : undefined),
  },
  {
    // Any JSON writer but Python's.
    id: 'spaces-removed',
    wording: 'No spaces follow the commas and colons of a line.',
    break: ({ text, fields }) =>
      fields &&
      tokensOf(text)
        .map((token) => token.text)
        .join(''),
  },
  {
    // Two programs that both add a field. Names in an object should be unique (RFC 8259, section 4): where they are not some
    // readers take the first value, most the last, some refuse. The true value is the first or the last, by chance.
    id: 'duplicate-key',
    wording: 'A field stands twice in a line, with two values.',
    verdict: 'either',
    break({ text, fields }, random) {
      if (!fields) return undefined;
      const name = pick(random, FREE_TEXT);
      const other = `"${name}": ${dumps(`${String(fields[name])}2`)}`;
      return chance(random, 0.5) ? `{${other}, ${text.slice(1)}` : `${text.slice(0, -1)}, ${other}}`;
    },
  },
  {
    // Programs that cut texts of UTF-16 between two halves, as JavaScript and Java do. JSON's grammar allows it; what it means
    // is not predictable (RFC 8259, section 8.2).
    id: 'lone-surrogate',
    wording: 'A text holds the escape of half a surrogate pair.',
    verdict: 'either',
    break: (line, random) => line.fields && addToText(line.text, random, pick(random, SURROGATES)),
  },
]);
