/** The forms in which common programs write a member of a tar: each means the same file. */
import { BLOCK } from '../../src/archive/tar-header.ts';
import { tarHeader } from '../../src/archive/write-tar.ts';

/** Seconds since 1970: 5 March 2013. */
const MTIME = 1_362_441_600;

const CHECKSUM = { from: 148, to: 156 };
const MAGIC = 257;
const PREFIX = 345;

/** A header with some of its bytes changed, and its checksum put right. */
function changed(header: Buffer, change: (header: Buffer) => void): Buffer {
  change(header);
  header.fill(' ', CHECKSUM.from, CHECKSUM.to);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM.from, 'latin1');
  return header;
}

const plain = (
  name: string,
  content: Uint8Array,
  type = '',
  change: (header: Buffer) => void = () => undefined,
): Buffer =>
  Buffer.concat([
    changed(tarHeader({ name, size: content.length, mtime: MTIME, type }), change),
    content,
    Buffer.alloc(-content.length & (BLOCK - 1)),
  ]);

/** A record of a pax header says its own length, digits included. */
function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest;
  while (`${length}`.length + rest !== length) length = `${length}`.length + rest;
  return `${length} ${key}=${value}\n`;
}

const pax = (type: 'x' | 'g', ...records: readonly [string, string][]): Buffer =>
  plain('PaxHeader', Buffer.from(records.map(([key, value]) => paxRecord(key, value)).join('')), type);

const gnuMagic = (header: Buffer): void => void header.write('ustar  \0', MAGIC, 'latin1');
const v7 = (header: Buffer): void => void header.fill(0, MAGIC);

/** One file of a server. */
export interface Named {
  readonly server: string;
  readonly name: string;
}

type Form = (named: Named, content: Uint8Array) => Buffer;

const pathOf = ({ server, name }: Named): string => `${server}/${name}`;
const short = (named: Named): string => pathOf(named).slice(0, 100);

/** Forms for a name of any length: a header has room for 100 bytes, or for 155 more where a folder stands apart. */
export const LONG_FORMS: readonly Form[] = [
  ({ server, name }, content) => plain(name, content, '', (header) => void header.write(server, PREFIX, 'latin1')),
  (named, content) =>
    Buffer.concat([
      plain('././@LongLink', Buffer.from(`${pathOf(named)}\0`), 'L', gnuMagic),
      plain(short(named), content, '', gnuMagic),
    ]),
  (named, content) => Buffer.concat([pax('x', ['path', pathOf(named)]), plain('name-too-long', content)]),
  (named, content) =>
    Buffer.concat([
      pax('x', ['mtime', '1362441600.25'], ['path', pathOf(named)], ['SCHILY.dev', '2049']),
      plain(short(named), content),
    ]),
];

/** Forms for a name that a header has room for. */
export const FORMS: readonly Form[] = [
  (named, content) => plain(`./${pathOf(named)}`, content),
  ...LONG_FORMS,
  (named, content) =>
    Buffer.concat([
      pax('x', ['mtime', '1362441600.25'], ['LIBARCHIVE.xattr.user', 'a=b']),
      plain(pathOf(named), content),
    ]),
  (named, content) => Buffer.concat([pax('g', ['comment', 'path=x']), plain(pathOf(named), content)]),
  (named, content) => plain(pathOf(named), content, '', v7),
  (named, content) => plain(pathOf(named), content, '\0'),
  (named, content) => plain(pathOf(named), content, '', gnuMagic),
];

/** A tar of members. */
export const tarOfForms = (members: readonly Buffer[]): Buffer => Buffer.concat([...members, Buffer.alloc(2 * BLOCK)]);

/** A link of an archive: hard, by the target's whole path, or symbolic, by its name in the same folder. */
export const linkMember = (named: Named, target: Named, hard: boolean): Buffer =>
  tarHeader({
    name: pathOf(named),
    size: 0,
    mtime: MTIME,
    type: hard ? '1' : '2',
    link: hard ? pathOf(target) : target.name,
  });

/** A file as every tar writes it. */
export const plainMember = (path: string, content: Uint8Array): Buffer => plain(path, content);
