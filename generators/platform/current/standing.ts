/** What today's platform knows of learners beside what people of the simulation know themselves: grades, histories of checks. */
import { onceFor } from '../../../src/base/remember.ts';
import type { PayloadOf } from '../../../src/spec/index.ts';
import type * as events from '../../../src/spec/events/index.ts';
import type { Course, Problem, Sequence, Task } from '../../course/course.ts';
import { sequencesOf } from '../../course/sequences.ts';
import type { Learner } from '../../learners/learner.ts';
import type { Speed } from '../../learners/population.ts';
import type { ProblemState } from '../../learners/progress.ts';
import type { Thread, Topic } from '../board.ts';

/** A map of marks, as a check writes it. */
export type CorrectMap = PayloadOf<typeof events.problemChecked, 'current'>['correct_map'];

/** What the platform keeps of a problem and a learner. */
export interface Trial {
  /** The maps of all checks since the last reset. */
  history: CorrectMap[];
  wasReset: boolean;
  /** Answers that were saved and not checked since. */
  saved: ProblemState['answers'] | undefined;
  /** Hints that were shown. */
  hints: number;
}

/** What somebody has written in the forum. */
export interface Post {
  readonly kind: 'thread' | 'response' | 'comment';
  readonly id: string;
  readonly topic: Topic;
  readonly title: string;
  readonly body: string;
  /** Whether its author will take it away again, mostly soon: nobody else comes upon it before. */
  readonly isFleeting: boolean;
  /** The thread itself, if it is one. */
  readonly thread?: Thread;
}

/** What somebody has reported. */
export interface Noise {
  readonly kind: Post['kind'];
  readonly thread: Pick<Thread, 'id' | 'topic'>;
  readonly id: string;
  readonly text: string;
  readonly author: string;
}

/** What a browser shows with videos, until that is changed there. */
export interface Shown {
  transcripts: boolean;
  captions: boolean;
}

/** A block's completion where it is no longer what it was at first, and since when, microseconds since 1970. */
export interface Recompleted {
  readonly completion: 0 | 1;
  readonly since: number;
}

/** How somebody stands in the course. */
export class Standing {
  /** By index of the problem. */
  readonly trials = new Map<number, Trial>();
  /** Points by what they are for. */
  readonly #points = new Map<string, number>();
  /** Those of each part, of the course as it was last: an incident may change it. */
  readonly #earned = new Map<Part, number>();
  #course: Course | undefined;
  /** When a part was first attempted, microseconds since 1970, by its location. */
  readonly attempted = new Map<string, number>();
  /** When essays were handed in, microseconds since 1970, by their tasks' locations. */
  readonly submitted = new Map<string, number>();
  /** How many examples were assessed as their author has them, by their tasks' locations. */
  readonly trained = new Map<string, number>();
  /** Tasks whose scores others have settled. */
  readonly settled = new Set<string>();
  /** What it has written in the forum. */
  readonly posts: Post[] = [];
  /** What it has reported last. */
  reported: Noise | undefined;
  hasPassed = false;
  isVerified = false;
  /** Units that were bookmarked, in their order. */
  readonly bookmarks = new Set<string>();
  /** Threads that it has looked into, with the last answer that it found there, empty where there was none. */
  readonly seen = new Map<string, string>();
  /** Threads that it follows, and posts that it has voted for. */
  readonly followed = new Set<string>();
  readonly voted = new Set<string>();
  /** When blocks were first completed, microseconds since 1970, by their ids. */
  readonly completed = new Map<string, number>();
  /** What has become of the completion of some since. */
  readonly recompleted = new Map<string, Recompleted>();
  /** The speed that its players have kept from one visit to the next. */
  speed: Speed | undefined;
  /** What the browsers of its devices have kept of transcripts beside videos, and of captions in them. */
  readonly #shown: Shown[] = [];
  /** Whether the learner has been in the course. */
  hasBegun = false;
  /** The last unit that it was in. */
  unit: string | undefined;

  shownOn(device: number): Shown {
    return (this.#shown[device] ??= { transcripts: true, captions: false });
  }

  /** Whether it has got points for something, be they none. */
  isMarked(location: string): boolean {
    return this.#points.has(location);
  }

  /** It gets points for something in a part. */
  score(course: Course, part: Part, location: string, points: number): void {
    this.#points.set(location, points);
    this.#earnedIn(course).delete(part);
  }

  /** The points that it has of a part. */
  earned(course: Course, part: Part): number {
    const earned = this.#earnedIn(course);
    const known = earned.get(part);
    if (known !== undefined) return known;
    const counted = part.scored.reduce((sum, { location }) => sum + (this.#points.get(location) ?? 0), 0);
    earned.set(part, counted);
    return counted;
  }

  #earnedIn(course: Course): Map<Part, number> {
    if (course !== this.#course) this.#earned.clear();
    this.#course = course;
    return this.#earned;
  }

  trial({ index }: Problem): Trial {
    const known = this.trials.get(index);
    if (known) return known;
    const trial = { history: [], wasReset: false, saved: undefined, hints: 0 };
    this.trials.set(index, trial);
    return trial;
  }
}

export const standingOf = onceFor<Learner, Standing>(() => new Standing());

/** A part of the course whose points are counted. */
export interface Part {
  readonly sequence: Sequence;
  /** What there are points for, and how many. */
  readonly scored: readonly { readonly location: string; readonly points: number }[];
  readonly possible: number;
}

/** The points that there are for a problem: one an input, but none for programs, of whose marks no line tells. */
export const possibleOf = onceFor(({ inputs }: Problem) => inputs.filter(({ kind }) => kind !== 'code').length);

const taskPoints = ({ rubric }: Task): number => rubric.reduce((sum, highest) => sum + highest, 0);

/** The parts of a course by the locations of sequences. */
const partsOf = onceFor(
  (course: Course): ReadonlyMap<string, Part> =>
    new Map(
      sequencesOf(course).map(({ sequence }) => {
        const scored = sequence.elements.flatMap(({ problems, task }) => [
          ...problems.map((problem) => ({ location: problem.location, points: possibleOf(problem) })),
          ...(task && taskPoints(task) > 0 ? [{ location: task.location, points: taskPoints(task) }] : []),
        ]);
        return [sequence.location, { sequence, scored, possible: scored.reduce((sum, { points }) => sum + points, 0) }];
      }),
    ),
);

export const partOf = (course: Course, { location }: Sequence): Part => partsOf(course).get(location)!;

/** The parts that count. */
const gradedParts = onceFor((course: Course) =>
  [...partsOf(course).values()].filter(({ sequence, possible }) => sequence.graded && possible > 0),
);

/** The share of the course's points, each graded part counting the same: from 0 to 1, of two decimals. */
export function gradeOf(course: Course, standing: Standing): number {
  const graded = gradedParts(course);
  if (graded.length === 0) return 0;
  const sum = graded.reduce((total, part) => total + standing.earned(course, part) / part.possible, 0);
  return Math.round((sum / graded.length) * 100) / 100;
}
