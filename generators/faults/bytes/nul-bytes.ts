import { integer } from '../../../src/base/random/index.ts';
import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

const MOST = 16;

/** A file that was emptied under a writer which goes on where it was, or a page of the disk that never came. */
export const nulBytes: LineFault = {
  scope: 'line',
  id: 'nul-bytes',
  level: 'bytes',
  wording: 'A line holds NUL bytes, one or several in a row.',
  verdict: 'reject',
  rule: 'line-json',
  break({ text, dialect }, random) {
    const at = integer(random, 0, text.length);
    return ifUnreadable(text.slice(0, at) + '\0'.repeat(integer(random, 1, MOST)) + text.slice(at), dialect);
  },
};
