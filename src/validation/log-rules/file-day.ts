import type { FileName } from '../../archive/log-file.ts';
import type { Finding } from '../../line/index.ts';
import { DAY, dayName, formatInstant, MINUTE, SECOND } from '../../base/time.ts';
import { CUTS, type Dialect } from '../../spec/index.ts';

/** A line lies in the file of its day, or in one that was cut after it. */
export class FileDay {
  readonly #expected: string;
  readonly #first: number;
  readonly #end: number;

  /** @param file one whose name has a day, `YYYYMMDD` */
  constructor({ day, cut, kind }: FileName, dialect: Dialect) {
    if (dialect === 'current' && cut !== undefined) {
      this.#first = -Infinity;
      this.#end = (cut + 1) * SECOND;
      this.#expected = `from before ${formatInstant(this.#end)}`;
      return;
    }
    const midnight = Date.UTC(Number(day!.slice(0, 4)), Number(day!.slice(4, 6)) - 1, Number(day!.slice(6))) * 1000;
    const { minute, leeway, named } = CUTS[kind === 'package' ? 'current' : dialect];
    const begin = midnight + minute * MINUTE - (named === 'last' ? DAY : 0);
    this.#first = begin - leeway * MINUTE;
    this.#end = begin + DAY + leeway * MINUTE;
    this.#expected = `of ${day}`;
  }

  /** @param lateness by how much the line may have been written later than its time says, in microseconds */
  check(time: number, lateness = 0): Finding | undefined {
    if (Number.isNaN(time) || (time >= this.#first - lateness && time < this.#end)) return undefined;
    const message = `expected a line ${this.#expected}, got one of ${dayName(time)}`;
    return { rule: 'file-day', path: '/time', message };
  }
}
