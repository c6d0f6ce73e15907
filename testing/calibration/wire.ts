/** What lies between people and servers, as lines show it: how long answers take, a person's tempo, and where addresses move. */
import { mean } from './numbers.ts';
import { HOUR, Table, type Observer, type Seen } from './observer.ts';
import { SITTING } from './pages.ts';

export class Wire implements Observer {
  /** Logarithms of the seconds from a check to its marks, by learner and by problem; the same beside the hour. */
  readonly byLearner = new Table<string, number[]>(() => []);
  readonly byProblem = new Table<string, number[]>(() => []);
  readonly #marks: { readonly hour: number; readonly problem: string; readonly log: number }[] = [];
  /** Logarithms of the seconds from one move in a sequence to the next, by learner. */
  readonly looks = new Table<string, number[]>(() => []);
  /** Of two such gaps in a row at one sitting, the logarithms. */
  readonly inARow: (readonly [before: number, after: number])[] = [];
  /** Addresses that came after another one of the same learner's, and how many of them begin alike. */
  readonly moved = { near: 0, all: 0 };
  readonly #checked = new Map<string, number>();
  readonly #move = new Map<string, number>();
  readonly #look = new Map<string, number>();
  readonly #address = new Map<string, string>();

  see({ username, time, source, type, payload, ip }: Seen): void {
    this.#goElsewhere(username, ip);
    const checked = this.#checked.get(username);
    if (type === 'problem_check') this.#checked.set(username, time);
    else if (type === 'save_problem_check' && checked !== undefined) {
      const log = Math.log(time - checked);
      this.byLearner.at(username).push(log);
      this.byProblem.at(payload.problem_id).push(log);
      this.#marks.push({ hour: Math.floor(time / HOUR), problem: payload.problem_id, log });
    }
    if (source !== 'browser') return;
    const moved = this.#move.get(username);
    if (moved !== undefined && time - moved < SITTING && type.startsWith('seq_')) {
      const [look, before] = [Math.log(time - moved), this.#look.get(username)];
      this.looks.at(username).push(look);
      if (before !== undefined) this.inARow.push([before, look]);
      this.#look.set(username, look);
    } else this.#look.delete(username);
    if (type.startsWith('seq_')) this.#move.set(username, time);
    else this.#move.delete(username);
  }

  end(): void {}

  /** The logarithms by the hour in which they were taken, as differences from their problem's. */
  byHour(): Iterable<readonly number[]> {
    const hours = new Table<number, number[]>(() => []);
    const means = new Map([...this.byProblem].map(([problem, all]) => [problem, mean(all)]));
    for (const { hour, problem, log } of this.#marks) hours.at(hour).push(log - means.get(problem)!);
    return hours.values();
  }

  #goElsewhere(username: string, ip: string): void {
    const before = this.#address.get(username);
    if (before === ip) return;
    this.#address.set(username, ip);
    if (before === undefined) return;
    const start = (address: string): string => address.split('.').slice(0, 2).join('.');
    this.moved.all += 1;
    this.moved.near += Number(start(before) === start(ip));
  }
}
