import { integer } from '../../../src/base/random/index.ts';
import type { LineFault } from '../fault.ts';

const MOST = 20;

/** A rotation that copies the file and empties it later. */
export const tailRepeated: LineFault = {
  scope: 'line',
  id: 'tail-repeated',
  level: 'order',
  wording: 'The last lines of one day’s file stand again at the head of the next.',
  verdict: 'either',
  rule: 'line-repeated',
  adds: 'before',
  break(_, random, { number, before }) {
    if (number > 1) return undefined;
    const tail = [...before()].slice(0, integer(random, 1, MOST));
    return tail.length > 0 ? tail.toReversed().join('\n') : undefined;
  },
};
