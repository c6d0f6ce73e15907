import { integer } from '../../../src/base/random/index.ts';
import type { ArchiveFault } from '../fault.ts';
import { boundsOf, LONGEST_CUT } from './parts.ts';

/** A copy that broke off. */
export const tarCut: ArchiveFault = {
  scope: 'archive',
  id: 'tar-cut',
  level: 'archive',
  wording: 'An archive is cut inside its last file.',
  verdict: 'reject',
  rule: 'file-archive',
  target: 'tar',
  break({ members, size }, place, random) {
    const member = members[place]!;
    const { end } = boundsOf(member);
    const offset = end - integer(random, 1, Math.min(member.size, LONGEST_CUT));
    return [{ offset, length: size - offset, bytes: Buffer.alloc(0) }];
  },
};
