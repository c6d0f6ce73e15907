import { BLOCK } from '../../../src/archive/tar-header.ts';
import { tarHeader } from '../../../src/archive/write-tar.ts';
import type { ArchiveFault } from '../fault.ts';
import { longName, SHORT_NAME } from './long-name.ts';
import { padded } from './parts.ts';

/** A pax record says its own length, digits included. */
function record(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return `${length}${rest}`;
}

/** How Python’s tarfile, among others, writes a name of more than 100 bytes [POSIX pax]. */
export const paxName: ArchiveFault = {
  scope: 'archive',
  id: 'pax-name',
  level: 'archive',
  wording: 'A daily file’s long name stands in a pax header before it.',
  verdict: 'accept',
  rule: null,
  target: 'member',
  shows: ({ members }, place) => longName(members[place]!.name),
  break({ members }, place) {
    const { name, size, mtime, offset } = members[place]!;
    const records = Buffer.from(record('path', longName(name)));
    const pax = tarHeader({ name: 'PaxHeader', size: records.length, mtime, type: 'x' });
    const bytes = Buffer.concat([pax, padded(records), tarHeader({ name: SHORT_NAME, size, mtime })]);
    return [{ offset, length: BLOCK, bytes }];
  },
};
