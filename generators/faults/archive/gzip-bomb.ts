import { gzipSync } from 'node:zlib';
import type { ArchiveFault } from '../fault.ts';
import { endOtherwise, isGzip } from './parts.ts';

const UNPACKED = 64 * 1024 * 1024;

/** What a log becomes when its writer runs wild; it also fills the memory of a reader that unpacks all at once. */
export const gzipBomb: ArchiveFault = {
  scope: 'archive',
  id: 'gzip-bomb',
  level: 'archive',
  wording: 'A daily file ends with 64 MiB of spaces, of which gzip makes a thousandth.',
  verdict: 'either',
  rule: 'line-length',
  target: 'member',
  break(tar, place) {
    const member = tar.members[place]!;
    return isGzip(tar, member)
      ? endOtherwise(member, member.size, gzipSync(Buffer.alloc(UNPACKED, ' '), { level: 9 }))
      : undefined;
  },
};
