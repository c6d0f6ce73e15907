import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { HashedSink } from '../store/hashed-sink.ts';
import type { Draft, Sink, Store } from '../store/store.ts';
import { BLOCK } from './tar-header.ts';

const NAME_LENGTH = 100;
const READ_BACK = 256 * 1024;
const LARGEST_OCTAL = 0o77777777777;

/** Entries of a member's header. */
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
  if (name.length > NAME_LENGTH)
    throw new RangeError(`a tar member's name holds at most ${NAME_LENGTH} bytes: ${name}`);
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

/** Takes the members of a tar, whose sizes are known only when they end. */
export interface TarOutput {
  /** Starts a member. */
  begin(): void;
  /** Adds to the member's content. The bytes may be changed afterwards. */
  write(bytes: Uint8Array): void;
  /** Ends the member. */
  end(name: string, mtime: number): void;
  /** Ends the archive; gives its size in bytes and its hash. */
  close(): { bytes: number; sha256: string };
}

/** Zeros that pad a member's last block. */
const padding = (size: number): Uint8Array => Buffer.alloc(-size & (BLOCK - 1));

const END = Buffer.alloc(2 * BLOCK);

/**
 * Writes a tar to where nothing can be changed later: the member at hand is held until its size is known, packed as it is.
 *
 * Memory holds a member therefore, but the archive is hashed as it goes, and its bytes come in order.
 */
export class StreamedTar implements TarOutput {
  readonly #sink: HashedSink;
  #pieces: Buffer[] = [];

  constructor(sink: Sink) {
    this.#sink = new HashedSink(sink);
  }

  begin(): void {
    this.#pieces = [];
  }

  write(bytes: Uint8Array): void {
    this.#pieces.push(Buffer.from(bytes));
  }

  end(name: string, mtime: number): void {
    const size = this.#pieces.reduce((sum, { length }) => sum + length, 0);
    for (const bytes of [tarHeader({ name, size, mtime }), ...this.#pieces, padding(size)]) this.#sink.write(bytes);
    this.#pieces = [];
  }

  close(): { bytes: number; sha256: string } {
    this.#sink.write(END);
    this.#sink.close();
    return this.#sink.sum();
  }
}

/**
 * Writes a tar to a file: a header's block is left empty and filled in when its member ends, so that memory holds nothing
 * of it. That is why it is not tar-stream's pack, which wants the size first and so would have each file in memory.
 *
 * All its methods throw what node:fs throws (ENOSPC, EACCES ...).
 */
export class TarFile implements TarOutput {
  #file: number | undefined;
  #end = 0;
  #header = 0;

  /** Creates the file, which must not exist. */
  constructor(path: string) {
    this.#file = openSync(path, 'wx+');
  }

  begin(): void {
    this.#header = this.#end;
    this.#end += BLOCK;
  }

  write(bytes: Uint8Array): void {
    this.#put(bytes, this.#end);
    this.#end += bytes.length;
  }

  end(name: string, mtime: number): void {
    const size = this.#end - this.#header - BLOCK;
    this.#put(tarHeader({ name, size, mtime }), this.#header);
    this.write(padding(size));
  }

  /** For the hash, the file is read back: headers were written late. */
  close(): { bytes: number; sha256: string } {
    this.write(END);
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(READ_BACK);
    for (let position = 0; position < this.#end;) {
      const read = readSync(this.#file!, piece, 0, READ_BACK, position);
      hash.update(piece.subarray(0, read));
      position += read;
    }
    this.abandon();
    return { bytes: this.#end, sha256: hash.digest('hex') };
  }

  /** Closes the file, ended or not. */
  abandon(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #put(bytes: Uint8Array, position: number): void {
    let done = 0;
    while (done < bytes.length) done += writeSync(this.#file!, bytes, done, bytes.length - done, position + done);
  }
}

/** A tar that is being written, and its draft, of which a folder's needs no care. */
export interface BegunTar extends Partial<Pick<Draft, 'ready' | 'done'>> {
  readonly tar: TarOutput;
}

/** Begins a tar, a draft of a store. */
export function beginTar(store: Store, name: string): BegunTar {
  if (store.local) return { tar: new TarFile(store.local.draftPath(name)) };
  const draft = store.draft(name);
  return { tar: new StreamedTar(draft), ready: () => draft.ready(), done: () => draft.done() };
}
