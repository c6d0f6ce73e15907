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
