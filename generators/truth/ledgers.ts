import type { TruthFiles } from './files.ts';
import { Ledger } from './ledger.ts';
import { People } from './people.ts';
import type { PoolTruth, TruthPlan } from './totals.ts';

/** The ledgers of a pool, one for each course. */
export class Ledgers {
  readonly courses: readonly Ledger[];
  /** Usernames in truth/learners.jsonl; undefined where everybody's may be written. */
  readonly told: ReadonlySet<string> | undefined;
  readonly #people: People | undefined;

  constructor(plan: TruthPlan, files: TruthFiles) {
    this.#people = plan.site !== undefined ? new People(plan.days) : undefined;
    const told = plan.site?.org !== undefined ? new Set<string>() : undefined;
    this.told = told;
    this.courses = plan.offerings.map((_, offering) => new Ledger(plan, files, offering, this.#people, told));
  }

  get truth(): PoolTruth {
    return {
      courses: this.courses.map(({ totals }) => totals),
      people: this.#people?.days ?? [],
      allPeople: this.#people?.all ?? 0,
    };
  }

  /** The run is over. */
  close(): void {
    for (const course of this.courses) course.close();
  }
}
