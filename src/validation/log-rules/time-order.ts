import type { Finding } from '../../line/index.ts';
import { formatInstant } from '../../base/time.ts';

/** Which line a finding is about: the one at hand, or the one before it. */
export type About = 'this' | 'last';

/**
 * The lines of a daily file are in time order. Where they are not, one line is out of place, and not all that come after
 * it: where the line at hand fits behind the one before the last, the last was too early; else the one at hand is too late.
 */
export class TimeOrder {
  #beforeLast = -Infinity;
  #last = -Infinity;

  /** @param time microseconds since 1970; NaN is passed over */
  check(time: number): { readonly about: About; readonly finding: Finding } | undefined {
    if (Number.isNaN(time)) return undefined;
    if (time >= this.#last) {
      this.#beforeLast = this.#last;
      this.#last = time;
      return undefined;
    }
    const last = this.#last;
    if (time < this.#beforeLast) {
      const message = `expected no time before that of an earlier line, got ${formatInstant(time)} after ${formatInstant(last)}`;
      return { about: 'this', finding: { rule: 'time-order', path: '/time', message } };
    }
    this.#last = time;
    const message = `expected no time after that of a later line, got ${formatInstant(last)} before ${formatInstant(time)}`;
    return { about: 'last', finding: { rule: 'time-order', path: '/time', message } };
  }
}
