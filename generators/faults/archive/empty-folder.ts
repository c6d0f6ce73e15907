import { tarHeader } from '../../../src/archive/write-tar.ts';
import type { ArchiveFault } from '../fault.ts';
import { OTHER_SERVER } from './other-server.ts';
import { behind } from './parts.ts';

const NAME = `${OTHER_SERVER}/`;

/** A server that was renamed: its folder was made, and never filled. */
export const emptyFolder: ArchiveFault = {
  scope: 'archive',
  id: 'empty-folder',
  level: 'archive',
  wording: 'An archive holds the empty folder of another server.',
  verdict: 'either',
  rule: 'file-server',
  target: 'member',
  shows: () => NAME,
  break({ members }, place) {
    const member = members[place]!;
    return behind(member, tarHeader({ name: NAME, size: 0, mtime: member.mtime, type: '5' }));
  },
};
