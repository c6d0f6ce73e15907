/**
 * JavaScript's objects move keys that look like whole numbers to the front. Marked, they stay where the platform's Python printed
 * them, so that an operator changes no more than it means to.
 */

/** A character that stands for nothing in Unicode, and so in no log. */
const MARK = '\ufdd0';

/** A key of digits: a string that ends in a colon, behind what only stands between tokens. */
const WHOLE = /(?<=[{,]\s*")(?=\d+"\s*:)/g;

/** The mark as json.dumps writes it, once or on several levels, before a key of digits. */
const MARKED = /(?<=")\\+ufdd0(?=\d+\\*")/g;

/** JSON text whose keys that look like whole numbers are marked. */
export const markKeys = (json: string): string => json.replace(WHOLE, MARK);

/** The line without the marks. */
export const unmarkKeys = (line: string): string => line.replace(MARKED, '');
