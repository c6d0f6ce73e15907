/** Newlines where none should be, and none where one should be. */
import { chance, integer, type Stream } from '../../../src/base/random/index.ts';
import { ifUnreadable, tryUntilUnreadable } from '../ensure.ts';
import { lineFaults } from '../fault.ts';

const WIDTH = 1024;
const PIECES = new RegExp(`.{1,${WIDTH}}`, 'g');

/** Two parts of a text, neither empty. */
function halves(text: string, random: Stream): [string, string] {
  const at = integer(random, 1, text.length - 1);
  return [text.slice(0, at), text.slice(at)];
}

export const newlineFaults = lineFaults({ level: 'bytes', verdict: 'reject', rule: 'line-json' }, [
  {
    // Terminals and mailers that wrap lines, and tools that write a text's newline as it is.
    id: 'line-split',
    wording: 'A line is split in two by a stray newline.',
    break: ({ text, dialect }, random) => tryUntilUnreadable(dialect, () => halves(text, random).join('\n')),
  },
  {
    // A pipe or a terminal that takes lines up to a size and goes on in the next. Only longer lines can be wrapped so: checks.
    id: 'line-wrapped',
    wording: 'A long line is wrapped: a newline stands after every 1,024 characters.',
    break: ({ text, dialect }) =>
      text.length > WIDTH ? ifUnreadable(text.match(PIECES)!.join('\n'), dialect) : undefined,
  },
  {
    // Two processes that write to one file, each in several pieces: a long line takes more than one write.
    id: 'lines-interleaved',
    wording: 'Two lines are interleaved, as by two writers at once: part of one lies within the other.',
    takes: 'pair',
    break: (line, random, { next }) =>
      tryUntilUnreadable(line.dialect, () => {
        const [start, rest] = halves(line.whole, random);
        const other = next!.whole;
        if (chance(random, 0.5)) return `${start}${other}\n${rest}`;
        const [otherStart, otherRest] = halves(other, random);
        return `${start}${otherStart}${rest}\n${otherRest}`;
      }),
  },
  {
    // A writer that dies before it ends its line, and starts again; or files put together of which one did not end in a newline.
    id: 'lines-joined',
    wording: 'Two lines run together: the newline between them is lost.',
    takes: 'pair',
    break: ({ whole, dialect }, _random, { next }) => ifUnreadable(whole + next!.whole, dialect),
  },
]);
