import { fstatSync, readSync } from 'node:fs';
import { BLOCK, parseTarHeader } from '../../src/archive/tar-header.ts';
import type { TarMemberView, TarView } from './tar-view.ts';

/** Looks through an archive that ServerWriter has written. */
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
