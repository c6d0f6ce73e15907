import { ifUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** A writer that dies before it ends its line, and starts again; or files put together of which one did not end in a newline. */
export const linesJoined: LineFault = {
  scope: 'line',
  id: 'lines-joined',
  level: 'bytes',
  wording: 'Two lines run together: the newline between them is lost.',
  verdict: 'reject',
  rule: 'line-json',
  takes: 'pair',
  break: ({ text, dialect }, _random, near) => ifUnreadable(text + near.next!.text, dialect),
};
