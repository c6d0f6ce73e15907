/** How long a run works on its failures: on making them smaller, and on looking what they need to come again. */
import { CONFORM_DEFAULTS } from './defaults.ts';

/** Milliseconds that each of the two may take of a failure in any case: once alone and once after others is tried always. */
const LEAST = 500;

/** Whether the time for some work is over, and so many milliseconds more. */
export type IsOver = (grace?: number) => boolean;

/** Time, in milliseconds, that a run may still spend on its failures. */
export class Effort {
  #left: number;

  /** @param total milliseconds, of the whole run */
  constructor(total: number = CONFORM_DEFAULTS.effort) {
    this.#left = total;
  }

  /**
   * Does work within a part of the time.
   *
   * @param most milliseconds
   * @param work is given a function that tells whether its time is over
   */
  async spend<T>(most: number, work: (isOver: IsOver) => Promise<T>): Promise<T> {
    const begin = performance.now();
    const limit = Math.max(LEAST, Math.min(most, this.#left));
    const took = () => performance.now() - begin;
    return await work((grace = 0) => took() > limit + grace).finally(() => (this.#left -= took()));
  }
}
