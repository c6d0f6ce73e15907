import type { Breakdown, Outcome } from '../subject.ts';

/**
 * The commands that waited when a process ended by itself. Each is asked again, alone: those that end it again have done it.
 */
export class Suspects<Asked> {
  /** In the order in which they were asked; the first is the one that is suspected most. */
  readonly list: readonly Asked[];
  /** What had been answered before. */
  readonly before: readonly Asked[];
  readonly breakdown: Breakdown;
  readonly answers = new Map<Asked, Outcome>();
  readonly #guilty = new Set<Asked>();

  constructor(list: readonly Asked[], before: readonly Asked[], breakdown: Breakdown) {
    this.list = list;
    this.before = before;
    this.breakdown = breakdown;
  }

  /** It has ended the process again, and has been told so. */
  convict(asked: Asked): void {
    this.#guilty.add(asked);
  }

  /** Whether each has been asked again. */
  get heard(): boolean {
    return this.list.every((asked) => this.answers.has(asked) || this.#guilty.has(asked));
  }

  /** The first, when nobody did it again; then it was perhaps the command before, or all of them together. */
  get unexplained(): Asked | undefined {
    return this.#guilty.size === 0 ? this.list[0] : undefined;
  }
}
