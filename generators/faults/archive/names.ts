/** Names of members: long ones, as two formats write them, and one of another server. */
import { BLOCK } from '../../../src/archive/tar-header.ts';
import { tarHeader } from '../../../src/archive/write-tar.ts';
import { archiveFaults } from '../fault.ts';
import { OTHER_SERVER, padded } from './parts.ts';

/** The same path, longer than a header has room for: a dot leads nowhere. */
const longName = (name: string): string => name.replace('/', `/${'./'.repeat(60)}`);

/** What stands in the header of a member whose name stands before it. */
const SHORT_NAME = 'name-too-long';

/** A pax record says its own length, digits included. */
function paxRecord(key: string, value: string): string {
  const rest = ` ${key}=${value}\n`;
  let length = rest.length;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return `${length}${rest}`;
}

const moved = (name: string): string => OTHER_SERVER + name.slice(name.indexOf('/'));

export const nameFaults = archiveFaults({ verdict: 'accept', rule: null, target: 'member' }, [
  {
    // How GNU tar writes a name of more than 100 bytes.
    id: 'gnu-name',
    wording: 'A daily file’s long name stands in a GNU member before it.',
    shows: ({ name }) => longName(name),
    break(_tar, { name, size, mtime, offset }) {
      const text = Buffer.from(`${longName(name)}\0`);
      const long = tarHeader({ name: '././@LongLink', size: text.length, mtime: 0, type: 'L' });
      const bytes = Buffer.concat([long, padded(text), tarHeader({ name: SHORT_NAME, size, mtime })]);
      return [{ offset, length: BLOCK, bytes }];
    },
  },
  {
    // How Python's tarfile, among others, writes a name of more than 100 bytes [POSIX pax].
    id: 'pax-name',
    wording: 'A daily file’s long name stands in a pax header before it.',
    shows: ({ name }) => longName(name),
    break(_tar, { name, size, mtime, offset }) {
      const records = Buffer.from(paxRecord('path', longName(name)));
      const pax = tarHeader({ name: 'PaxHeader', size: records.length, mtime, type: 'x' });
      const bytes = Buffer.concat([pax, padded(records), tarHeader({ name: SHORT_NAME, size, mtime })]);
      return [{ offset, length: BLOCK, bytes }];
    },
  },
  {
    // A machine that took over another one's disk.
    id: 'foreign-folder',
    wording: 'A daily file lies in the folder of another server than the archive’s.',
    verdict: 'either',
    rule: 'file-server',
    shows: ({ name }) => moved(name),
    break: (_tar, { name, size, mtime, offset }) => [
      { offset, length: BLOCK, bytes: tarHeader({ name: moved(name), size, mtime }) },
    ],
  },
]);
