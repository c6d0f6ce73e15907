/** What has been marked of one input. */
export interface Mark {
  readonly right: boolean;
  /** What the learner is told; empty mostly. */
  readonly hint: string;
  readonly message: string;
  readonly points: number | null;
  /** Where it waits for an external grader: the key and when it was sent, microseconds since 1970. */
  readonly queued: { readonly key: string; readonly time: number } | undefined;
}

/** A problem's state, as the server keeps it between two events. Answers and marks are keyed by answer id. */
export interface ProblemState {
  readonly answers: Readonly<Record<string, string | string[]>>;
  readonly marks: Readonly<Record<string, Mark>>;
  readonly seed: number;
  readonly done: boolean;
}

/** Checks of a problem that is not solved yet. */
export interface Trial {
  attempts: number;
  state: ProblemState;
}

/** An essay of the learner's own. */
export interface Essay {
  /** When it was submitted, microseconds since 1970. */
  readonly submitted: number;
  feedbackRead: boolean;
  /** How many essays of others the learner has graded. */
  graded: number;
}

/** The state of a problem that has not been touched. */
export const untouched = (seed: number): ProblemState => ({ answers: {}, marks: {}, seed, done: false });

/**
 * How far a learner is. It is kept small, since there is one for each learner who may come again: solved problems are
 * numbers, only open ones keep their answers.
 */
export class Progress {
  /** The sequence the learner is in, by place in the course. */
  sequence = 0;
  /** The element of each sequence that was open last. */
  readonly positions = new Map<number, number>();
  readonly solved = new Set<number>();
  /** Problems that were given up. */
  readonly dropped = new Set<number>();
  readonly trials = new Map<number, Trial>();
  readonly watched = new Set<string>();
  readonly essays = new Map<number, Essay>();
  bookPage = 1;
}
