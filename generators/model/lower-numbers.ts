/**
 * What people leave on the platform for others to find. Nobody's lines may depend on who else is there beyond: everybody finds what people of
 * lower numbers have left, and nothing else.
 */
import { SECOND } from '../../src/base/time.ts';

/** Who has left something, and when it was there, microseconds since 1970. */
interface Left {
  readonly number: number;
  readonly since: number;
}

/** So many microseconds after it was sent, what somebody has left is there for all others (a choice; answers of a slow server come within them). */
export const FOUND_AFTER = 20 * SECOND;

/**
 * The last things that people have left. One is forgotten once as many later ones as anybody looks at are of numbers that are not above its own, for
 * whoever may find it finds those: of n things that come in any order of numbers there are some `most * (1 + ln(n / most))` in memory.
 */
export class LastOfLower<T> {
  readonly #most: number;
  #left: (Left & { readonly what: T; later: number })[] = [];

  /** @param most how many anybody looks at */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#left.length;
  }

  put(number: number, since: number, what: T): void {
    for (const left of this.#left) if (left.number >= number) left.later += 1;
    this.#left = this.#left.filter(({ later }) => later < this.#most);
    this.#left.push({ number, since, what, later: 0 });
  }

  /** What somebody finds at a time, the last first. */
  foundBy(number: number, time: number): T[] {
    const found: T[] = [];
    for (let index = this.#left.length - 1; index >= 0 && found.length < this.#most; index -= 1) {
      const left = this.#left[index]!;
      if (left.number < number && left.since <= time) found.push(left.what);
    }
    return found;
  }
}
