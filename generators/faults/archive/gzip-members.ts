import { gzipSync } from 'node:zlib';
import { uniform } from '../../../src/base/random/index.ts';
import type { ArchiveFault } from '../fault.ts';
import { endOtherwise, halvesOf, isGzip } from './parts.ts';

/** Files that were packed in parts and put together, as gzip allows [RFC 1952, 2.2]. */
export const gzipMembers: ArchiveFault = {
  scope: 'archive',
  id: 'gzip-members',
  level: 'archive',
  wording: 'A daily file’s gzip data is of several members, of which a careless reader sees the first.',
  verdict: 'accept',
  rule: null,
  target: 'member',
  break(tar, place, random) {
    const member = tar.members[place]!;
    const halves = isGzip(tar, member) ? halvesOf(tar, member, uniform(random, 0.1, 0.9)) : undefined;
    return halves && endOtherwise(member, 0, Buffer.concat(halves.map((half) => gzipSync(half))));
  },
};
