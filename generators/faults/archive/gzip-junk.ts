import { integer } from '../../../src/base/random/index.ts';
import type { ArchiveFault } from '../fault.ts';
import { endOtherwise, isGzip } from './parts.ts';

/** A block of an older, longer file that a shorter one did not overwrite. */
export const gzipJunk: ArchiveFault = {
  scope: 'archive',
  id: 'gzip-junk',
  level: 'archive',
  wording: 'Junk follows a daily file’s gzip data.',
  verdict: 'reject',
  rule: 'file-archive',
  target: 'member',
  break(tar, place, random) {
    const member = tar.members[place]!;
    if (!isGzip(tar, member)) return undefined;
    const junk = Buffer.from(Array.from({ length: integer(random, 8, 64) }, () => integer(random, 0x80, 0xff)));
    return endOtherwise(member, member.size, junk);
  },
};
