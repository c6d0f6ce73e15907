import { integer } from '../../../src/base/random/index.ts';
import type { ArchiveFault } from '../fault.ts';
import { endOtherwise, isGzip, LONGEST_CUT } from './parts.ts';

/** The bytes behind the last compressed block: checksum and length. */
const TRAILER = 8;
const HEADER = 10;

/** A copy that broke off, or a file taken while it was being written. */
export const gzipCut: ArchiveFault = {
  scope: 'archive',
  id: 'gzip-cut',
  level: 'archive',
  wording: 'A daily file’s gzip data is cut short.',
  verdict: 'reject',
  rule: 'file-archive',
  target: 'member',
  break(tar, place, random) {
    const member = tar.members[place]!;
    const longest = Math.min(member.size - HEADER, LONGEST_CUT);
    if (longest <= TRAILER || !isGzip(tar, member)) return undefined;
    return endOtherwise(member, member.size - integer(random, TRAILER + 1, longest), Buffer.alloc(0));
  },
};
