import { DAY, Table, type Observer, type Seen, type Syllabus } from './observer.ts';

/** How essays are graded. */
export class Marking implements Observer {
  /** Values as shares of the rubric's range, by grader: of essays of others, and of one's own. */
  readonly peers = new Table<string, number[]>(() => []);
  readonly own: number[] = [];
  /** Essays graded by a grader and task. */
  readonly essays = new Table<string, number[]>(() => [0]);
  /** Days from a task's end to the grading of an essay. */
  readonly days: number[] = [];
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  see({ username, time, type, page, payload }: Seen): void {
    if (type === 'peer_grading_show_problem') {
      this.essays.at(`${username} ${payload.location}`)[0]! += 1;
      this.days.push(time / DAY - this.#syllabus.tasks.get(payload.location)!.due!);
    }
    if (type !== 'rubric_select') return;
    const value = payload.value / this.#syllabus.tasks.get(payload.location)!.rubric[payload.category]!;
    if (page!.endsWith('/peer_grading')) this.peers.at(username).push(value);
    else if (!page!.endsWith('/staff_grading')) this.own.push(value);
  }

  end(): void {}
}
