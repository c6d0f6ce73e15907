import { BLOCK } from '../../src/archive/tar-header.ts';
import { tarHeader } from '../../src/archive/write-tar.ts';

/** One member of a tar. */
export interface TarPart {
  readonly name: string;
  readonly content?: Uint8Array;
  /** The path that a symbolic link leads to, instead of a file. */
  readonly link?: string;
  /** A folder, instead of a file. */
  readonly folder?: boolean;
}

/** Seconds since 1970: 5 March 2013. */
const MTIME = 1_362_441_600;
const TYPE_FLAG = 156;
const LINK_NAME = 157;
const CHECKSUM = 148;

/** Puts another type into a header, and its checksum right. */
function retype(header: Buffer, flag: string, link = ''): void {
  header.write(flag, TYPE_FLAG, 'latin1');
  header.write(link, LINK_NAME, 'latin1');
  header.write('        ', CHECKSUM, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM, 'latin1');
}

function member({ name, content = new Uint8Array(), link, folder }: TarPart): Buffer[] {
  const header = tarHeader({ name, size: content.length, mtime: MTIME });
  if (link !== undefined) retype(header, '2', link);
  else if (folder) retype(header, '5');
  return [header, Buffer.from(content), Buffer.alloc(-content.length & (BLOCK - 1))];
}

/** A tar in memory, members in the given order. */
export const tarOf = (parts: readonly TarPart[]): Buffer =>
  Buffer.concat([...parts.flatMap(member), Buffer.alloc(2 * BLOCK)]);
