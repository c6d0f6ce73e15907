import type { Learner } from '../learners/learner.ts';

/** Counts the people of each day on a site of several courses, each once. */
export class People {
  readonly days: number[];
  all = 0;
  readonly #last = new WeakMap<Learner, number>();

  constructor(days: number) {
    this.days = Array.from({ length: days }, () => 0);
  }

  sees(home: Learner, day: number): void {
    const last = this.#last.get(home);
    if (last === day) return;
    if (last === undefined) this.all += 1;
    this.#last.set(home, day);
    this.days[day]! += 1;
  }
}
