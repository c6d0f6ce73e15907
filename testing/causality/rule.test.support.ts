import type { Dialect, Entry } from './entry.test.support.ts';

/** Says that a line does not follow from those before it, or that what must follow it does not. */
export type Complain = (entry: Entry, message: string) => void;

/** What the log tells of, beyond its lines. */
export interface Setting {
  readonly dialect: Dialect;
  /** The course's first midnight, microseconds since 1970. */
  readonly start: number;
  /** When the run ends: what would come later is not in the log. */
  readonly end: number;
  /** Usernames of those who teach the course. */
  readonly staff: ReadonlySet<string>;
}

/** One chain of cause and effect. It sees every line in time order. */
export interface Rule {
  see(entry: Entry): void;
  /** The log is over. */
  end?(): void;
}

export type MakeRule = (setting: Setting, complain: Complain) => Rule;

export const SECOND = 1e6;
export const MINUTE = 60 * SECOND;
export const DAY = 1440 * MINUTE;

/** A map that makes what it does not hold. */
export class Table<Value> extends Map<string, Value> {
  readonly #make: () => Value;

  constructor(make: () => Value) {
    super();
    this.#make = make;
  }

  at(key: string): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = this.#make();
    this.set(key, made);
    return made;
  }
}

/** Of messages that browsers send beside their requests, so many may be missing, and some more; of one person's, likewise. */
const LOST = { share: 0.02, ofOne: 0.3, more: 4 };

/** What browsers told of and is missing, though a request tells of it: a few messages get lost, more are a fault. */
export class Losses {
  readonly #complain: Complain;
  readonly #message: string;
  readonly #signs = new Table<Entry[]>(() => []);
  readonly #arrived = new Map<string, number>();

  constructor(complain: Complain, message: string) {
    this.#complain = complain;
    this.#message = message;
  }

  arrives({ person }: Entry): void {
    this.#arrived.set(person, (this.#arrived.get(person) ?? 0) + 1);
  }

  /** @param sign what tells that a message is missing */
  misses(sign: Entry): void {
    this.#signs.at(sign.person).push(sign);
  }

  end(): void {
    const few: Entry[][] = [];
    for (const [person, signs] of this.#signs) {
      if (signs.length <= LOST.ofOne * (this.#arrived.get(person) ?? 0) + LOST.more) few.push(signs);
      else this.#refuse(signs);
    }
    // One with a bad line loses more than all the others, and may be the only one that is there.
    const [worst = [], ...others] = few.toSorted((a, b) => b.length - a.length);
    const lost = others.flat();
    let all = 0;
    for (const [person, count] of this.#arrived) if (person !== worst[0]?.person) all += count;
    if (lost.length > LOST.share * all + LOST.more) this.#refuse([...worst, ...lost]);
  }

  #refuse(signs: readonly Entry[]): void {
    for (const sign of signs) this.#complain(sign, this.#message);
  }
}
