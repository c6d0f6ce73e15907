import { DAY, HOUR, Table, waits, type Observer, type Seen, type Syllabus } from './observer.ts';

/** How problems are worked on. */
export class Solving implements Observer {
  /** Of homework: checks and correct ones by the number of the try, from 0. */
  readonly tries: number[] = [];
  readonly right: number[] = [];
  /** Seconds between two tries at one problem. */
  readonly between: number[] = [];
  /** Hours before the deadline of homework's checks. */
  readonly before: number[] = [];
  readonly weekdays = new Float64Array(7);
  /** Seconds from a click on check to the marks. */
  readonly latency: number[] = [];
  /** First tries and correct ones by problem. */
  readonly firsts = new Table<string, [tries: number, right: number]>(() => [0, 0]);
  readonly #last = new Map<string, number>();
  readonly #clicked = new Map<string, number>();
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  see({ username, time, day, type, payload }: Seen): void {
    if (type === 'problem_check') this.#clicked.set(username, time);
    if (type !== 'save_problem_check') return;
    const { problem_id: id, attempts, success } = payload;
    const { problem, due } = this.#syllabus.problems.get(id)!;
    this.latency.push(time - this.#clicked.get(username)!);
    const key = `${username} ${id}`;
    const last = this.#last.get(key);
    const isCode = waits(problem);
    // Programs are tried again when a grader has marked them.
    if (last !== undefined && !isCode) this.between.push(time - last);
    this.#last.set(key, time);
    const right = Number(success === 'correct');
    if (attempts === 1 && !isCode && problem.inputs.length === 1) {
      const first = this.firsts.at(id);
      first[0] += 1;
      first[1] += right;
    }
    if (due === undefined) return;
    this.before.push((due * DAY - time) / HOUR);
    this.weekdays[day % 7]! += 1;
    if (isCode || problem.inputs.length > 1) return;
    this.tries[attempts - 1] = (this.tries[attempts - 1] ?? 0) + 1;
    this.right[attempts - 1] = (this.right[attempts - 1] ?? 0) + right;
  }

  end(): void {}
}
