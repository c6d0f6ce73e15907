import { integer } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

/** A machine that loses power: the file’s length was stored, its last blocks were not. */
export const zeroHole: LineFault = {
  scope: 'line',
  id: 'zero-hole',
  level: 'order',
  wording: 'A hole of zeros, from the middle of a line to the middle of the next.',
  verdict: 'reject',
  rule: 'line-json',
  takes: 'pair',
  break({ text }, random, { next }) {
    const from = integer(random, 1, text.length - 1);
    const to = integer(random, 1, next!.text.length - 1);
    return text.slice(0, from) + '\0'.repeat(text.length - from + 1 + to) + next!.text.slice(to);
  },
};
