import { createHash } from 'node:crypto';
import { DAILY_FILE, LOG_FILE } from '../spec/packaging.ts';
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

/** A server and its archive as it was written. */
export interface ServerArchive {
  readonly server: string;
  readonly archive: WrittenArchive;
}

/** Compression of the daily files in an archive. */
export interface Compression {
  readonly compress: 'gzip' | 'none';
  /** 1 (fast) to 9 (small). */
  readonly gzipLevel: number;
}

/** Writer of the lines of a server, daily file by daily file. */
export interface LogWriter {
  /**
   * Ends the daily file that is open, if there is one; the next line opens another.
   *
   * @param day the day in its name, `YYYYMMDD`
   * @param mtime seconds since 1970
   */
  nextFile(day: string, mtime: number): void;

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

/** A daily file's name in an archive; that of one which is never cut, where it has no day. */
export const dailyFile = (day: string, { compress }: Compression): string =>
  day === '' ? LOG_FILE : `${DAILY_FILE}${day}${compress === 'gzip' ? '.gz' : ''}`;

/** A daily file that has been written. */
export interface EndedFile {
  /** Day in its name, `YYYYMMDD`. */
  readonly day: string;
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
  /** Packs a block of the file that is open, which is part of the memory that `room` gave last. */
  block(bytes: Buffer): void;
  /** Ends the file that is open; the next block opens another. */
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
  #isOpen = false;

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

  block(bytes: Buffer): void {
    if (!this.#isOpen) this.#open();
    this.#hash.update(bytes);
    if (this.#gzip) this.#gzip.block(bytes);
    else this.#tar.write(bytes);
    this.#bytes += bytes.length;
  }

  endFile({ day, mtime, lines, first, last }: EndedFile): void {
    if (!this.#isOpen) this.#open();
    this.#gzip?.end();
    const name = dailyFile(day, this.#compression);
    this.#tar.end(`${this.#server}/${name}`, mtime);
    this.#files.push({ name, lines, bytes: this.#bytes, sha256: this.#hash.digest('hex'), first, last });
    this.#isOpen = false;
  }

  close(): WrittenArchive {
    return { ...this.#tar.close(), files: this.#files };
  }

  #open(): void {
    this.#isOpen = true;
    this.#tar.begin();
    const { compress, gzipLevel } = this.#compression;
    this.#gzip = compress === 'gzip' ? new GzipWriter(gzipLevel, (bytes) => this.#tar.write(bytes)) : undefined;
    this.#hash = createHash('sha256');
    this.#bytes = 0;
  }
}

/** Gathers a server's lines while they come, and hands them over in blocks. */
export class ServerWriter implements LogWriter {
  readonly #packer: Packer;
  #block: Buffer;
  #used = 0;
  #text = '';
  #lines = 0;
  /** Time of the file's first line; negative before that. */
  #first = -1;
  #last = 0;
  #day = '';
  #mtime = 0;

  constructor(packer: Packer) {
    this.#packer = packer;
    this.#block = packer.room();
  }

  nextFile(day: string, mtime: number): void {
    this.#endFile();
    this.#day = day;
    this.#mtime = mtime;
  }

  line(text: string, time: number, lines = 1): void {
    if (this.#first < 0) this.#first = time;
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
      const [day, mtime, lines, first, last] = [this.#day, this.#mtime, this.#lines, this.#first, this.#last];
      this.#packer.endFile({ day, mtime, lines, first, last });
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
