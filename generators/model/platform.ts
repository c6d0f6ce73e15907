/** What the site does when somebody does something, and where its lines go. */
import type { Stream } from '../../src/base/random/index.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import type { Element, Problem, Sequence, Task, Video } from '../course/course.ts';
import type { Example, ProblemState, Submission } from '../learners/progress.ts';
import { HandedIn } from './essays.ts';
import type { Place, StaffDeed } from './place.ts';
import type { PageContext, SessionContext } from './session-context.ts';
import type { Post } from './subjects.ts';

/** Where the prompt of an open-ended task can be shown or hidden. */
export type PromptView = 'oe' | 'peer_grading' | 'staff_grading';

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
  /** Whether every answer is right. */
  readonly solved: boolean;
  /** Whether that was so before. */
  readonly again: boolean;
  /** Whether it may be checked again though it is solved. */
  readonly kept: boolean;
  /** Whether it was guessed, mostly within seconds. */
  readonly isGuess: boolean;
  /** Whether the video before it was watched. */
  readonly taught: boolean;
}

/** A stretch of a video that is about to be played. */
export interface Run {
  /** Seconds until the player moves. */
  readonly delay: number;
  /** Seconds of content. */
  readonly seconds: number;
}

/** What another position of a video is chosen by. */
export type SeekBy = 'slider' | 'caption';

/** Who hears of deeds beside the log: whoever keeps the truth. */
export interface DeedListener {
  /** A video starts to play; alone, where nobody wants it. */
  plays(visit: SessionContext, video: Video, alone: boolean): void;
  /** A run of a video is over that began at a time: its content from one second to another was watched. */
  watched(visit: SessionContext, video: Video, began: number, from: number, to: number): void;
  /** A problem is checked; the log says so at a time, microseconds since 1970. */
  checks(visit: SessionContext, check: MarkedCheck, time: number): void;
  /** A page of the textbook is looked at; turned to, unless the book was just opened. */
  reads(visit: SessionContext, page: number, turned: boolean): void;
}

/** What somebody has written. It is composed where a line tells it: composing texts that no line of the documented dialect tells took a twentieth of a run. */
export type Text = () => string;

/**
 * What the site does when somebody does something: one method a deed, one subclass a dialect, which writes to the log. Deeds
 * are done on the page in front of the visit, now; what a server adds comes a moment later.
 */
export abstract class Platform {
  protected readonly sink: EventSink;
  /** Essays that its people have handed in. */
  readonly handedIn = new HandedIn();
  /** Whether each speed of a video is a video of its own, which plays anew where the speed changes. */
  readonly loadsBySpeed: boolean = false;
  /** Whether a form can be sent with nothing in it: today its button is disabled. */
  readonly takesBlanks: boolean = true;
  readonly #listener: DeedListener | undefined;

  /**
   * @param sink takes the lines
   * @param listener hears of the deeds
   */
  constructor(sink: EventSink, listener?: DeedListener) {
    this.sink = sink;
    this.#listener = listener;
  }

  /**
   * Starts to play a run, at seconds into the video.
   *
   * @param alone whether it does so by itself, and nobody wants it
   */
  play(visit: SessionContext, video: Video, at: number, run: Run, alone = false): void {
    this.logPlay(visit, video, at, run);
    this.#listener?.plays(visit, video, alone);
  }

  /** A run of a video is over that began at a time: its content from one second to another was watched. */
  watched(visit: SessionContext, video: Video, began: number, from: number, to: number): void {
    this.#listener?.watched(visit, video, began, from, to);
  }

  /**
   * Checks a problem that is open; a server refuses what reaches it when the problem has closed.
   *
   * @param closes when that is, microseconds since 1970
   * @returns whether it is marked
   */
  check(visit: SessionContext, check: MarkedCheck, closes = Infinity): boolean {
    const time = this.logCheck(visit, check, closes);
    if (time === 'closed') return false;
    if (time !== undefined) this.#listener?.checks(visit, check, time);
    return true;
  }

  /** Looks at the course's page of progress beside the page in front; gives how many seconds that takes. */
  lookAtProgress(_visit: SessionContext): number {
    return 0;
  }

  /** Opens the textbook at a page. */
  openBook(visit: SessionContext, page: number): PageContext {
    this.#listener?.reads(visit, page, false);
    return this.logBook(visit, page);
  }

  /** Jumps to a page of the textbook; gives the page as it is then. */
  goToPage(visit: SessionContext, from: number, to: number): PageContext {
    this.#listener?.reads(visit, to, true);
    return this.logPageJump(visit, from, to);
  }

  /** Turns a page of the textbook; gives the page as it is then. */
  turnPage(visit: SessionContext, from: number, to: number): PageContext {
    this.#listener?.reads(visit, to, true);
    return this.logPageTurn(visit, from, to);
  }

  /** Whether the first video of an element that is shown plays by itself as soon as the player is ready. */
  playsByItself(_visit: SessionContext): boolean {
    return false;
  }

  /** A video has come to its end; gives it as a pause where the player does so. */
  end(visit: SessionContext, video: Video, at: number, pauses: boolean): void {
    if (pauses) this.pause(visit, video, at);
  }

  /** Where the player of a video that is shown stands, in seconds, before it is played; undefined where it keeps no place, and begins anew. */
  standsAt(_visit: SessionContext, _video: Video): number | undefined {
    return undefined;
  }

  /** Turns the player from one position to another, and to the speed of the visit, before it plays; gives how many seconds that takes. */
  turnTo(_visit: SessionContext, _video: Video, _from: number, _to: number, _by: SeekBy): number {
    return 0;
  }

  /** Stays with the page in front for so many seconds; what people do meanwhile beside the deeds of all dialects, ends before. */
  linger(_visit: SessionContext, _seconds: number): void {}

  /** Follows a link into the course as nobody; gives how many seconds it takes to log in where that is asked for. */
  askToLogIn(_visit: SessionContext): number {
    return 0;
  }

  /** Comes to the site, logged in; gives how many seconds go to something else than the course before all that people do in every dialect. */
  begin(_visit: SessionContext): number {
    return 0;
  }

  /** Works on a problem for so many seconds, before a check. */
  workOn(_visit: SessionContext, _problem: Problem, _seconds: number): void {}

  /** Thinks about a problem that was wrong, for so many seconds. */
  ponder(_visit: SessionContext, _problem: Problem, _seconds: number): void {}

  /** Begins an exam, whose page is in front: the clock runs. */
  beginExam(_visit: SessionContext, _exam: Sequence): void {}

  /** Ends an exam: it is handed in, by whoever sits it or by its clock. */
  endExam(_visit: SessionContext, _exam: Sequence): void {}

  /** Marks a problem of somebody's anew, who need not be there: its page is not asked for. */
  regrade(_visit: SessionContext, _problem: Problem, _sequence: Sequence, _marks: ProblemState['marks']): void {}

  /** Asks the page for instructors, which is in front, for something. */
  instruct(_visit: SessionContext, _deed: StaffDeed): void {}

  /** Searches the site for courses. */
  searchCourses(_visit: SessionContext, _words: string): void {}

  /** Enrols in the course, whose page is in front. */
  enrol(_visit: SessionContext): void {}

  /** Being done with a visit, leaves the course where somebody does; gives how many seconds that takes. */
  leaveCourse(_visit: SessionContext): number {
    return 0;
  }

  protected abstract logPlay(visit: SessionContext, video: Video, at: number, run: Run): void;
  /** Gives the time of the line that has the marks; undefined when the run is over by then, and `closed` when it is refused. */
  protected abstract logCheck(visit: SessionContext, check: MarkedCheck, closes: number): number | 'closed' | undefined;
  protected abstract logBook(visit: SessionContext, page: number): PageContext;
  protected abstract logPageJump(visit: SessionContext, from: number, to: number): PageContext;
  protected abstract logPageTurn(visit: SessionContext, from: number, to: number): PageContext;

  /**
   * Opens a page.
   *
   * @param left the page that gives way to it
   */
  abstract open(visit: SessionContext, place: Place, left?: PageContext): PageContext;
  /** Logs out: the page in front gives way to the front page, and sends its end by then as nobody. */
  abstract logOut(visit: SessionContext): void;
  /** Closes a page and its tab. */
  abstract close(visit: SessionContext, page: PageContext): void;
  /** Shows an element of the sequence in front. */
  abstract show(visit: SessionContext, element: Element): void;
  /** Opens a chapter in the side bar. */
  abstract openChapter(visit: SessionContext, title: string): void;
  /** Moves to an element of a sequence: to the next, to the one before, or to any. */
  abstract move(
    visit: SessionContext,
    sequence: Sequence,
    from: number,
    to: number,
    how: 'next' | 'previous' | 'any',
  ): void;
  /** Clicks at the tab of a sequence that is in front already. */
  abstract clickAgain(visit: SessionContext, sequence: Sequence, position: number): void;
  abstract pause(visit: SessionContext, video: Video, at: number): void;
  /** Tries to check a problem that is closed, or that has to be reset first. */
  abstract checkRefused(
    visit: SessionContext,
    problem: Problem,
    state: ProblemState,
    answers: ProblemState['answers'],
    failure: Refusal,
  ): void;
  /** Keeps answers without checking them. */
  abstract save(visit: SessionContext, problem: Problem, state: ProblemState, answers: ProblemState['answers']): void;
  /** Sets a problem that was checked back to its start. */
  abstract reset(visit: SessionContext, problem: Problem, before: ProblemState, after: ProblemState): void;
  /** Tries to reset a problem that is closed, or that was not checked yet. */
  abstract resetRefused(visit: SessionContext, problem: Problem, state: ProblemState, failure: ResetRefusal): void;
  abstract showAnswer(visit: SessionContext, problem: Problem): void;
  /** @param graded what of somebody else is to be graded, or the example that is */
  abstract showPrompt(visit: SessionContext, view: PromptView, task: Task, graded?: Submission | Example): void;
  /** @param feedback what a grader has written to the essay's author */
  abstract hidePrompt(visit: SessionContext, view: PromptView, task: Task, feedback?: Text): void;
  abstract selectRubric(visit: SessionContext, task: Task, category: number, value: number): void;
  abstract submitEssay(visit: SessionContext, task: Task, text: Text): void;
  abstract showFeedback(visit: SessionContext, task: Task): void;
  abstract showFeedbackForm(visit: SessionContext): void;
  abstract respondToFeedback(visit: SessionContext, value: number): void;
  /** Writes in the forum. */
  abstract post(visit: SessionContext, post: Post): void;
}

/**
 * Whether leaving a page is logged: only pages of the courseware and of news ask for it, and touch devices do not tell
 * [main.coffee, courseware.coffee].
 */
export const logsItsEnd = (visit: SessionContext, { url }: PageContext): boolean =>
  !visit.isTouch && /\/(?:courseware|news)(?:\/|$)/.test(url);

/** What a page sends as it is left gets lost so many times as easily as what a page sends that stays (a choice). */
export const AT_LEAVING = 4;

/** Takes the lines of a pool as they come about. */
export interface EventSink {
  /** How many servers answer. */
  readonly servers: number;
  /**
   * Logs a line on a server.
   *
   * @param delay microseconds from now until it is written
   * @param path the URL's path, for request events
   * @param lag microseconds by which its time is before that
   * @returns the line's time, microseconds since 1970; undefined when the run is over by the time it is written
   */
  log(
    visit: SessionContext,
    server: number,
    type: EventType,
    common: EncodedCommonFields,
    delay: number,
    payload: unknown,
    path?: string,
    lag?: number,
  ): number | undefined;
  /** Takes back a line that is still to come, by its payload: what would have sent it is gone. */
  withdraw(payload: unknown): void;
}

/** Any request is answered by any server of the pool. */
export const anyServer = (sink: EventSink, random: Stream): number => Math.floor(random() * sink.servers);
