import { SECOND } from '../../../src/base/time.ts';
import type { LineFault } from '../fault.ts';

/** A second process writes its line late. */
export const outOfOrder: LineFault = {
  scope: 'line',
  id: 'out-of-order',
  level: 'order',
  wording: 'A line stands before one that is older by a second or more.',
  verdict: 'either',
  rule: 'time-order',
  takes: 'pair',
  break(line, _, { next }) {
    return next!.time - line.time >= SECOND ? `${next!.text}\n${line.text}` : undefined;
  },
};
