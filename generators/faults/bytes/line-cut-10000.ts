import { LINE_CUT } from '../../../src/spec/index.ts';
import type { LineFault } from '../fault.ts';

/** In an entry of correct_map, a message of any length can stand. */
const MESSAGE = '"msg": "';
const LONG = ''.padEnd(LINE_CUT, '<li>Your output: 0 1 2 3 4 5 6 7 8 9</li>');

/**
 * The platform cuts every line there [TRACK_MAX_EVENT]. The page does not know of it, so that documented lines are longer, and
 * it is a fault in those alone. Few lines are as long: a shorter check gets a message of the grader's that makes it so.
 */
export const lineCut10000: LineFault = {
  scope: 'line',
  id: 'line-cut-10000',
  level: 'bytes',
  wording: 'A line is cut at 10,000 characters, as the platform does; a shorter check is made long first.',
  verdict: 'reject',
  rule: 'line-json',
  dialects: ['documented'],
  break({ text }) {
    if (text.length <= LINE_CUT && !text.includes(MESSAGE)) return undefined;
    return (text.length > LINE_CUT ? text : text.replace(MESSAGE, MESSAGE + LONG)).slice(0, LINE_CUT);
  },
};
