import type { Finding } from '../../line/index.ts';
import { DAY, dayName, MINUTE } from '../../base/time.ts';
import { ROTATION, type Dialect } from '../../spec/index.ts';

const NOTHING: readonly Finding[] = [];

/** A line lies in the file of its day. */
export class FileDay {
  readonly #day: string;
  readonly #first: number;
  readonly #end: number;

  /** @param day `YYYYMMDD`, of the file's name */
  constructor(day: string, dialect: Dialect) {
    this.#day = day;
    const midnight = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))) * 1000;
    const leeway = dialect === 'deployed' ? ROTATION.leeway * MINUTE : 0;
    const cut = dialect === 'deployed' ? ROTATION.minute * MINUTE - DAY : 0;
    this.#first = midnight + cut - leeway;
    this.#end = midnight + cut + DAY + leeway;
  }

  check(time: number): readonly Finding[] {
    if (Number.isNaN(time) || (time >= this.#first && time < this.#end)) return NOTHING;
    return [
      { rule: 'file-day', path: '/time', message: `expected a line of ${this.#day}, got one of ${dayName(time)}` },
    ];
  }
}
