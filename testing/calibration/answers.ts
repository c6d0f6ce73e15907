import { DAY, Table, waits, type Observer, type Seen, type Syllabus } from './observer.ts';

/** What is answered to one problem by one learner so far. */
interface Trial {
  time: number;
  solved: boolean;
  shown: boolean;
}

/** What is sent again, looked at again, and said of answers. */
export class Answers implements Observer {
  /** Checks that are not the first of their problem, and those of them whose problem was solved. */
  readonly further = { all: 0, ofSolved: 0 };
  /** Answers shown of problems that were checked; those a day or more after the last check; those that were shown before. */
  readonly shown = { all: 0, late: 0, again: 0 };
  /** What was said of each wrong answer, by input and answer. */
  readonly said = new Table<string, Set<string>>(() => new Set());
  readonly #times = new Table<string, number[]>(() => [0]);
  readonly #trials = new Map<string, Trial>();
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  /** Wrong answers that were given more than once, and those of them of which not always the same was said. */
  get repeated(): { readonly all: number; readonly unlike: number } {
    const all = [...this.said].filter(([key]) => this.#times.at(key)[0]! > 1);
    return { all: all.length, unlike: all.filter(([, texts]) => texts.size > 1).length };
  }

  see({ username, time, type, payload }: Seen): void {
    if (type !== 'save_problem_check' && type !== 'show_answer') return;
    const key = `${username} ${payload.problem_id}`;
    const known = this.#trials.get(key);
    if (type === 'show_answer') {
      if (!known) return;
      this.shown.all += 1;
      this.shown.late += Number(time - known.time > DAY);
      this.shown.again += Number(known.shown);
      known.shown = true;
      return;
    }
    this.further.all += Number(known !== undefined);
    this.further.ofSolved += Number(known?.solved ?? false);
    this.#trials.set(key, { time, solved: payload.success === 'correct', shown: known?.shown ?? false });
    this.#hear(payload);
  }

  end(): void {}

  #hear({ problem_id: id, answers, correct_map: map }: Seen['payload']): void {
    const { problem } = this.#syllabus.problems.get(id)!;
    if (problem.randomized || waits(problem)) return;
    for (const { id: input } of problem.inputs) {
      const { correctness, msg, hint } = map[input];
      if (correctness === 'correct') continue;
      const key = `${input} ${answers[input]}`;
      this.said.at(key).add(`${msg} ${hint}`);
      this.#times.at(key)[0]! += 1;
    }
  }
}
