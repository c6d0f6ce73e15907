/** Those who come beside a pool's learners, machines that ask, and what is done though nobody is there. */
import { SECOND } from '../../src/base/time.ts';
import type { Scene, Visiting } from '../incidents/incident.ts';
import type { Underway } from '../incidents/interruption.ts';
import type { Line } from '../model/line.ts';
import { TimeQueue } from './queue.ts';

/** Somebody, or a machine, or a deed of the site's own. */
export type Actor =
  | { readonly begin: (now: number) => Visiting; underway: Underway | undefined }
  | { readonly ask: Parameters<Scene['asks']>[1] }
  | { readonly act: (now: number) => void };

/** Actors of a pool's incidents, by their next action. */
export class Cast {
  readonly #end: number;
  readonly #begun: (visiting: Visiting) => Underway;
  readonly #next: (underway: Underway) => IteratorResult<number, void>;
  readonly #writes: (line: Line) => void;
  readonly #queue = new TimeQueue();
  readonly #actors: Actor[] = [];

  /**
   * @param end of the run
   * @param begun hears that somebody comes, and may change what it does
   * @param next does the next step of what somebody is about
   * @param writes takes the lines of machines
   */
  constructor(
    end: number,
    begun: (visiting: Visiting) => Underway,
    next: (underway: Underway) => IteratorResult<number, void>,
    writes: (line: Line) => void,
  ) {
    this.#end = end;
    this.#begun = begun;
    this.#next = next;
    this.#writes = writes;
  }

  /** When the next action is due, microseconds since 1970. */
  get time(): number {
    return this.#queue.time;
  }

  enters(time: number, actor: Actor): void {
    if (time >= this.#end) return;
    this.#actors.push(actor);
    this.#queue.add(this.#actors.length - 1, time);
  }

  /** Does what is due. */
  step(): void {
    const actor = this.#actors[this.#queue.first]!;
    const now = this.#queue.time;
    if ('act' in actor) {
      this.#queue.remove();
      return actor.act(now);
    }
    if ('ask' in actor) {
      const { line, next } = actor.ask(now);
      this.#writes(line);
      if (next < this.#end) this.#queue.postpone(next);
      else this.#queue.remove();
      return;
    }
    const underway = (actor.underway ??= this.#begun(actor.begin(now)));
    const { visit } = underway;
    visit.now = now;
    const { done, value } = this.#next(underway);
    if (!done) return this.#queue.postpone(now + Math.max(1, Math.round(value * SECOND)));
    this.#queue.remove();
    visit.learner.home.lastSeen = now;
  }
}
