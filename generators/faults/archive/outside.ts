import type { ArchiveFault } from '../fault.ts';
import type { TarMemberView, TarView } from '../tar-view.ts';
import { behind, memberOf, packAs } from './parts.ts';

/**
 * An operator that adds an empty file whose path leads out of the archive.
 *
 * @param out gives the path, by the member that the file is put behind
 */
export const pathOut = (id: string, wording: string, out: (member: TarMemberView) => string): ArchiveFault => ({
  scope: 'archive',
  id,
  level: 'archive',
  wording,
  verdict: 'reject',
  rule: 'file-archive',
  target: 'member',
  shows: ({ members }: TarView, place: number) => out(members[place]!),
  break(tar, place) {
    const member = tar.members[place]!;
    return behind(member, memberOf(out(member), member.mtime, packAs(tar, member, Buffer.alloc(0))));
  },
});
