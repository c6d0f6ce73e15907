import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { BLOCK } from './tar-header.ts';

const NAME_LENGTH = 100;
const READ_BACK = 256 * 1024;
const LARGEST_OCTAL = 0o77777777777;

/** What a member's header says. */
export interface TarMember {
  /** At most 100 bytes of ASCII. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Seconds since 1970. */
  readonly mtime: number;
  /** The type flag, where it is no ordinary file. */
  readonly type?: string;
  /** Where a link leads. */
  readonly link?: string;
}

/**
 * A member's header block, in the POSIX ustar form; a size over 8 GiB is written in GNU's base 256.
 *
 * @throws RangeError when the name is too long
 */
export function tarHeader({ name, size, mtime, type = '', link = '' }: TarMember): Buffer {
  if (name.length > NAME_LENGTH) throw new RangeError(`a tar member's name holds at most ${NAME_LENGTH} bytes: ${name}`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number, offset: number) =>
    header.write(`${value.toString(8).padStart(digits, '0')}\0`, offset, 'latin1');
  header.write(name, 0, 'latin1');
  octal(0o644, 7, 100);
  octal(0, 7, 108);
  octal(0, 7, 116);
  if (size <= LARGEST_OCTAL) octal(size, 11, 124);
  else {
    header[124] = 0x80;
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  octal(mtime, 11, 136);
  header.write('        0', 148, 'latin1');
  header.write(type, 156, 'latin1');
  header.write(link, 157, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  header.write(`${checksum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

/**
 * Writes a tar whose members' sizes are known only when they end: a header's place is left empty and filled in then.
 * That is why it is not tar-stream's pack, which wants the size first and so would have each file in memory.
 *
 * All its methods throw what node:fs throws (ENOSPC, EACCES ...).
 */
export class TarWriter {
  #file: number;
  #end = 0;
  #header = 0;

  /** Creates the file, which must not exist. */
  constructor(path: string) {
    this.#file = openSync(path, 'wx+');
  }

  /** Starts a member. */
  begin(): void {
    this.#header = this.#end;
    this.#end += BLOCK;
  }

  /** Adds to the member's content. */
  write(bytes: Uint8Array): void {
    this.#put(bytes, this.#end);
    this.#end += bytes.length;
  }

  /** Ends the member. */
  end(name: string, mtime: number): void {
    const size = this.#end - this.#header - BLOCK;
    this.#put(tarHeader({ name, size, mtime }), this.#header);
    const padding = -size & (BLOCK - 1);
    if (padding > 0) this.write(Buffer.alloc(padding));
  }

  /** Ends the archive; gives its size in bytes and its hash, for which it is read back: headers were written late. */
  close(): { bytes: number; sha256: string } {
    this.write(Buffer.alloc(2 * BLOCK));
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(READ_BACK);
    for (let position = 0; position < this.#end; ) {
      const read = readSync(this.#file, piece, 0, READ_BACK, position);
      hash.update(piece.subarray(0, read));
      position += read;
    }
    closeSync(this.#file);
    return { bytes: this.#end, sha256: hash.digest('hex') };
  }

  #put(bytes: Uint8Array, position: number): void {
    let done = 0;
    while (done < bytes.length) done += writeSync(this.#file, bytes, done, bytes.length - done, position + done);
  }
}
