import { createHash, type Hash } from 'node:crypto';
import { DAILY_FILE } from '../spec/index.ts';
import { GzipWriter } from './write-gzip.ts';
import type { TarOutput } from './write-tar.ts';

/** Lines gather in a block of this size before they are hashed, compressed and written. */
const BLOCK = 512 * 1024;

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

/** A daily file's name in an archive. */
export const dailyFile = (day: string, { compress }: Compression): string =>
  `${DAILY_FILE}${day}${compress === 'gzip' ? '.gz' : ''}`;

/**
 * Writes one server's tar while its lines come: `prod-edxapp-001/tracking.log-20130304.gz`, one file a day. Memory holds a
 * block of one file, whatever the size of the day, and what the tar holds.
 */
export class ServerWriter implements LogWriter {
  readonly #server: string;
  readonly #compression: Compression;
  readonly #tar: TarOutput;
  readonly #files: WrittenFile[] = [];
  readonly #block = Buffer.allocUnsafe(BLOCK);
  #used = 0;
  #text = '';
  #gzip: GzipWriter | undefined;
  #hash: Hash | undefined;
  #lines = 0;
  #bytes = 0;
  #first = 0;
  #last = 0;
  #name = '';
  #mtime = 0;

  /**
   * @param tar takes the daily files
   * @param server the server's name, the tar's one top directory
   */
  constructor(tar: TarOutput, server: string, compression: Compression) {
    this.#tar = tar;
    this.#server = server;
    this.#compression = compression;
  }

  nextFile(day: string, mtime: number): void {
    this.#endFile();
    this.#name = dailyFile(day, this.#compression);
    this.#mtime = mtime;
  }

  line(text: string, time: number, lines = 1): void {
    if (this.#hash === undefined) this.#open(time);
    this.#text += text;
    if (this.#text.length > GATHERED) this.#gather();
    this.#lines += lines;
    this.#last = time;
  }

  close(): WrittenArchive {
    this.#endFile();
    return { ...this.#tar.close(), files: this.#files };
  }

  #endFile(): void {
    if (this.#hash === undefined) return;
    this.#gather();
    this.#flush(this.#block.subarray(0, this.#used));
    this.#gzip?.end();
    const name = this.#name;
    this.#tar.end(`${this.#server}/${name}`, this.#mtime);
    const sha256 = this.#hash.digest('hex');
    this.#files.push({ name, lines: this.#lines, bytes: this.#bytes, sha256, first: this.#first, last: this.#last });
    this.#hash = undefined;
  }

  #open(time: number): void {
    this.#tar.begin();
    this.#gzip =
      this.#compression.compress === 'gzip'
        ? new GzipWriter(this.#compression.gzipLevel, (bytes) => this.#tar.write(bytes))
        : undefined;
    this.#hash = createHash('sha256');
    this.#lines = 0;
    this.#bytes = 0;
    this.#first = time;
  }

  #gather(): void {
    const text = this.#text;
    this.#text = '';
    if (this.#used + text.length > BLOCK) this.#flush(this.#block.subarray(0, this.#used));
    if (text.length > BLOCK) this.#flush(Buffer.from(text, 'latin1'));
    else this.#used += this.#block.write(text, this.#used, 'latin1');
  }

  #flush(bytes: Buffer): void {
    this.#hash!.update(bytes);
    if (this.#gzip) this.#gzip.block(bytes);
    else this.#tar.write(bytes);
    this.#bytes += bytes.length;
    this.#used = 0;
  }
}
