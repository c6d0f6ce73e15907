/** An archive as a whole: its last header, its end. */
import { integer } from '../../../src/base/random/index.ts';
import { archiveFaults } from '../fault.ts';
import { boundsOf, LONGEST_CUT } from './parts.ts';

/** Where a header's checksum stands: six octal digits. */
const CHECKSUM = 148;
const DIGITS = 6;

export const tarFaults = archiveFaults({ verdict: 'reject', rule: 'file-archive', target: 'tar' }, [
  {
    // A bit that changed in the header of the last file.
    id: 'tar-checksum',
    wording: 'The header of an archive’s last file has a wrong checksum.',
    break(tar, last) {
      const offset = last.offset + CHECKSUM;
      const digits = tar.read(offset, DIGITS);
      digits[DIGITS - 1]! ^= 1;
      return [{ offset, length: DIGITS, bytes: digits }];
    },
  },
  {
    // A copy that broke off.
    id: 'tar-cut',
    wording: 'An archive is cut inside its last file.',
    break({ size }, last, random) {
      const offset = boundsOf(last).end - integer(random, 1, Math.min(last.size, LONGEST_CUT));
      return [{ offset, length: size - offset, bytes: Buffer.alloc(0) }];
    },
  },
  {
    // A copy that broke off between two files, or a writer that does not care; much reads it without a word.
    id: 'tar-no-end',
    wording: 'An archive lacks the two empty blocks that end it.',
    verdict: 'either',
    break({ size }, last) {
      const { next } = boundsOf(last);
      return [{ offset: next, length: size - next, bytes: Buffer.alloc(0) }];
    },
  },
]);
