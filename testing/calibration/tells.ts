/** What gave a synthetic log away (the last table of docs/realism.md): who answers how fast, what is wrong alike, what is learned, habits, paths. */
import { mean, sum } from './numbers.ts';
import type { Problem } from '../../generators/course/course.ts';
import { DAY, HOUR, Table, waits, type Observer, type Seen, type Syllabus } from './observer.ts';

/** A first check of a problem. */
interface First {
  readonly username: string;
  readonly problem: string;
  /** Logarithm of the seconds since the click before. */
  readonly log: number;
  readonly right: boolean;
  readonly isChoice: boolean;
  /** Whether the video before it was played; undefined where there is none. */
  readonly watched: boolean | undefined;
}

export class Tells implements Observer {
  readonly firsts: First[] = [];
  /** Logarithms of the seconds before the first check of a program, by the logarithm of its length. */
  readonly programs = new Table<number, number[]>(() => []);
  /** Wrong answers, by input. */
  readonly wrong = new Table<string, Map<string, number>>(() => new Map());
  /** Retries with another answer than all that were refused, and with one of them. */
  readonly retries = { other: 0, same: 0 };
  /** By what relation to the right number each learner was wrong, once an input. */
  readonly slips = new Table<string, Map<string, string>>(() => new Map());
  /** Wrong numbers, and of them those that a sign, a factor of two or ten, or one or ten more or less explain. */
  readonly numbers = { wrong: 0, explained: 0 };
  /** Wrong answers that were typed beside others, and of them those left blank. */
  readonly typed = { beside: 0, blank: 0 };
  readonly ratings: number[] = [];
  /** Problems whose answer was shown unsolved, and checks after it. */
  readonly shown = { answers: 0, checks: 0 };
  /** Hours of the day of each sitting's first click, by learner. */
  readonly hours = new Table<string, number[]>(() => []);
  /** Chapters of the first page with a week, of those who came late. */
  readonly lateStarts: number[] = [];
  /** Sequences that are due at no time, by index in the course, in the order in which each learner has seen them first. */
  readonly paths = new Table<string, number[]>(() => []);
  readonly #places = new Map<string, number>();
  readonly events = new Table<string, number[]>(() => [0]);
  /** Seconds from a move in a sequence to a play from the start that follows. */
  readonly begun: number[] = [];
  /** Logarithms of those of them within a quarter of a minute, by learner. */
  readonly loaded = new Table<string, number[]>(() => []);
  readonly #move = new Map<string, number>();
  readonly #before = new Map<string, number>();
  readonly #click = new Map<string, number>();
  readonly #played = new Set<string>();
  readonly #answers = new Map<
    string,
    {
      readonly solved: boolean;
      readonly answers: Record<string, string | string[]>;
      readonly refused: readonly string[];
    }
  >();
  readonly #seenAnswer = new Set<string>();
  readonly #started = new Set<string>();
  readonly #videoOf = new Map<string, string>();
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
    for (const [url, { sequence }] of syllabus.pages)
      if (sequence.due === undefined) this.#places.set(url, this.#places.size);
    for (const { sequence } of syllabus.pages.values())
      for (const { video, problems } of sequence.elements)
        if (video) for (const { location } of problems) this.#videoOf.set(location, video.id);
  }

  see(line: Seen): void {
    const { username, time, source, type, payload, page, unasked } = line;
    this.events.at(username)[0]! += 1;
    if (source === 'browser') {
      const before = this.#before.get(username);
      if (type === 'problem_check') this.#click.set(username, time - (before ?? -Infinity));
      if (before === undefined || time - before > HOUR) this.hours.at(username).push((time % DAY) / HOUR);
      this.#before.set(username, time);
      this.#start(username, time, page);
      const place = this.#places.get(page ?? '');
      if (place !== undefined && !this.paths.at(username).includes(place)) this.paths.at(username).push(place);
    }
    const moved = this.#move.get(username);
    if (moved !== undefined && type === 'play_video' && payload.currentTime === 0) {
      this.begun.push(time - moved);
      if (time - moved < 15) this.loaded.at(username).push(Math.log(time - moved));
    }
    if (type.startsWith('seq_')) this.#move.set(username, time);
    else this.#move.delete(username);
    if (type === 'play_video' && !unasked) this.#played.add(`${username} ${payload.id}`);
    else if (type === 'save_problem_check') this.#check(line);
    else if (type === 'oe_feedback_response_selected') this.ratings.push(payload.value);
    else if (type === 'show_answer' && !this.#answers.get(`${username} ${payload.problem_id}`)?.solved) {
      this.shown.answers += 1;
      this.#seenAnswer.add(`${username} ${payload.problem_id}`);
    }
  }

  end(): void {}

  #start(username: string, time: number, page: string | null): void {
    const chapter = this.#syllabus.pages.get(page ?? '')?.chapter;
    if (chapter === undefined || this.#started.has(username)) return;
    this.#started.add(username);
    if (time > 14 * DAY && time < 84 * DAY) this.lateStarts.push(chapter);
  }

  #program({ inputs }: Problem, attempts: number, gap: number): void {
    if (attempts > 1 || gap >= HOUR) return;
    const length = sum(inputs.map((input) => (input.kind === 'code' ? input.answer.length : 0)));
    this.programs.at(Math.log(length)).push(Math.log(gap));
  }

  #check({ username, payload }: Seen): void {
    const { problem_id: id, attempts, success, answers, correct_map: map } = payload;
    const { problem } = this.#syllabus.problems.get(id)!;
    if (waits(problem)) return this.#program(problem, attempts, this.#click.get(username)!);
    const key = `${username} ${id}`;
    if (this.#seenAnswer.delete(key)) this.shown.checks += 1;
    const video = this.#videoOf.get(id);
    const gap = this.#click.get(username)!;
    if (attempts === 1 && gap < HOUR)
      this.firsts.push({
        username,
        problem: id,
        log: Math.log(gap),
        right: success === 'correct',
        isChoice: problem.inputs.every(({ kind }) => kind === 'choice'),
        watched: video === undefined ? undefined : this.#played.has(`${username} ${video}`),
      });
    const { solved = false, refused = [] } = this.#answers.get(key) ?? {};
    const written = String(answers[problem.inputs[0]!.id]);
    if (!solved && refused.length > 0 && problem.inputs.length === 1) {
      if (refused.includes(written)) this.retries.same += 1;
      else this.retries.other += 1;
    }
    this.#answers.set(key, { solved: success === 'correct', answers, refused: [...refused, written] });
    for (const asked of problem.inputs) {
      const { id: input, kind } = asked;
      if (problem.randomized || map[input].correctness === 'correct') continue;
      if (problem.inputs.length > 1 && (kind === 'number' || kind === 'text')) {
        this.typed.beside += 1;
        this.typed.blank += Number(answers[input] === '');
      }
      if (answers[input] === '') continue;
      if (kind === 'number') {
        this.numbers.wrong += 1;
        this.numbers.explained += Number(isExplained(Number(answers[input]), Number(asked.answer)));
      }
      if (kind === 'number') this.slips.at(username).set(input, relation(Number(answers[input]), Number(asked.answer)));
      if (kind !== 'choice') continue;
      const counts = this.wrong.at(input);
      const answer = String(answers[input]);
      counts.set(answer, (counts.get(answer) ?? 0) + 1);
    }
  }
}

/** How a wrong number lies to the right one, as far as a reader would look: its difference, or the ratio of both. */
function relation(wrong: number, right: number): string {
  const difference = wrong - right;
  return [1, -1, 10].includes(difference) ? `${difference}` : `x${(wrong / right).toPrecision(3)}`;
}

const isExplained = (wrong: number, right: number): boolean =>
  [-right, 2 * right, right / 2, 10 * right, 100 * right, right + 1, right - 1, right + 10, right - 10].some(
    (value) => Math.abs(value - wrong) <= 0.002 * Math.abs(value) + 1e-9,
  );

/** Of each value, the square of how far it is from their mean. */
function squares(values: readonly number[]): number[] {
  const own = mean(values);
  return values.map((value) => (value - own) ** 2);
}

/** The intra-class correlation: which share of all variance lies between groups. */
export function betweenGroups(groups: Iterable<readonly number[]>): number {
  const all = [...groups].filter((values) => values.length >= 5);
  const size = mean(all.map(({ length }) => length));
  const middle = mean(all.flat());
  const between = sum(all.map((values) => values.length * (mean(values) - middle) ** 2)) / (all.length - 1);
  const within = sum(all.map((values) => sum(squares(values)))) / (sum(all.map(({ length }) => length)) - all.length);
  return (between - within) / (between + (size - 1) * within);
}

/** Pearson's correlation. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const along = (f: (pair: readonly [number, number]) => number) => sum(pairs.map(f));
  return (
    along(([a, b]) => (a - x) * (b - y)) / Math.sqrt(along(([a]) => (a - x) ** 2) * along(([, b]) => (b - y) ** 2))
  );
}
