import type { ArchiveFault } from '../fault.ts';
import { memberOf } from './parts.ts';

const FINDER_INFO = { id: 9, offset: 50, length: 32 };
const RESOURCE_FORK = { id: 2, offset: 82, length: 0 };

/** What a Mac keeps about a file beside it, with nothing to tell: AppleDouble, version 2 [RFC 1740]. */
export const APPLE_DOUBLE = Buffer.concat([
  Buffer.from('\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        \x00\x02', 'latin1'),
  ...[FINDER_INFO, RESOURCE_FORK].map(({ id, offset, length }) => {
    const entry = Buffer.alloc(12);
    entry.writeUInt32BE(id, 0);
    entry.writeUInt32BE(offset, 4);
    entry.writeUInt32BE(length, 8);
    return entry;
  }),
  Buffer.alloc(FINDER_INFO.length),
]);

const nameOf = (name: string): string => name.replace('/', '/._');

/** The tar of a Mac: it puts what the system keeps about a file before it, unless it is told not to. */
export const appleDouble: ArchiveFault = {
  scope: 'archive',
  id: 'apple-double',
  level: 'archive',
  wording: 'A Mac’s own file about a daily file stands before it, its name with ._ in front.',
  verdict: 'either',
  rule: 'file-server',
  target: 'member',
  shows: ({ members }, place) => nameOf(members[place]!.name),
  break({ members }, place) {
    const { name, mtime, offset } = members[place]!;
    return [{ offset, length: 0, bytes: memberOf(nameOf(name), mtime, APPLE_DOUBLE) }];
  },
};
