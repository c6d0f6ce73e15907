/** When people who take several courses come next for each of them: one after the other. */
import { SECOND, SESSION_IDLE } from '../../src/base/time.ts';
import type { Learner } from '../learners/learner.ts';
import type { Offering } from './offering.ts';

/** Who turns to another course rests so long, in microseconds: sessions of a person and those of it in one course are the same. */
const BETWEEN_COURSES = SESSION_IDLE + 10 * SECOND;

/** The next visit of somebody in one of its courses, by index among the site's offerings; microseconds since 1970. */
export interface Appointment {
  readonly offering: number;
  readonly time: number;
}

/** The earlier of some; of the same time, that for the first course. */
const earliest = (appointments: readonly Appointment[]): Appointment =>
  appointments.reduce((first, other) =>
    other.time < first.time || (other.time === first.time && other.offering < first.offering) ? other : first,
  );

/** The appointments of a pool's people, by their entries in its queues; who takes one course has none. */
export class Appointments {
  readonly #offerings: readonly Offering[];
  readonly #end: number;
  readonly #kept = new Map<number, readonly Appointment[]>();

  /** @param end of the run, microseconds since 1970 */
  constructor(offerings: readonly Offering[], end: number) {
    this.#offerings = offerings;
    this.#end = end;
  }

  has(entry: number): boolean {
    return this.#kept.has(entry);
  }

  /** What somebody comes for next; undefined for who has no appointments. */
  next(entry: number): Appointment | undefined {
    const kept = this.#kept.get(entry);
    return kept && earliest(kept);
  }

  /**
   * Keeps those of somebody's appointments that are in the run and in their courses' time.
   *
   * @returns when the first of them is; undefined where none is left, and nothing is kept
   */
  keep(entry: number, appointments: readonly Appointment[]): number | undefined {
    const open = appointments.filter(
      ({ offering, time }) => time < Math.min(this.#end, this.#offerings[offering]!.end ?? Infinity),
    );
    if (open.length === 0) {
      this.#kept.delete(entry);
      return undefined;
    }
    this.#kept.set(entry, open);
    return earliest(open).time;
  }

  /**
   * Settles when somebody comes next who has been here for one of its courses.
   *
   * @param next when it would come again for that one; undefined for never
   * @returns when it comes for any of them; undefined when it comes no more
   */
  settle(entry: number, { offering, home: { lastSeen } }: Learner, next: number | undefined): number | undefined {
    const soonest = lastSeen + BETWEEN_COURSES;
    const others = this.#kept
      .get(entry)!
      .filter((appointment) => appointment.offering !== offering)
      .map((other) => (other.time >= soonest ? other : { offering: other.offering, time: soonest }));
    return this.keep(entry, next === undefined ? others : [...others, { offering, time: next }]);
  }
}
