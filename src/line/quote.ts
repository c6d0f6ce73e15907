/** Text as Python's json.dumps and a browser's JSON.stringify write it. */

import { oneByte } from '../base/one-byte.ts';
import { remember } from '../base/remember.ts';
import { THREE_DIGITS } from '../base/time.ts';

/** What json.dumps escapes: all but printable ASCII, the quote and the backslash [json/encoder.py, ESCAPE_ASCII]. */
const SPECIAL = /[^ !#-[\]-~]/;

/** What json.dumps escapes and JSON.stringify does not, which escapes all else in the same way. */
const NOT_ASCII = /[\x7f-\uffff]/;
const EACH_NOT_ASCII = /[\x7f-\uffff]/g;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

const escaped = remember((text) => {
  const inside = JSON.stringify(text).slice(1, -1);
  return NOT_ASCII.test(inside) ? oneByte(inside.replace(EACH_NOT_ASCII, escapeUnit)) : inside;
});

/** The inside of a JSON string as json.dumps writes it: ASCII only, astral characters as two escapes. */
export const escapePython = (text: string): string => (SPECIAL.test(text) ? escaped(text) : text);

/** A JSON string as json.dumps writes it. */
export const quotePython = (text: string): string => `"${escapePython(text)}"`;

/** The inside of a JSON string as a browser writes it, escaped once more to stand inside a string of json.dumps. */
export const escapeBrowser = (text: string): string =>
  SPECIAL.test(text) ? escapePython(JSON.stringify(text).slice(1, -1)) : text;

/** The inside of a JSON string as json.dumps writes it, escaped once more to stand inside a string of json.dumps. */
export const escapeDumped = (text: string): string => (SPECIAL.test(text) ? escapePython(escapePython(text)) : text);

/** Numbers below this Python writes with an exponent, of two digits at least. */
const SMALL = 1e-4;

/** A finite number as json.dumps writes it. */
export const numberPython = (value: number): string =>
  value === 0 || Math.abs(value) >= SMALL ? numberBrowser(value) : value.toExponential().replace(/-(?=\d$)/, '-0');

/** Thousandths as they stand behind the point: 5 is `005`, 500 is `5`. */
const DECIMALS = THREE_DIGITS.map((digits) => digits.replace(/0+$/, ''));

/** Above that, thousandths are not told apart. */
const LARGE = 1e12;

/** A finite number as JSON.stringify writes it. Positions in videos are in thousandths, which by hand take a fifth of the time. */
export function numberBrowser(value: number): string {
  const thousandths = Math.round(value * 1000);
  if (thousandths / 1000 !== value || value < 0 || value > LARGE) return String(value);
  const whole = Math.floor(thousandths / 1000);
  const rest = thousandths - 1000 * whole;
  return rest === 0 ? String(whole) : `${whole}.${DECIMALS[rest]}`;
}

/** A number of Python's float as json.dumps writes it: `1.0`. */
export function floatPython(value: number): string {
  const text = numberPython(value);
  return Number.isInteger(value) && !text.includes('e') ? `${text}.0` : text;
}
