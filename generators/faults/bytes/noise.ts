/** Bits and bytes that a disk, a memory or a wire has changed. */
import { integer, type Stream } from '../../../src/base/random/index.ts';
import { ifUnreadable, tryUntilUnreadable } from '../ensure.ts';
import { lineFaults } from '../fault.ts';

/** The bit that takes a byte out of ASCII. */
const HIGH = 7;

const MAX_NULS = 16;

/** A text with one bit of one of its bytes flipped, both picked by chance among some bits. */
function flip(text: string, random: Stream, low: number, high: number): string {
  const at = integer(random, 0, text.length - 1);
  const bit = 1 << integer(random, low, high);
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ bit) + text.slice(at + 1);
}

export const noiseFaults = lineFaults({ level: 'bytes', verdict: 'reject', rule: 'line-json' }, [
  {
    // Bad memory, bad disks. A flip that only changes a letter cannot be seen by anybody and does not count.
    id: 'bit-flipped',
    wording: 'A bit of a line is flipped, so that it is no JSON.',
    break: ({ text, dialect }, random) =>
      tryUntilUnreadable(dialect, () => {
        const flipped = flip(text, random, 0, HIGH - 1);
        return flipped.includes('\n') ? undefined : flipped;
      }),
  },
  {
    id: 'high-bit-flipped',
    wording: 'The highest bit of a byte is flipped, so that the line is no UTF-8.',
    rule: 'line-utf8',
    break: ({ text }, random) => flip(text, random, HIGH, HIGH),
  },
  {
    // A file that was emptied under a writer which goes on where it was, or a page of the disk that never came.
    id: 'nul-bytes',
    wording: 'A line holds NUL bytes, one or several in a row.',
    break({ text, dialect }, random) {
      const at = integer(random, 0, text.length);
      return ifUnreadable(text.slice(0, at) + '\0'.repeat(integer(random, 1, MAX_NULS)) + text.slice(at), dialect);
    },
  },
]);
