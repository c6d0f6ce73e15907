import { endOfString } from '../base/bounded-json.ts';
import { BOUNDS } from '../base/bounds.ts';

const DEPTH = BOUNDS.depth.most;
const VALUES = BOUNDS.values.most;

const [QUOTE, COMMA, LIST, LIST_END, OBJECT, OBJECT_END] = Array.from('",[]{}', (mark) => mark.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
];

/**
 * Whether a JSON text is nested deeper, or holds more values, than is read: it takes some kilobytes of memory a level, and
 * a hundred bytes a value. A text that is no longer than the depth cannot, and is not looked at.
 */
export function isBeyondBounds(text: string, mostValues = VALUES): boolean {
  if (text.length <= DEPTH) return false;
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charCodeAt(at);
    if (mark === QUOTE) at = endOfString(text, at);
    else if (mark === COMMA) values += 1;
    else if (mark === LIST || mark === OBJECT) {
      depth += 1;
      values += 1;
    } else if (mark === LIST_END || mark === OBJECT_END) depth -= 1;
    if (depth > DEPTH || values > mostValues) return true;
  }
  return false;
}
