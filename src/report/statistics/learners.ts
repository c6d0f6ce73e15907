import { EvenSample, type Member } from './even-sample.ts';
import { Numbered } from './numbered.ts';
import { addInstant, type Sessions } from './sessions.ts';

/** Cells of the sample of learners: 32 MB, twice that while lists grow; some 50,000 learners of a whole term. */
const MOST_CELLS = 4_000_000;
/** Cells of a learner with empty lists, its entry in the map included. */
export const PERSON_CELLS = 40;

const MOST_PROBLEMS = 5000;
/** Attempts of this number and beyond are counted together. */
export const MOST_ATTEMPTS = 10;

/** Factors that pack a learner's attempts at one problem into a number: the problem, the highest attempt seen, and whether one was right. */
const PROBLEM = 2 ** 21;
const LARGEST_ATTEMPT = 2 ** 20 - 1;

/** Sessions and attempts of one learner. */
export class Learner implements Member {
  readonly sessions: Sessions = [];
  readonly tries: number[] = [];

  get cells(): number {
    return PERSON_CELLS + this.sessions.length + this.tries.length;
  }

  check(problem: number, attempts: number, correct: boolean): void {
    const index = this.tries.findIndex((packed) => Math.floor(packed / PROBLEM) === problem);
    const known = index < 0 ? undefined : unpackTries(this.tries[index]!);
    const most = Math.max(known?.attempts ?? 0, Math.min(attempts, LARGEST_ATTEMPT));
    const packed = problem * PROBLEM + most * 2 + (correct || known?.solved ? 1 : 0);
    if (index < 0) this.tries.push(packed);
    else this.tries[index] = packed;
  }
}

/** A learner's attempts at one problem. */
export const unpackTries = (packed: number) => ({
  problem: Math.floor(packed / PROBLEM),
  attempts: Math.floor((packed % PROBLEM) / 2),
  solved: packed % 2 === 1,
});

/** Counts of the checks of one problem, of all learners. */
export interface ProblemChecks {
  readonly number: number;
  /** Time of the earliest check, microseconds since 1970. */
  first: number;
  checks: number;
  correct: number;
  /** Checks that are a learner's first attempt, and those of them that are right. */
  firstTries: number;
  firstCorrect: number;
}

/** Statistics of learners: when each was active, and how it did at problems. */
export class Learners {
  readonly sample: EvenSample<Learner>;
  readonly problems = new Numbered<ProblemChecks>(MOST_PROBLEMS, (number) => ({
    number,
    first: Infinity,
    checks: 0,
    correct: 0,
    firstTries: 0,
    firstCorrect: 0,
  }));

  constructor(bound = MOST_CELLS) {
    this.sample = new EvenSample(bound, () => new Learner());
  }

  /** Counts an event of a learner. */
  see(username: string, time: number): void {
    this.sample.change(username, ({ sessions }) => addInstant(sessions, time));
  }

  /** Counts an attempt that the server marked. */
  check(username: string, time: number, id: string, attempts: number, correct: boolean): void {
    const problem = this.problems.get(id);
    if (!problem) return;
    problem.first = Math.min(problem.first, time);
    problem.checks += 1;
    if (correct) problem.correct += 1;
    if (attempts === 1) {
      problem.firstTries += 1;
      if (correct) problem.firstCorrect += 1;
    }
    this.sample.change(username, (learner) => learner.check(problem.number, attempts, correct));
  }
}
