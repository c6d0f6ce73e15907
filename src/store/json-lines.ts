import { createHash } from 'node:crypto';
import { NEWLINE, type Chunks } from './byte-reader.ts';
import type { Draft, Sink } from './store.ts';

/** Bytes of lines that gather before they are written. */
const GATHERED = 64 * 1024;

/** Bytes of UTF-8 that a code unit of text takes at most. */
const WIDEST = 3;

/** Writes a file of one JSON value a line. Its methods throw what its sink throws. */
export class JsonLines {
  readonly #sink: Sink;
  readonly #room = Buffer.allocUnsafe(GATHERED);
  #used = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  write(value: object): void {
    this.writeText(JSON.stringify(value));
  }

  /**
   * Each line is encoded by itself: where they are put together first, one name in another script makes all of them slow.
   *
   * @param text a JSON value without a newline in it
   */
  writeText(text: string): void {
    const most = WIDEST * text.length + 1;
    if (this.#used + most > GATHERED) this.#flush();
    if (most > GATHERED) return this.#sink.write(Buffer.from(`${text}\n`));
    this.#used += this.#room.write(text, this.#used);
    this.#room[this.#used] = NEWLINE;
    this.#used += 1;
  }

  close(): void {
    this.#flush();
    this.#sink.close();
  }

  #flush(): void {
    if (this.#used > 0) this.#sink.write(this.#room.subarray(0, this.#used));
    this.#used = 0;
  }
}

/**
 * Puts files of lines one after the other into a new one.
 *
 * @returns how many lines and bytes there are, and the hash of them all
 */
export async function concatenate(
  pieces: Iterable<Chunks>,
  whole: Draft,
): Promise<{ lines: number; bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let lines = 0;
  let bytes = 0;
  for (const piece of pieces) {
    for await (const chunk of piece) {
      whole.write(chunk);
      await whole.ready();
      hash.update(chunk);
      bytes += chunk.length;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) lines += 1;
    }
  }
  whole.close();
  await whole.done();
  return { lines, bytes, sha256: hash.digest('hex') };
}
