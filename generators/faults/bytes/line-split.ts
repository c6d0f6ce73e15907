import { integer } from '../../../src/base/random/index.ts';
import { tryUntilUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** Terminals and mailers that wrap lines, and tools that write a text's newline as it is. */
export const lineSplit: LineFault = {
  scope: 'line',
  id: 'line-split',
  level: 'bytes',
  wording: 'A line is split in two by a stray newline.',
  verdict: 'reject',
  rule: 'line-json',
  break: ({ text, dialect }, random) =>
    tryUntilUnreadable(dialect, () => {
      const at = integer(random, 1, text.length - 1);
      return `${text.slice(0, at)}\n${text.slice(at)}`;
    }),
};
