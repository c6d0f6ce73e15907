/** Room for so many entries at first. */
const ROOM = 64;

/**
 * A priority queue of numbered entries by time; at the same time the smaller number comes first. A binary heap over typed
 * arrays, with the times beside the entries, so that a step down touches one stretch of memory: it takes 12 bytes an entry and
 * allocates nothing but when it grows.
 */
export class TimeQueue {
  #times = new Float64Array(ROOM);
  #entries = new Int32Array(ROOM);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The earliest entry; the queue must not be empty. */
  get first(): number {
    return this.#entries[0]!;
  }

  /** The earliest entry's time; infinite when the queue is empty. */
  get time(): number {
    return this.#size === 0 ? Infinity : this.#times[0]!;
  }

  /** Whether the earliest entry comes before that of another queue; entries of both are numbered together. */
  isBefore(other: TimeQueue): boolean {
    return this.time < other.time || (this.time === other.time && this.first < other.first);
  }

  add(entry: number, time: number): void {
    if (this.#size === this.#entries.length) this.#grow();
    let hole = this.#size;
    this.#size += 1;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (!this.#isAfter(parent, entry, time)) break;
      this.#move(parent, hole);
      hole = parent;
    }
    this.#put(hole, entry, time);
  }

  /** Gives the earliest entry another time, which is no earlier. */
  postpone(time: number): void {
    this.#sink(this.#entries[0]!, time);
  }

  /** Takes the earliest entry out. */
  remove(): void {
    this.#size -= 1;
    if (this.#size > 0) this.#sink(this.#entries[this.#size]!, this.#times[this.#size]!);
  }

  #isAfter(slot: number, entry: number, time: number): boolean {
    const other = this.#times[slot]!;
    return other > time || (other === time && this.#entries[slot]! > entry);
  }

  #put(slot: number, entry: number, time: number): void {
    this.#entries[slot] = entry;
    this.#times[slot] = time;
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#entries[from]!, this.#times[from]!);
  }

  /** Puts an entry where the top is, and lets it sink to its slot. */
  #sink(entry: number, time: number): void {
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.#size) break;
      if (child + 1 < this.#size && this.#isAfter(child, this.#entries[child + 1]!, this.#times[child + 1]!))
        child += 1;
      if (this.#isAfter(child, entry, time)) break;
      this.#move(child, hole);
      hole = child;
    }
    this.#put(hole, entry, time);
  }

  #grow(): void {
    const [times, entries] = [this.#times, this.#entries];
    this.#times = new Float64Array(2 * times.length);
    this.#times.set(times);
    this.#entries = new Int32Array(2 * entries.length);
    this.#entries.set(entries);
  }
}
