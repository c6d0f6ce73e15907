import { BLOCK } from '../../../src/archive/tar-header.ts';
import { tarHeader } from '../../../src/archive/write-tar.ts';
import type { ArchiveFault } from '../fault.ts';
import { OTHER_SERVER } from './other-server.ts';

const moved = (name: string): string => OTHER_SERVER + name.slice(name.indexOf('/'));

/** A machine that took over another one’s disk. */
export const foreignFolder: ArchiveFault = {
  scope: 'archive',
  id: 'foreign-folder',
  level: 'archive',
  wording: 'A daily file lies in the folder of another server than the archive’s.',
  verdict: 'either',
  rule: 'file-server',
  target: 'member',
  shows: ({ members }, place) => moved(members[place]!.name),
  break({ members }, place) {
    const { name, size, mtime, offset } = members[place]!;
    return [{ offset, length: BLOCK, bytes: tarHeader({ name: moved(name), size, mtime }) }];
  },
};
