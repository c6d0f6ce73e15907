import { chance, pick } from '../../../src/base/random/index.ts';
import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { rewriteOne } from './tokens.ts';

/** Files that people have looked through and noted something in. */
export const comment: LineFault = {
  scope: 'line',
  id: 'comment',
  level: 'json',
  wording: 'A comment stands between two parts of a line, or at its end.',
  verdict: 'reject',
  rule: 'line-json',
  break(line, random) {
    const text = chance(random, 0.5)
      ? `${line.text} ${pick(random, ['//', '#'])} checked`
      : rewriteOne(line, random, ['{', ':', ','], (mark) => `${mark} /* checked */`);
    return ifUnreadable(text, line.dialect);
  },
};
