import { chance, type Stream } from '../../../src/base/random/index.ts';
import { MILLISECOND, SECOND } from '../../../src/base/time.ts';
import { encodeForm } from '../../../src/line/form.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Problem, Sequence } from '../../course/course.ts';
import type { ProblemState } from '../../learners/progress.ts';
import { arrival, clicked, latency, loading, serving } from '../../model/connection.ts';
import { costOf } from '../../model/latency.ts';
import type { MarkedCheck, Refusal, ResetRefusal } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { gradeOutside, ORDERS, polls, POLLS_AGAIN, WaitingPrograms } from '../external-grader.ts';
import { checkInputs } from '../inputs.ts';
import { handlerPath } from './addresses.ts';
import { micros, regrade } from './grades.ts';
import { HABITS } from './habits.ts';
import type { Lines, Parameters } from './lines.ts';
import { unitPage, type UnitPage } from './page.ts';
import { correctMap, pointsOf, shuffled, stateOf, submissionOf } from './problem-payloads.ts';
import { tellFeedback, tellScore } from './problem-scores.ts';
import { problemHtml } from './questions.ts';
import { possibleOf, standingOf } from './standing.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;
type Answers = ProblemState['answers'];

/** No server answers sooner. */
const SOONEST = 4 * MILLISECOND;
/** Until a refusal has been seen. */
const LOOKS = SECOND;

/** The agent of the grader's own library. */
const GRADER = 'python-requests/2.32.4';

/** A page does not wait longer to ask for marks again. */
const GIVES_UP = 60 * SECOND;

/** A form that was sent: from which page, to where, and in how many microseconds it is there. */
interface Sent {
  readonly page: UnitPage;
  readonly path: string;
  readonly delay: number;
}

/** Problems: what their pages and the server log of a click. */
export class Problems {
  readonly #lines: Lines;
  readonly #waiting = new WaitingPrograms();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Asks for the problems of a unit, from so many microseconds on; gives when the last has come. */
  show(visit: SessionContext, page: UnitPage, problems: readonly Problem[], from: number): number {
    let last = from;
    page.asksForMarks = undefined;
    for (const [nth, problem] of problems.entries()) {
      const delay = from + arrival(visit, nth, 0.05);
      this.#lines.request(visit, page.frameUrl, this.#path(visit, problem, 'problem_get'), delay);
      last = Math.max(last, delay);
      const marked = this.#waiting.until(visit, problem.location);
      if (marked !== undefined) this.#awaitMarks(visit, page, problem, marked, delay);
    }
    return last;
  }

  /** Gives the time of the line that has the marks; `closed` when the request comes after the problem has closed. */
  check(
    visit: SessionContext,
    { problem, before, after, attempts, kept }: MarkedCheck,
    closes: number,
    habits: Stream,
  ): number | 'closed' | undefined {
    const trial = standingOf(visit.learner).trial(problem);
    const answers = after.answers;
    const sent = this.#send(visit, problem, 'problem_check', events.problemCheck, answers);
    const { page, path, delay, inputs } = sent;
    if (visit.now + delay >= closes) {
      this.#refuse(visit, problem, sent, before, answers, 'closed', habits);
      return 'closed';
    }
    const map = correctMap(problem, after.marks);
    const points = pointsOf(after.marks);
    const given = shuffled(visit, problem, answers);
    const payload: Payload<typeof events.problemChecked> = {
      state: stateOf(problem, before, trial),
      problem_id: problem.location,
      answers: given,
      grade: points,
      max_grade: possibleOf(problem),
      correct_map: map,
      success: points === problem.inputs.length ? 'correct' : 'incorrect',
      attempts,
      submission: submissionOf(problem, given, after),
    };
    const cost = costOf(problem);
    const shown = delay + SOONEST + serving(visit, 0.04, 0.4, cost);
    tellFeedback(this.#lines, visit, page, path, problem, after, shown);
    const counted = shown + serving(visit, 0.03, 0.4, cost);
    const scored = tellScore(this.#lines, visit, page, path, problem, points, 1, counted);
    const marked = scored + MILLISECOND + serving(visit, 0.009, 0.5);
    const time = this.#lines.handler(visit, page.frameUrl, path, problem, events.problemChecked, payload, marked);
    const html = problemHtml(problem, after, attempts, points);
    const graded = marked + loading(visit, 0.065, 0.6);
    this.#lines.browser(visit, page.frame!, events.problemGraded, [encodeForm(inputs), html], graded);
    visit.awaits(graded);
    if (after.marks.some(({ queued }) => queued)) this.#queue(visit, page, problem, after, graded);
    trial.history = [...trial.history, map];
    trial.saved = undefined;
    if (points === problem.inputs.length && !kept) standingOf(visit.learner).trials.delete(problem.index);
    return time;
  }

  /** An external grader marks a program, and posts what it finds; the page, which shows so many microseconds from now that it waits, asks for that. */
  #queue(visit: SessionContext, page: UnitPage, problem: Problem, after: ProblemState, shown: number): void {
    const graded = gradeOutside(visit, problem, after, ORDERS.python3);
    this.#lines.machine(visit, { agent: GRADER, ip: graded.ip }, graded.path, graded.time - visit.now, graded);
    this.#waiting.add(visit.learner, problem.location, graded.time);
    this.#awaitMarks(visit, page, problem, graded.time, shown);
  }

  /**
   * While a program waits for its marks and its unit is shown, the page asks for them, ever more seldom, until they are there or it gives up
   * [capa/display.js]. A frame asks for one problem, the last.
   *
   * @param marked when the marks are there, microseconds since 1970
   * @param shown microseconds until the page shows that it waits
   */
  #awaitMarks(visit: SessionContext, page: UnitPage, problem: Problem, marked: number, shown: number): void {
    const path = this.#path(visit, problem, 'problem_get');
    const first = shown + POLLS_AGAIN + latency(visit, 0.06);
    const again = (asked: number): number | undefined => {
      const wait = POLLS_AGAIN * 2 ** asked;
      return wait < GIVES_UP ? wait : undefined;
    };
    const poll = polls(visit, first, marked, again, (delay) => this.#lines.request(visit, page.frameUrl, path, delay));
    page.asksForMarks = (seconds) => {
      if (poll(seconds)) page.asksForMarks = undefined;
    };
  }

  checkRefused(
    visit: SessionContext,
    problem: Problem,
    state: ProblemState,
    answers: Answers,
    failure: Refusal,
    habits: Stream,
  ): void {
    const sent = this.#send(visit, problem, 'problem_check', events.problemCheck, answers);
    this.#refuse(visit, problem, sent, state, answers, failure, habits);
  }

  #refuse(
    visit: SessionContext,
    problem: Problem,
    sent: Sent,
    state: ProblemState,
    answers: Answers,
    failure: Refusal,
    habits: Stream,
  ): void {
    const payload = { ...this.#saved(visit, problem, state, answers), failure };
    this.#answer(visit, problem, sent, events.problemCheckFail, payload);
    if (failure === 'closed' && chance(habits, HABITS.savesInVain))
      this.#saveInVain(visit, problem, payload, answers, habits);
  }

  /** Whoever is told that it is too late tries to keep the answers at least, which is too late as well. */
  #saveInVain(
    visit: SessionContext,
    problem: Problem,
    saved: Payload<typeof events.saveProblemSuccess>,
    answers: Answers,
    habits: Stream,
  ): void {
    const later = micros(habits, 3.7, 0.5);
    const sent = this.#send(visit, problem, 'problem_save', events.problemSave, answers, later);
    this.#answer(visit, problem, sent, events.saveProblemFail, { ...saved, failure: 'closed' });
    visit.awaits(sent.delay + LOOKS);
  }

  save(visit: SessionContext, problem: Problem, state: ProblemState, answers: Answers): void {
    const sent = this.#send(visit, problem, 'problem_save', events.problemSave, answers);
    this.#answer(visit, problem, sent, events.saveProblemSuccess, this.#saved(visit, problem, state, answers));
    standingOf(visit.learner).trial(problem).saved = answers;
  }

  reset(visit: SessionContext, problem: Problem, before: ProblemState, after: ProblemState): void {
    const trial = standingOf(visit.learner).trial(problem);
    const sent = this.#send(visit, problem, 'problem_reset', events.problemReset, before.answers);
    const { page, path, delay } = sent;
    const old_state = stateOf(problem, before, trial);
    trial.history = [];
    trial.saved = undefined;
    trial.wasReset = true;
    const new_state = stateOf(problem, after, trial);
    const scored = tellScore(this.#lines, visit, page, path, problem, 0, 0, delay + SOONEST + serving(visit, 0.055));
    const payload = { old_state, problem_id: problem.location, new_state };
    const done = scored + MILLISECOND + serving(visit, 0.009, 0.5);
    this.#lines.handler(visit, page.frameUrl, path, problem, events.resetProblem, payload, done);
  }

  resetRefused(visit: SessionContext, problem: Problem, state: ProblemState, failure: ResetRefusal): void {
    const trial = standingOf(visit.learner).trial(problem);
    const sent = this.#send(visit, problem, 'problem_reset', events.problemReset, trial.saved ?? state.answers);
    const payload = { old_state: stateOf(problem, state, trial), problem_id: problem.location, failure };
    this.#answer(visit, problem, sent, events.resetProblemFail, payload);
  }

  /** An instructor has it marked anew, whoever is there: a worker tells what that makes of the grades. */
  regrade(visit: SessionContext, problem: Problem, sequence: Sequence, marks: ProblemState['marks']): void {
    regrade(this.#lines, visit, problem, sequence, pointsOf(marks));
  }

  showAnswer(visit: SessionContext, problem: Problem): void {
    const page = unitPage(visit)!;
    const { click, asked, delay } = clicked(visit);
    this.#lines.browser(visit, page.frame!, events.problemShow, { problem: problem.location }, click);
    const { path } = this.#ask(visit, page, problem, 'problem_show', {}, asked);
    this.#answer(visit, problem, { page, path, delay }, events.showanswer, { problem_id: problem.location });
  }

  /** A hint is asked for, some microseconds from now. */
  hint(visit: SessionContext, problem: Problem, delay: number): void {
    const page = unitPage(visit)!;
    const hints = problem.inputs.flatMap(({ hint }) => hint ?? []);
    const trial = standingOf(visit.learner).trial(problem);
    const hint_index = trial.hints % hints.length;
    trial.hints += 1;
    const asked = this.#ask(visit, page, problem, 'hint_button', { hint_index: String(hint_index) }, delay);
    const payload = { module_id: problem.location, hint_index, hint_len: hints.length, hint_text: hints[hint_index]! };
    this.#answer(visit, problem, { page, ...asked }, events.demandHintDisplayed, payload);
  }

  #path = (visit: SessionContext, { location }: Problem, action: string): string =>
    handlerPath(visit.course, location, `xmodule_handler/${action}`);

  #saved(visit: SessionContext, problem: Problem, state: ProblemState, answers: Answers) {
    const trial = standingOf(visit.learner).trial(problem);
    return {
      state: stateOf(problem, state, trial),
      problem_id: problem.location,
      answers: shuffled(visit, problem, answers),
    };
  }

  /** The script logs a click, and sends the form by a request. */
  #send(
    visit: SessionContext,
    problem: Problem,
    action: string,
    type: typeof events.problemCheck | typeof events.problemSave | typeof events.problemReset,
    answers: Answers,
    from = 0,
  ) {
    const page = unitPage(visit)!;
    const inputs = checkInputs(problem, answers).record;
    const { click, asked, delay } = clicked(visit, from);
    this.#lines.browser(visit, page.frame!, type, inputs, click);
    const { path } = this.#ask(visit, page, problem, action, inputs, asked);
    return { page, path, delay, inputs };
  }

  #ask(
    visit: SessionContext,
    page: UnitPage,
    problem: Problem,
    action: string,
    POST: Parameters,
    delay = latency(visit, 0.04),
  ) {
    const path = this.#path(visit, problem, action);
    this.#lines.request(visit, page.frameUrl, path, delay, { POST });
    return { path, delay };
  }

  #answer<T extends EventType>(
    visit: SessionContext,
    problem: Problem,
    { page, path, delay }: Sent,
    type: T,
    payload: Payload<T>,
  ): void {
    const answered = delay + SOONEST + serving(visit, 0.08);
    this.#lines.handler(visit, page.frameUrl, path, problem, type, payload, answered);
  }
}
