import type { Input, Problem } from '../../generators/course/course.ts';
import { DAY, HOUR, Table, waits, type Observer, type Seen, type Syllabus } from './observer.ts';

const OPERATOR = / [-+*/%=]{1,2} /;
/** An expression that the course writes with blanks around an operator. */
const isSpaced = (input: Input): boolean => input.kind === 'text' && OPERATOR.test(input.answer);

/** What is answered to one problem by one learner so far. */
interface Trial {
  time: number;
  solved: boolean;
  shown: boolean;
  /** The choice, of a problem that asks for one alone. */
  choice: number;
}

/** What is sent again, looked at again, and said of answers. */
export class Answers implements Observer {
  /** Checks that are not the first of their problem, and those of them whose problem was solved. */
  readonly further = { all: 0, ofSolved: 0 };
  /** Answers shown of problems that were checked; those a day or more after the last check; those that were shown before. */
  readonly shown = { all: 0, late: 0, again: 0 };
  /** What was said of each wrong answer, by input and answer. */
  readonly said = new Table<string, Set<string>>(() => new Set());
  /** Seconds to the first check of an exercise since the click before, and to further ones of problems of choices, with what came of these, and of
   * problems that ask for one by how many places it is below the choice before. */
  readonly exercises: number[] = [];
  readonly choices: { readonly seconds: number; readonly right: boolean; readonly step: number }[] = [];
  /** Right expressions with blanks around an operator, and those with none though the course has them; right numbers, and those spelled otherwise than there. */
  readonly expressions = { all: 0, bare: 0 };
  readonly numbers = { all: 0, otherwise: 0 };
  /** How many programs wait before another, by the second. */
  readonly queue: { readonly time: number; readonly ahead: number }[] = [];
  readonly #clicks = new Map<string, { time: number; since: number }>();
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

  see({ username, time, source, type, payload }: Seen): void {
    if (source === 'browser') {
      const click = this.#clicks.get(username) ?? { time, since: Infinity };
      if (type === 'problem_check') click.since = time - click.time;
      click.time = time;
      this.#clicks.set(username, click);
    }
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
    const { problem, due } = this.#syllabus.problems.get(payload.problem_id)!;
    const choice = problem.inputs.length === 1 ? Number(String(payload.answers[problem.inputs[0]!.id]).slice(7)) : NaN;
    const solved = payload.success === 'correct';
    this.#trials.set(key, { time, solved, shown: known?.shown ?? false, choice });
    const seconds = this.#clicks.get(username)!.since;
    if (known === undefined && due === undefined && !waits(problem) && seconds < HOUR) this.exercises.push(seconds);
    if (known && !known.solved && problem.inputs.every(({ kind }) => kind === 'choice'))
      this.choices.push({ seconds: time - known.time, right: solved, step: choice - known.choice });
    this.#hear(payload);
    this.#spell(problem, payload);
    this.#wait(problem, payload, time);
  }

  end(): void {}

  #spell(problem: Problem, { answers, correct_map: map }: Seen['payload']): void {
    if (problem.randomized) return;
    for (const input of problem.inputs) {
      const given = answers[input.id];
      if (map[input.id].correctness !== 'correct') continue;
      if (input.kind === 'number') {
        this.numbers.all += 1;
        this.numbers.otherwise += Number(given !== input.answer);
      } else if (isSpaced(input)) {
        this.expressions.all += 1;
        this.expressions.bare += Number(!OPERATOR.test(given));
      }
    }
  }

  #wait({ inputs }: Problem, { correct_map: map }: Seen['payload'], time: number): void {
    for (const { id } of inputs) {
      const [, ahead] = /Queue length: (\d+)/.exec(map[id].msg) ?? [];
      if (ahead !== undefined) this.queue.push({ time, ahead: Number(ahead) });
    }
  }

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
