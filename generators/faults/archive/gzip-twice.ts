import { gzipSync } from 'node:zlib';
import type { ArchiveFault } from '../fault.ts';
import { contentOf, endOtherwise, isGzip } from './parts.ts';

/** A rotation that compresses, and a backup that compresses whatever it is given. */
export const gzipTwice: ArchiveFault = {
  scope: 'archive',
  id: 'gzip-twice',
  level: 'archive',
  wording: 'A daily file’s gzip data is packed by gzip once more.',
  verdict: 'either',
  rule: 'file-gzip',
  target: 'member',
  break(tar, place) {
    const member = tar.members[place]!;
    const content = isGzip(tar, member) ? contentOf(tar, member) : undefined;
    return content && endOtherwise(member, 0, gzipSync(content));
  },
};
