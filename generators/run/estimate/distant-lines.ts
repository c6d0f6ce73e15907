import { GzipWriter, WINDOW } from '../../../src/archive/write-gzip.ts';
import type { PackedPlan } from '../../simulation/plan.ts';

/** Lines of which one is taken, so that those taken are of different hours and people. */
const EVERY = 200;

/** Lines that fill gzip's window. */
const APART = 64;

/**
 * Measures how lines of learners pack where so many people are active that gzip never reaches the same learner's line before: lines
 * from far apart in the log, each of another learner, packed together.
 */
export class DistantLines {
  readonly #compression: Pick<PackedPlan, 'compress' | 'gzipLevel'>;
  readonly #taken: string[] = [];
  readonly #last: number[] = [];
  #seen = 0;

  constructor(compression: Pick<PackedPlan, 'compress' | 'gzipLevel'>) {
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
    const text = Buffer.from(this.#taken.join(''), 'latin1');
    if (compress === 'none' || text.length === 0) return 1;
    let packed = 0;
    const gzip = new GzipWriter(gzipLevel, (bytes) => (packed += bytes.length));
    // Lines of a file find a full window before them; the first ones here do not, and pack less well.
    const first = text.length > 2 * WINDOW ? WINDOW : 0;
    if (first > 0) gzip.block(text.subarray(0, first));
    const before = packed;
    gzip.block(text.subarray(first));
    gzip.end();
    return (packed - before) / (text.length - first);
  }
}
