import { GzipWriter } from '../../../src/archive/write-gzip.ts';
import type { Compression } from '../../../src/archive/write-server.ts';

/** One line in so many is taken, so that those taken are of different hours and people. */
const EVERY = 200;

/** So many lines fill what gzip looks back at. */
const APART = 64;

/**
 * What lines of learners pack to where so many people are at work that gzip never finds the same learner's line before: lines
 * from far apart, of another learner each, packed together.
 */
export class Crowd {
  readonly #compression: Compression;
  readonly #taken: string[] = [];
  readonly #last: number[] = [];
  #seen = 0;

  constructor(compression: Compression) {
    this.#compression = compression;
  }

  /** Shows a line, which is taken or not. */
  line(learner: number, text: string): void {
    this.#seen += 1;
    if (this.#seen < EVERY || this.#last.includes(learner)) return;
    this.#seen = 0;
    this.#taken.push(text);
    this.#last[this.#taken.length % APART] = learner;
  }

  /** Packed bytes by bytes of text. */
  get ratio(): number {
    const { compress, gzipLevel } = this.#compression;
    const text = this.#taken.join('');
    if (compress === 'none' || text === '') return 1;
    let packed = 0;
    const gzip = new GzipWriter(gzipLevel, (bytes) => (packed += bytes.length));
    gzip.block(Buffer.from(text, 'latin1'));
    gzip.end();
    return packed / text.length;
  }
}
