/** Data kept of one member of a sample; `cells` is its memory, in units of eight bytes. */
export interface Member {
  readonly cells: number;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Hash of a name, 32 bits, each of which depends on every character: FNV-1a, its bits mixed once more. */
function hash(text: string): number {
  let bits = FNV_BASIS;
  for (let at = 0; at < text.length; at += 1) bits = Math.imul(bits ^ text.charCodeAt(at), FNV_PRIME);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Memory of a name, in cells: at most two bytes a character. */
const cellsOf = (name: string): number => Math.ceil(name.length / 4);

/**
 * Members by name, in bounded memory: all of them while they fit, then half of them, a quarter, and so on, chosen by a hash
 * of the name. Who stays was there from its first line, so that all that is known of it is exact, and the members are an
 * even sample whatever the order in which they came (Gibbons's distinct sampling).
 */
export class EvenSample<T extends Member> {
  readonly #members = new Map<string, T>();
  readonly #make: () => T;
  readonly #bound: number;
  #halvings = 0;
  #cells = 0;

  /** @param bound the most cells that all members together may hold */
  constructor(bound: number, make: () => T) {
    this.#bound = bound;
    this.#make = make;
  }

  /** One in how many members is kept: 1, 2, 4 and so on. */
  get oneIn(): number {
    return 2 ** this.#halvings;
  }

  get members(): ReadonlyMap<string, T> {
    return this.#members;
  }

  /** Lets a function change a member, which is made at its first time; does nothing with one that is not in the sample. */
  change(name: string, change: (member: T) => void): void {
    let member = this.#members.get(name);
    let before = 0;
    if (member) before = member.cells;
    else {
      if (!this.#keeps(name)) return;
      member = this.#make();
      this.#members.set(name, member);
      this.#cells += cellsOf(name);
    }
    change(member);
    this.#cells += member.cells - before;
    while (this.#cells > this.#bound) this.#halve();
  }

  #keeps(name: string): boolean {
    return this.#halvings === 0 || hash(name) % this.oneIn === 0;
  }

  #halve(): void {
    this.#halvings += 1;
    for (const [name, member] of this.#members) {
      if (this.#keeps(name)) continue;
      this.#members.delete(name);
      this.#cells -= member.cells + cellsOf(name);
    }
    // One member alone can exceed the bound, and a name's hash be zero: then there is nothing left to halve.
    if (this.#halvings > 32) {
      this.#members.clear();
      this.#cells = 0;
    }
  }
}
