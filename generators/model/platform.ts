import type { Stream } from '../../src/base/random/index.ts';
import { lognormal } from '../../src/base/random/index.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Envelope } from '../../src/line/envelope.ts';
import type { Problem, Sequence, Task, Video } from '../course/course.ts';
import type { ProblemState } from '../learners/progress.ts';
import type { PageContext, Visit } from './visit.ts';

/** Where the prompt of an open-ended task can be shown or hidden. */
export type GradingPlace = 'oe' | 'peer_grading' | 'staff_grading';

/** Why a check is refused: too late or too often, or not reset. */
export type Refusal = 'closed' | 'unreset';

/** Why a reset is refused: too late or too often, or before any check. */
export type ResetRefusal = 'closed' | 'not_done';

/** A check of a problem, marked. */
export interface MarkedCheck {
  readonly problem: Problem;
  /** The state before it. */
  readonly before: ProblemState;
  /** The state after it. */
  readonly after: ProblemState;
  readonly attempts: number;
}

/**
 * What the site writes to its log when somebody does something: one method a deed, one implementation a dialect. Deeds are
 * done on the page in front of the visit, now; what a server adds comes a moment later.
 */
export interface Platform {
  /** Opens a page. */
  open(visit: Visit, url: string): PageContext;
  /** Leaves the page in front. */
  close(visit: Visit): void;
  /** Opens a chapter in the side bar. */
  openChapter(visit: Visit, title: string): void;
  /** Moves to an element of a sequence: to the next, to the one before, or to any. */
  move(visit: Visit, sequence: Sequence, from: number, to: number, how: 'next' | 'previous' | 'any'): void;
  /** Starts to play, at seconds into the video. */
  play(visit: Visit, video: Video, at: number): void;
  pause(visit: Visit, video: Video, at: number): void;
  check(visit: Visit, check: MarkedCheck): void;
  /** Tries to check a problem that is closed, or that has to be reset first. */
  checkRefused(
    visit: Visit,
    problem: Problem,
    state: ProblemState,
    answers: ProblemState['answers'],
    failure: Refusal,
  ): void;
  /** Keeps answers without checking them. */
  save(visit: Visit, problem: Problem, state: ProblemState, answers: ProblemState['answers']): void;
  /** Sets a problem that was checked back to its start. */
  reset(visit: Visit, problem: Problem, before: ProblemState, after: ProblemState): void;
  /** Tries to reset a problem that is closed, or that was not checked yet. */
  resetRefused(visit: Visit, problem: Problem, state: ProblemState, failure: ResetRefusal): void;
  showAnswer(visit: Visit, problem: Problem): void;
  /** Opens the textbook at a page. */
  openBook(visit: Visit, page: number): PageContext;
  /** Jumps to a page of the textbook; gives the page as it is then. */
  goToPage(visit: Visit, from: number, to: number): PageContext;
  /** Turns a page of the textbook. */
  turnPage(visit: Visit, from: number, to: number): PageContext;
  showPrompt(visit: Visit, place: GradingPlace, task: Task): void;
  hidePrompt(visit: Visit, place: GradingPlace, task: Task): void;
  selectRubric(visit: Visit, task: Task, category: number, value: number): void;
  submitEssay(visit: Visit, task: Task, text: string): void;
  showFeedback(visit: Visit): void;
  showFeedbackForm(visit: Visit): void;
  respondToFeedback(visit: Visit, value: number): void;
  /** Writes in the forum. */
  post(visit: Visit, text: string): void;
}

/** Takes the lines of a pool as they come about. */
export interface EventSink {
  /** How many servers answer. */
  readonly servers: number;
  /**
   * Logs a line on a server.
   *
   * @param delay microseconds from now
   * @param path the URL's path, for request events
   */
  log(
    visit: Visit,
    server: number,
    type: EventType,
    envelope: Envelope,
    delay: number,
    payload: unknown,
    path?: string,
  ): void;
}

/** Any request is answered by any server of the pool. */
export const anyServer = (sink: EventSink, random: Stream): number => Math.floor(random() * sink.servers);

const LONGEST_LATENCY = 1.5e6;

/** How long the server takes over a click, in microseconds: some .2 s (docs/realism.md, the server side of a click). */
export const latency = (random: Stream, seconds = 0.2): number =>
  Math.min(LONGEST_LATENCY, Math.round(lognormal(random, Math.log(seconds), 0.35) * 1e6));
