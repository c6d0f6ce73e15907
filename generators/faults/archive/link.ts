import { tarHeader } from '../../../src/archive/write-tar.ts';
import type { ArchiveFault } from '../fault.ts';
import type { TarMemberView } from '../tar-view.ts';
import { behind, renamed } from './parts.ts';

/** A day that no archive has, and where the link leads: to nothing, so that it is harmless. */
const DAY = '19991230';
const NOWHERE = '../../edxgen-linked/nowhere';

const nameOf = (member: TarMemberView): string => renamed(member, DAY);

/** A trap for whoever extracts first and reads then. */
export const link: ArchiveFault = {
  scope: 'archive',
  id: 'link',
  level: 'archive',
  wording: 'An archive holds a symbolic link that leads out of it, to nothing.',
  verdict: 'reject',
  rule: 'file-archive',
  target: 'member',
  shows: ({ members }, place) => nameOf(members[place]!),
  break({ members }, place) {
    const member = members[place]!;
    return behind(member, tarHeader({ name: nameOf(member), size: 0, mtime: member.mtime, type: '2', link: NOWHERE }));
  },
};
