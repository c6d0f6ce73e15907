import type { ArchiveFault } from '../fault.ts';
import { boundsOf, isGzip } from './parts.ts';

/** A bit that changed on a disk, in a text that is whole otherwise. */
export const gzipChecksum: ArchiveFault = {
  scope: 'archive',
  id: 'gzip-checksum',
  level: 'archive',
  wording: 'A daily file’s gzip data has a wrong checksum.',
  verdict: 'reject',
  rule: 'file-archive',
  target: 'member',
  break(tar, place, random) {
    const member = tar.members[place]!;
    if (!isGzip(tar, member)) return undefined;
    const offset = boundsOf(member).end - 8;
    const bytes = tar.read(offset, 4);
    bytes[Math.floor(random() * 4)]! ^= 1 << Math.floor(random() * 8);
    return [{ offset, length: 4, bytes }];
  },
};
