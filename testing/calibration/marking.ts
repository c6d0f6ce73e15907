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
  /** Categories marked, those of them that were marked before, and those that do not follow the one before. */
  readonly chosen = { all: 0, again: 0, outOfTurn: 0 };
  /** Essays begun, and of them those that were handed in. */
  readonly begun = { all: 0, handedIn: 0 };
  /** Essays of others that were opened, and of them those that were graded. */
  readonly opened = { all: 0, graded: 0 };
  readonly #marks = new Table<string, number[]>(() => []);
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  see({ username, time, type, page, payload }: Seen): void {
    if (type === 'peer_grading_hide_problem') this.essays.at(`${username} ${payload.location}`)[0]! += 1;
    if (/^(peer|staff)_grading_show/.test(type)) this.opened.all += 1;
    if (/^(peer|staff)_grading_hide/.test(type)) this.opened.graded += 1;
    if (type === 'peer_grading_show_problem') {
      this.days.push(time / DAY - this.#syllabus.tasks.get(payload.location)!.due!);
    }
    if (type === 'oe_show_problem') this.begun.all += 1;
    if (type === 'oe_hide_problem') this.begun.handedIn += 1;
    if (type.endsWith('_show_problem')) this.#marks.delete(username);
    if (type !== 'rubric_select') return;
    this.#choose(this.#marks.at(username), payload.category);
    const value = payload.value / this.#syllabus.tasks.get(payload.location)!.rubric[payload.category]!;
    if (page!.endsWith('/peer_grading')) this.peers.at(username).push(value);
    else if (!page!.endsWith('/staff_grading')) this.own.push(value);
  }

  end(): void {}

  #choose(before: number[], category: number): void {
    const isAgain = before.includes(category);
    this.chosen.all += 1;
    this.chosen.again += Number(isAgain);
    this.chosen.outOfTurn += Number(!isAgain && category !== (before.at(-1) ?? -1) + 1);
    before.push(category);
  }
}
