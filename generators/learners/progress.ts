/** What has been marked of one input. */
export interface Mark {
  readonly right: boolean;
  /** What the learner is told; empty mostly. */
  readonly hint: string;
  readonly message: string;
  readonly points: number | null;
  /**
   * Where it waits for an external grader: the key, when it was sent, microseconds since 1970, how many wait before it, and how many do about
   * that time, and what the grader will find.
   */
  readonly queued:
    | {
        readonly key: string;
        readonly time: number;
        readonly ahead: number;
        readonly usual: number;
        readonly right: boolean;
      }
    | undefined;
}

/** A problem's state, as the server keeps it between two events. Answers and marks are in the order of the problem's inputs, or none. */
export interface ProblemState {
  readonly answers: readonly (string | string[])[];
  readonly marks: readonly Mark[];
  readonly seed: number;
  readonly done: boolean;
}

/** Checks of a problem that may be checked again: one that is not solved yet, mostly. */
export interface UnsolvedProblem {
  attempts: number;
  state: ProblemState;
  /** What was refused before what the state holds, as far as somebody remembers; there only after several tries. */
  refused?: readonly ProblemState['answers'][] | undefined;
  /** How many of them were sent blank, by a slip; there only after one. */
  blanks?: number;
}

/** How often somebody has tried a problem in earnest. */
export const attemptsAt = ({ attempts, blanks = 0 }: UnsolvedProblem): number => attempts - blanks;

/** An essay of the learner's own. */
export interface Essay {
  /** When it was submitted, microseconds since 1970. */
  readonly submitted: number;
  feedbackRead: boolean;
  /** How many essays of others the learner has graded, and how often it found none that was left to grade. */
  graded: number;
  inVain: number;
}

/** An essay that somebody has handed in: its author's number, and when, microseconds since 1970. */
export interface Submission {
  readonly number: number;
  readonly time: number;
}

/** An essay of the teachers' own, by which peers learn to grade: which of theirs it is for somebody, from 0 on, and how many come after it. */
export interface Example {
  readonly example: number;
  readonly left: number;
}

/** Essays at a task that the learner has to grade: how many examples it has marked, the authors' numbers of those that it was dealt, and the one that it has not graded yet. */
export interface Grading {
  examples: number;
  readonly dealt: Set<number>;
  open: Submission | undefined;
}

/** Seeds that make problems draw the same numbers: programs draw by so many, that what they make can be kept [capa_problem: MAX_RANDOMIZATION_BINS]. */
const BINS = 1000;

/** The seed by which a problem's program draws, from 0 to 999; today's platform keeps no other, that of 2013 all 32 bits. */
export const drawnSeed = (seed: number): number => ((seed % BINS) + BINS) % BINS;

/** The state of a problem that has not been touched. */
export const untouched = (seed: number): ProblemState => ({ answers: [], marks: [], seed, done: false });

/**
 * How far a learner is. It is kept small, since there is one for each learner who may come again: most never need most of
 * these collections, which take 200 bytes each even when empty, and so are made at first use.
 */
export class Progress {
  /** The sequence the learner is in, by index in the course. */
  sequence = 0;
  bookPage = 1;
  /** When the book was closed last, microseconds since 1970; 0 before. */
  bookClosed = 0;
  #positions: Map<number, number> | undefined;
  #solved: Set<number> | undefined;
  #dropped: Set<number> | undefined;
  #unsolved: Map<number, UnsolvedProblem> | undefined;
  #kept: Map<number, UnsolvedProblem> | undefined;
  #watched: Set<string> | undefined;
  #videoPlaces: Map<string, number> | undefined;
  #essays: Map<number, Essay> | undefined;
  #gradings: Map<number, Grading> | undefined;

  /** The element of each sequence that was open last. */
  get positions(): Map<number, number> {
    return (this.#positions ??= new Map());
  }

  /** Problems that were solved; only those that were not, and the few in `kept`, keep their answers. */
  get solved(): Set<number> {
    return (this.#solved ??= new Set());
  }

  /** Problems that were given up. */
  get dropped(): Set<number> {
    return (this.#dropped ??= new Set());
  }

  get unsolved(): Map<number, UnsolvedProblem> {
    return (this.#unsolved ??= new Map());
  }

  /** Problems that were solved, and may be checked again. */
  get kept(): Map<number, UnsolvedProblem> {
    return (this.#kept ??= new Map());
  }

  /** Videos by id. */
  get watched(): Set<string> {
    return (this.#watched ??= new Set());
  }

  /** Where a video was paused last, in whole seconds, by its id: where today's player begins; undefined at its start, and at its end. */
  placeIn(video: string): number | undefined {
    return this.#videoPlaces?.get(video);
  }

  /** A video of so many seconds is paused. */
  setPlaceIn(video: string, at: number, seconds: number): void {
    const place = Math.floor(at);
    if (place > 0 && place < seconds - 1) (this.#videoPlaces ??= new Map()).set(video, place);
    else this.#videoPlaces?.delete(video);
  }

  get hasEssays(): boolean {
    return this.#essays !== undefined;
  }

  get essays(): Iterable<Essay> {
    return this.#essays?.values() ?? [];
  }

  /** The learner's essay at a task, by the task's index. */
  essayAt(task: number): Essay | undefined {
    return this.#essays?.get(task);
  }

  setEssay(task: number, essay: Essay): void {
    (this.#essays ??= new Map()).set(task, essay);
  }

  /** What the learner grades at a task, by the task's index. */
  gradingAt(task: number): Grading {
    const gradings = (this.#gradings ??= new Map<number, Grading>());
    let grading = gradings.get(task);
    if (!grading) gradings.set(task, (grading = { examples: 0, dealt: new Set(), open: undefined }));
    return grading;
  }
}
