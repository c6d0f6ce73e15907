import { uniform } from '../../../src/base/random/index.ts';
import type { ArchiveFault } from '../fault.ts';
import { halvesOf, memberOf, packAs } from './parts.ts';

/** Files that were released while the day went on, and once more when it was over. */
export const fileGrown: ArchiveFault = {
  scope: 'archive',
  id: 'file-grown',
  level: 'archive',
  wording: 'A daily file stands twice in its archive: first its beginning, then the whole.',
  verdict: 'either',
  rule: 'file-name',
  target: 'member',
  break(tar, place, random) {
    const member = tar.members[place]!;
    const { name, mtime, offset } = member;
    const [beginning] = halvesOf(tar, member, uniform(random, 0.3, 0.9)) ?? [];
    return beginning && [{ offset, length: 0, bytes: memberOf(name, mtime, packAs(tar, member, beginning)) }];
  },
};
