import { MET, type PlannedIncident } from '../incidents/incident.ts';
import type { Notes } from '../incidents/notes.ts';
import type { Learner } from '../learners/learner.ts';
import { isWritten } from '../truth/totals.ts';
import type { Plan } from './plan.ts';

/** Whether one of some numbers is as high as another, and below a third. */
function hasBetween(numbers: Iterable<number>, from: number, below: number): boolean {
  for (const number of numbers) if (number >= from && number < below) return true;
  return false;
}

/** Who of a pool has a part in which incident. */
export class Parts {
  readonly #plan: Plan;
  readonly #notes: Notes | undefined;
  /** By incident: the lowest number of those who have a part, and the numbers of those of them who may hand in essays, or grade as staff. */
  readonly #people: readonly { lowest: number; readonly writers: Set<number> }[];

  /** @param notes keep the truth of incidents */
  constructor(plan: Plan & { readonly incidents: readonly PlannedIncident[] }, notes: Notes | undefined) {
    this.#plan = plan;
    this.#notes = notes;
    this.#people = plan.incidents.map(() => ({ lowest: Infinity, writers: new Set() }));
  }

  /** Somebody has a part in an incident, by its index. */
  take(incident: number, learner: Learner, role: string): void {
    const { username, number, offering, kind, writes } = learner;
    const { offerings } = this.#plan;
    const people = this.#people[incident]!;
    people.lowest = Math.min(people.lowest, number);
    // In another course somebody may write who does not in this.
    if (writes || kind.name === 'staff' || offerings.length > 1) people.writers.add(number);
    // What is played in a course of another organisation is not told.
    if (isWritten(this.#plan, offerings[offering]!.course)) this.#notes?.takesPart(incident, username, role, offering);
  }

  /**
   * Somebody looks at what people of lower numbers have left: where one of them has a part in an incident, it may find other things than it
   * would have found. What they would have left nobody knows, so it has a part in it as well.
   *
   * @param from the lowest number of those whose essays it looks at
   */
  meet(learner: Learner, what: 'threads' | 'essays', from: number): void {
    for (const [incident, { lowest, writers }] of this.#people.entries())
      if (lowest < learner.number && (what === 'threads' || hasBetween(writers, from, learner.number)))
        this.take(incident, learner, MET.role);
  }
}
