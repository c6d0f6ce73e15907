import { pick } from '../../../src/base/random/index.ts';
import { ifFits } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { rewriteOne, unitsOf, type Write } from './tokens.ts';

/** A string token with one of its letters as an escape; as it was where it has none. */
const escapeLetter: Write = (token, random) => {
  const units = unitsOf(token);
  const places = [...units.keys()].filter((place) => /^[A-Za-z]$/.test(units[place]!));
  if (places.length === 0) return token;
  const place = pick(random, places);
  return `"${units.with(place, `\\u00${units[place]!.charCodeAt(0).toString(16)}`).join('')}"`;
};

/** Writers that escape more than they must, and attempts to hide a word from filters. */
export const letterEscaped: LineFault = {
  scope: 'line',
  id: 'letter-escaped',
  level: 'json',
  wording: 'A letter of a key or of a text is written as an escape without need.',
  verdict: 'accept',
  rule: null,
  break(line, random) {
    const text = rewriteOne(line, random, ['key', 'string'], escapeLetter);
    return text === line.text ? undefined : ifFits(text, line.dialect);
  },
};
