/**
 * A priority queue of numbered entries by time; at the same time the smaller number comes first. A binary heap over typed
 * arrays: it takes 12 bytes an entry and allocates nothing.
 */
export class TimeQueue {
  readonly #times: Float64Array;
  readonly #heap: Int32Array;
  #size = 0;

  /** @param capacity entries are numbered below it, each at most once in the queue */
  constructor(capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#heap = new Int32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** The earliest entry; the queue must not be empty. */
  get first(): number {
    return this.#heap[0]!;
  }

  /** The earliest entry's time; infinite when the queue is empty. */
  get time(): number {
    return this.#size === 0 ? Infinity : this.#times[this.#heap[0]!]!;
  }

  add(entry: number, time: number): void {
    this.#times[entry] = time;
    let hole = this.#size;
    this.#size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = this.#heap[parent]!;
      if (!this.#before(entry, above)) break;
      this.#heap[hole] = above;
      hole = parent;
    }
    this.#heap[hole] = entry;
  }

  /** Gives the earliest entry another time, which is no earlier. */
  postpone(time: number): void {
    const entry = this.#heap[0]!;
    this.#times[entry] = time;
    this.#sink(entry);
  }

  /** Takes the earliest entry out. */
  remove(): void {
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#heap[this.#size]!);
  }

  #before(a: number, b: number): boolean {
    const difference = this.#times[a]! - this.#times[b]!;
    return difference < 0 || (difference === 0 && a < b);
  }

  /** Puts an entry where the top is, and lets it sink to its place. */
  #sink(entry: number): void {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#before(this.#heap[child + 1]!, this.#heap[child]!)) child += 1;
      const below = this.#heap[child]!;
      if (!this.#before(below, entry)) break;
      this.#heap[hole] = below;
      hole = child;
    }
    this.#heap[hole] = entry;
  }
}
