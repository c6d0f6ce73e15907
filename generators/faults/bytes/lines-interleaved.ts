import { chance, integer, type Stream } from '../../../src/base/random/index.ts';
import { tryUntilUnreadable } from '../ensure.ts';
import type { LineFault } from '../fault.ts';

/** Two parts of a text, neither empty. */
function halves(text: string, random: Stream): [string, string] {
  const at = integer(random, 1, text.length - 1);
  return [text.slice(0, at), text.slice(at)];
}

/** Two processes that write to one file, each in several pieces: a long line takes more than one write. */
export const linesInterleaved: LineFault = {
  scope: 'line',
  id: 'lines-interleaved',
  level: 'bytes',
  wording: 'Two lines are interleaved, as by two writers at once: part of one lies within the other.',
  verdict: 'reject',
  rule: 'line-json',
  takes: 'pair',
  break: (line, random, near) =>
    tryUntilUnreadable(line.dialect, () => {
      const [start, rest] = halves(line.text, random);
      const other = near.next!.text;
      if (chance(random, 0.5)) return `${start}${other}\n${rest}`;
      const [otherStart, otherRest] = halves(other, random);
      return `${start}${otherStart}${rest}\n${otherRest}`;
    }),
};
