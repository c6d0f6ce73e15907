/** Characters of a name at most; longer ones, which no course has, would fill memory. */
export const LONGEST_NAME = 1000;

/** Items by name, numbered in the order of their first appearance, up to a bound; what is beyond it is only counted. */
export class Numbered<T> {
  readonly #items = new Map<string, T>();
  readonly #make: (number: number, name: string) => T;
  readonly #bound: number;
  /** Look-ups of names that are too long, or came after the bound was reached. */
  beyond = 0;

  constructor(bound: number, make: (number: number, name: string) => T) {
    this.#bound = bound;
    this.#make = make;
  }

  get items(): ReadonlyMap<string, T> {
    return this.#items;
  }

  /** Item of a name; undefined beyond the bound. */
  get(name: string): T | undefined {
    const known = this.#items.get(name);
    if (known !== undefined) return known;
    if (this.#items.size >= this.#bound || name.length > LONGEST_NAME) {
      this.beyond += 1;
      return undefined;
    }
    const item = this.#make(this.#items.size, name);
    this.#items.set(name, item);
    return item;
  }
}
