import type { ArchiveFault } from '../fault.ts';
import { behind, memberOf, packAs, renamed } from './parts.ts';

/** A day that no archive has. */
const DAY = '19991231';

/** A server that was taken out: its file was rotated, and holds nothing. */
export const emptyFile: ArchiveFault = {
  scope: 'archive',
  id: 'empty-file',
  level: 'archive',
  wording: 'An archive holds a daily file without any line.',
  verdict: 'accept',
  rule: null,
  target: 'member',
  shows: ({ members }, place) => renamed(members[place]!, DAY),
  break(tar, place) {
    const member = tar.members[place]!;
    return behind(member, memberOf(renamed(member, DAY), member.mtime, packAs(tar, member, Buffer.alloc(0))));
  },
};
