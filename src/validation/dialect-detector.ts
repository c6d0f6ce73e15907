import { fieldOrder, type Dialect } from '../spec/index.ts';

const DEPLOYED_ONLY = `"${fieldOrder('deployed', 'server').find((name) => !fieldOrder('documented', 'server').includes(name))!}":`;

/** So many lines are looked at, of so many bytes at most. */
const LINES = 16;
const BYTES = 256 * 1024;

/** A line that waits until its file's dialect is known. */
export interface WaitingLine {
  readonly bytes: Buffer;
  readonly number: number;
}

/** Tells the dialect of a file by its first lines, the majority of them, since any one may be broken. */
export class DialectDetector {
  readonly #waiting: WaitingLine[] = [];
  #bytes = 0;
  #deployed = 0;

  /** Takes the next line; tells whether enough have been seen. */
  line(bytes: Buffer, number: number): boolean {
    this.#waiting.push({ bytes: Buffer.from(bytes), number });
    this.#bytes += bytes.length;
    if (bytes.includes(DEPLOYED_ONLY)) this.#deployed += 1;
    return this.#waiting.length >= LINES || this.#bytes >= BYTES;
  }

  /** Ends the vote; gives the lines back. */
  end(): { dialect: Dialect; lines: readonly WaitingLine[] } {
    return {
      dialect: 2 * this.#deployed >= Math.max(1, this.#waiting.length) ? 'deployed' : 'documented',
      lines: this.#waiting,
    };
  }
}
