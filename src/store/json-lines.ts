import { createHash } from 'node:crypto';
import { NEWLINE, type Chunks } from './byte-reader.ts';
import type { Draft, Sink } from './store.ts';

/** Lines gather to some size before they are written. */
const GATHERED = 64 * 1024;

/** Writes a file of one JSON value a line. Its methods throw what its sink throws. */
export class JsonLines {
  readonly #sink: Sink;
  #text = '';

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  write(value: object): void {
    this.writeText(JSON.stringify(value));
  }

  /** @param text a JSON value without a newline in it */
  writeText(text: string): void {
    this.#text += `${text}\n`;
    if (this.#text.length > GATHERED) this.#flush();
  }

  close(): void {
    this.#flush();
    this.#sink.close();
  }

  #flush(): void {
    this.#sink.write(Buffer.from(this.#text));
    this.#text = '';
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
