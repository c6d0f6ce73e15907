import type { Line } from '../model/line.ts';

/** Whether one line comes before another: by time, then by learner, then in the order they came about. */
function isBefore(a: Line, b: Line): boolean {
  return a.time < b.time || (a.time === b.time && (a.visit?.learner.number ?? 0) < (b.visit?.learner.number ?? 0));
}

/** Lines that a server adds a moment after a click. A sorted list: there are few but those of graders, which take hours. */
export class DelayedEvents {
  /** The earliest is last. */
  readonly #lines: Line[] = [];

  /** The earliest line's time; infinite when there is none. */
  get time(): number {
    return this.#lines.at(-1)?.time ?? Infinity;
  }

  put(line: Line): void {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBefore(line, this.#lines[middle]!)) low = middle + 1;
      else high = middle;
    }
    this.#lines.splice(low, 0, line);
  }

  /** Takes a line out that is still to come, by its payload. */
  withdraw(payload: unknown): void {
    const index = this.#lines.findLastIndex((line) => line.payload === payload);
    if (index !== -1) this.#lines.splice(index, 1);
  }

  /** Takes the earliest line out; there must be one. */
  take(): Line {
    return this.#lines.pop()!;
  }
}
