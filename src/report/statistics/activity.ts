import { DAY, HOUR } from '../../base/time.ts';
import { TYPE_IDS } from './families.ts';

/** Days that are counted one by one: eleven years, more than `generate` can make. A log of made-up times could hold millions. */
const MOST_DAYS = 4000;

/** 1970-01-01 was a Thursday; weeks begin on Monday. */
export const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Counts of events on one day, GMT. */
interface Day {
  /** Events by type: index in {@link TYPE_IDS}. */
  readonly types: Float64Array;
  readonly hours: Float64Array;
}

const newDay = (): Day => ({ types: new Float64Array(TYPE_IDS.length), hours: new Float64Array(24) });

/** Counts events by day, type and hour. */
export class Activity {
  /** Events of people by day since 1970. */
  readonly days = new Map<number, Day>();
  /** Lines by type, of learners or not: index in {@link TYPE_IDS}. */
  readonly types = new Float64Array(TYPE_IDS.length);
  /** Lines without a username: visitors and heartbeats. */
  anonymous = 0;
  /** Events on days beyond the bound of days. */
  beyond = 0;
  #day = NaN;
  #counts = newDay();

  /** @param type index in TYPE_IDS */
  add(time: number, type: number, isAnonymous: boolean): void {
    this.types[type]! += 1;
    if (isAnonymous) {
      this.anonymous += 1;
      return;
    }
    const day = Math.floor(time / DAY);
    if (day !== this.#day && !this.#turnTo(day)) {
      this.beyond += 1;
      return;
    }
    this.#counts.types[type]! += 1;
    this.#counts.hours[Math.floor((time - day * DAY) / HOUR)]! += 1;
  }

  #turnTo(day: number): boolean {
    let counts = this.days.get(day);
    if (!counts) {
      if (this.days.size === MOST_DAYS) return false;
      counts = newDay();
      this.days.set(day, counts);
    }
    this.#day = day;
    this.#counts = counts;
    return true;
  }
}
