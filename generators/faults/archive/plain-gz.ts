import type { ArchiveFault } from '../fault.ts';
import { endOtherwise, isGzip, textOf } from './parts.ts';

/** A step of a pipeline that unpacks and keeps the name. */
export const plainGz: ArchiveFault = {
  scope: 'archive',
  id: 'plain-gz',
  level: 'archive',
  wording: 'A daily file is named .gz, and is plain text.',
  verdict: 'either',
  rule: null,
  target: 'member',
  break(tar, place) {
    const member = tar.members[place]!;
    const text = isGzip(tar, member) ? textOf(tar, member) : undefined;
    return text && endOtherwise(member, 0, text);
  },
};
