import { tryUntilUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';
import { flip } from './flip.ts';

/** Bad memory, bad disks. A flip that only changes a letter cannot be seen by anybody and does not count. */
export const bitFlipped: LineFault = {
  scope: 'line',
  id: 'bit-flipped',
  level: 'bytes',
  wording: 'A bit of a line is flipped, so that it is no JSON.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text, dialect }, random) =>
    tryUntilUnreadable(dialect, () => {
      const flipped = flip(text, random, 0, 6);
      return flipped.includes('\n') ? undefined : flipped;
    }),
};
