import { BLOCK } from '../../../src/archive/tar-header.ts';
import { tarHeader } from '../../../src/archive/write-tar.ts';
import type { ArchiveFault } from '../fault.ts';
import { longName, SHORT_NAME } from './long-name.ts';
import { padded } from './parts.ts';

/** How GNU tar writes a name of more than 100 bytes. */
export const gnuName: ArchiveFault = {
  scope: 'archive',
  id: 'gnu-name',
  level: 'archive',
  wording: 'A daily file’s long name stands in a GNU member before it.',
  verdict: 'accept',
  rule: null,
  target: 'member',
  shows: ({ members }, place) => longName(members[place]!.name),
  break({ members }, place) {
    const { name, size, mtime, offset } = members[place]!;
    const text = Buffer.from(`${longName(name)}\0`);
    const long = tarHeader({ name: '././@LongLink', size: text.length, mtime: 0, type: 'L' });
    return [
      {
        offset,
        length: BLOCK,
        bytes: Buffer.concat([long, padded(text), tarHeader({ name: SHORT_NAME, size, mtime })]),
      },
    ];
  },
};
