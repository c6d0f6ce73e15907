import { uniform } from '../../../src/base/random/index.ts';
import type { ArchiveFault } from '../fault.ts';
import { boundsOf, halvesOf, memberOf, packAs } from './parts.ts';

/** A server that was restarted, and began its day’s file anew. */
export const fileTwice: ArchiveFault = {
  scope: 'archive',
  id: 'file-twice',
  level: 'archive',
  wording: 'A daily file is two of one name, each with a part of the lines.',
  verdict: 'either',
  rule: 'file-name',
  target: 'member',
  break(tar, place, random) {
    const member = tar.members[place]!;
    const { name, mtime, offset } = member;
    const halves = halvesOf(tar, member, uniform(random, 0.1, 0.9));
    const members = halves?.map((half) => memberOf(name, mtime, packAs(tar, member, half)));
    return members && [{ offset, length: boundsOf(member).next - offset, bytes: Buffer.concat(members) }];
  },
};
