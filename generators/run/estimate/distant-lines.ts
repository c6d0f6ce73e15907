import { GzipWriter } from '../../../src/archive/write-gzip.ts';
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
    const text = this.#taken.join('');
    if (compress === 'none' || text === '') return 1;
    let packed = 0;
    const gzip = new GzipWriter(gzipLevel, (bytes) => (packed += bytes.length));
    gzip.block(Buffer.from(text, 'latin1'));
    gzip.end();
    return packed / text.length;
  }
}
