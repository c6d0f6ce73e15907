import { createHash } from 'node:crypto';
import { GzipWriter } from './write-gzip.ts';
import type { TarOutput } from './write-tar.ts';

/** Bytes of a block, in which lines gather before they are hashed, compressed and written. */
export const BLOCK = 512 * 1024;

/** Lines are copied to the block by some hundred at once: a copy for each takes a tenth more of all time. */
const GATHERED = 32 * 1024;

/** One daily file as it was written. */
export interface WrittenFile {
  /** `tracking.log-20130304.gz` */
  readonly name: string;
  readonly lines: number;
  /** Of the uncompressed text, like its hash. */
  readonly bytes: number;
  readonly sha256: string;
  /** Times of the first and the last line, microseconds since 1970. */
  readonly first: number;
  readonly last: number;
}

/** A server's archive as it was written. */
export interface WrittenArchive {
  readonly bytes: number;
  readonly sha256: string;
  readonly files: readonly WrittenFile[];
}

/** A server and its archive as it was written; or a log that all servers write to, and a file of it. */
export interface ServerArchive {
  readonly server: string;
  /** The archive's name: that of a tar, or of the file. */
  readonly name: string;
  readonly archive: WrittenArchive;
}

/** Compression of files whose names say that they are. */
export interface Compression {
  /** 1 (fast) to 9 (small). */
  readonly gzipLevel: number;
}

/** Ends the name of a file that is compressed. */
export const GZ = '.gz';

/** Writer of the lines of a log, file by file. */
export interface LogWriter {
  /**
   * Ends the file that is open, if there is one; the next line opens another.
   *
   * @param name `tracking.log-20130304.gz`
   * @param mtime seconds since 1970
   */
  nextFile(name: string, mtime: number): void;

  /**
   * Adds text to the daily file.
   *
   * @param text a line with its newline, one character a byte
   * @param time microseconds since 1970
   * @param lines how many newlines the text holds, where that is not one
   */
  line(text: string, time: number, lines?: number): void;

  /** Ends the archive. */
  close(): WrittenArchive;
}

/** A daily file that has been written. */
export interface EndedFile {
  /** Seconds since 1970. */
  readonly mtime: number;
  readonly lines: number;
  /** Times of the first and the last line, microseconds since 1970. */
  readonly first: number;
  readonly last: number;
}

/** Packer of a server's text, which takes it in blocks. */
export interface Packer {
  /** Gives memory of {@link BLOCK} bytes for the next block. */
  room(): Buffer;
  /** Begins a file. */
  beginFile(name: string): void;
  /** Packs a block of the file that is open, which is part of the memory that `room` gave last. */
  block(bytes: Buffer): void;
  /** Ends the file that is open. */
  endFile(file: EndedFile): void;
  /** Ends the archive. */
  close(): WrittenArchive;
}

/**
 * Packs a server's text into its tar: `prod-edxapp-001/tracking.log-20130304.gz`, one file a day. Memory holds a block of one
 * file, whatever the size of the day, and what the tar holds.
 */
export class ServerPacker implements Packer {
  readonly #tar: TarOutput;
  readonly #server: string;
  readonly #compression: Compression;
  readonly #files: WrittenFile[] = [];
  readonly #room = Buffer.allocUnsafe(BLOCK);
  #hash = createHash('sha256');
  #gzip: GzipWriter | undefined;
  #bytes = 0;
  #name = '';

  /**
   * @param tar takes the daily files
   * @param server the server's name, the tar's one top directory
   */
  constructor(tar: TarOutput, server: string, compression: Compression) {
    this.#tar = tar;
    this.#server = server;
    this.#compression = compression;
  }

  room(): Buffer {
    return this.#room;
  }

  beginFile(name: string): void {
    this.#name = name;
    this.#tar.begin();
    const { gzipLevel } = this.#compression;
    this.#gzip = name.endsWith(GZ) ? new GzipWriter(gzipLevel, (bytes) => this.#tar.write(bytes)) : undefined;
    this.#hash = createHash('sha256');
    this.#bytes = 0;
  }

  block(bytes: Buffer): void {
    this.#hash.update(bytes);
    if (this.#gzip) this.#gzip.block(bytes);
    else this.#tar.write(bytes);
    this.#bytes += bytes.length;
  }

  endFile({ mtime, lines, first, last }: EndedFile): void {
    const name = this.#name;
    this.#gzip?.end();
    this.#tar.end(`${this.#server}/${name}`, mtime);
    this.#files.push({ name, lines, bytes: this.#bytes, sha256: this.#hash.digest('hex'), first, last });
  }

  close(): WrittenArchive {
    return { ...this.#tar.close(), files: this.#files };
  }
}

/** Gathers a log's lines while they come, and hands them over in blocks. */
export class ServerWriter implements LogWriter {
  readonly #packer: Packer;
  #block: Buffer;
  #used = 0;
  #text = '';
  #lines = 0;
  /** Time of the file's first line; negative before that. */
  #first = -1;
  #last = 0;
  #name = '';
  #mtime = 0;

  constructor(packer: Packer) {
    this.#packer = packer;
    this.#block = packer.room();
  }

  nextFile(name: string, mtime: number): void {
    this.#endFile();
    this.#name = name;
    this.#mtime = mtime;
  }

  line(text: string, time: number, lines = 1): void {
    if (this.#first < 0) {
      this.#first = time;
      this.#packer.beginFile(this.#name);
    }
    this.#text += text;
    if (this.#text.length > GATHERED) this.#gather();
    this.#lines += lines;
    this.#last = time;
  }

  close(): WrittenArchive {
    this.#endFile();
    return this.#packer.close();
  }

  #endFile(): void {
    if (this.#first >= 0) {
      this.#gather();
      this.#flush();
      const [mtime, lines, first, last] = [this.#mtime, this.#lines, this.#first, this.#last];
      this.#packer.endFile({ mtime, lines, first, last });
    }
    this.#lines = 0;
    this.#first = -1;
  }

  #gather(): void {
    const text = this.#text;
    this.#text = '';
    if (this.#used + text.length > BLOCK) this.#flush();
    for (let from = 0; from < text.length; from += BLOCK) {
      if (from > 0) this.#flush();
      this.#used += this.#block.write(from === 0 ? text : text.slice(from), this.#used, 'latin1');
    }
  }

  #flush(): void {
    if (this.#used === 0) return;
    this.#packer.block(this.#block.subarray(0, this.#used));
    this.#block = this.#packer.room();
    this.#used = 0;
  }
}
