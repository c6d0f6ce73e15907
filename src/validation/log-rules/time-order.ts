import type { Finding } from '../../line/index.ts';
import { formatInstant } from '../../base/time.ts';

/** Which line a finding is about: the one at hand, or the one before it. */
export type About = 'this' | 'last';

/**
 * The lines of a daily file are in time order, but for those that are written a moment late. Where they are not, one line is out of
 * place, and not all that come after it: where the line at hand fits behind the one before the last, the last was too early; else the
 * one at hand is too late.
 */
export class TimeOrder {
  /** The latest time, and the latest before that. */
  #latest = -Infinity;
  #before = -Infinity;
  /** Whether the last line was the latest. */
  #isLast = false;

  /**
   * @param time microseconds since 1970; NaN is passed over
   * @param lateness by how much it may lie before that of a line above
   */
  check(time: number, lateness = 0): { readonly about: About; readonly finding: Finding } | undefined {
    if (Number.isNaN(time)) return undefined;
    const latest = this.#latest;
    if (time >= latest) {
      this.#before = latest;
      this.#latest = time;
      this.#isLast = true;
      return undefined;
    }
    if (time >= latest - lateness) {
      this.#isLast = false;
      return undefined;
    }
    if (!this.#isLast || time < this.#before - lateness) {
      const message = `expected no time before that of an earlier line, got ${formatInstant(time)} after ${formatInstant(latest)}`;
      return { about: 'this', finding: { rule: 'time-order', path: '/time', message } };
    }
    this.#latest = Math.max(time, this.#before);
    const message = `expected no time after that of a later line, got ${formatInstant(latest)} before ${formatInstant(time)}`;
    return { about: 'last', finding: { rule: 'time-order', path: '/time', message } };
  }
}
