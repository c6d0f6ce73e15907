import type { AdapterFailure, Outcome } from '../subject.ts';

/**
 * The search for the command that made a process end by itself. Each that waited is asked again, alone: those that end it again
 * have done it.
 */
export class CrashBisection<Asked> {
  /** Commands that may have caused the crash, in the order in which they were asked; the first is the likeliest. */
  readonly suspects: readonly Asked[];
  /** The last that had been answered before. */
  readonly previous: Asked | undefined;
  readonly failure: AdapterFailure;
  readonly answers = new Map<Asked, Outcome>();
  readonly #guilty = new Set<Asked>();

  constructor(suspects: readonly Asked[], previous: Asked | undefined, failure: AdapterFailure) {
    this.suspects = suspects;
    this.previous = previous;
    this.failure = failure;
  }

  /** It has ended the process again, and has been told so. */
  convict(asked: Asked): void {
    this.#guilty.add(asked);
  }

  /** Whether each has been asked again. */
  get isDone(): boolean {
    return this.suspects.every((asked) => this.answers.has(asked) || this.#guilty.has(asked));
  }

  /** The first, when nobody did it again; then it was perhaps the command before, or all of them together. */
  get unexplained(): Asked | undefined {
    return this.#guilty.size === 0 ? this.suspects[0] : undefined;
  }
}
