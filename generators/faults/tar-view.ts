import { fstatSync, readSync } from 'node:fs';
import { BLOCK, parseTarHeader } from '../../src/archive/tar-header.ts';

/** A member of an archive as it lies there. Offsets and lengths are bytes. */
export interface TarMemberView {
  /** `prod-edxapp-001/tracking.log-20130304.gz` */
  readonly name: string;
  /** Of its header block. */
  readonly offset: number;
  /** Of its content: header and padding not counted. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
}

/** A clean archive to be broken: any part of it can be read. */
export interface TarView {
  /** The name of its server. */
  readonly server: string;
  readonly members: readonly TarMemberView[];
  /** Of the whole archive. */
  readonly size: number;
  /** Reads some bytes; fewer at the end. */
  read(offset: number, length: number): Buffer;
}

/** View of an archive that ServerWriter has written, by its file descriptor. */
export function viewTar(server: string, file: number): TarView {
  const { size } = fstatSync(file);
  const read = (offset: number, length: number): Buffer => {
    const bytes = Buffer.alloc(Math.min(length, size - offset));
    for (let done = 0; done < bytes.length;) done += readSync(file, bytes, done, bytes.length - done, offset + done);
    return bytes;
  };
  const members: TarMemberView[] = [];
  for (let offset = 0; offset < size;) {
    const header = parseTarHeader(read(offset, BLOCK));
    if (!header) break;
    members.push({ name: header.name, offset, size: header.size, mtime: header.mtime });
    offset += BLOCK + Math.ceil(header.size / BLOCK) * BLOCK;
  }
  return { server, members, size, read };
}
