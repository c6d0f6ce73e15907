import { EncodedCommonFields } from '../../../src/line/encoded-common-fields.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Element, Problem } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';
import { isProgrammed } from '../../course/programmed.ts';
import type { Mark, ProblemState } from '../../learners/progress.ts';
import { latency } from '../../model/connection.ts';
import { anyServer, type MarkedCheck, type Refusal, type ResetRefusal } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { firstPoll, gradeOutside, ORDERS, polls, POLLS_AGAIN, WaitingPrograms } from '../external-grader.ts';
import { checkInputs, entriesIn } from '../inputs.ts';
import { problemState, successOf } from '../problem-state.ts';
import { markedIds, parameters, postedIds, storedIds, storedMarkIds, type Sent } from '../python-maps.ts';
import { formatQueueTime } from '../queue-time.ts';
import type { Lines, Payload } from './lines.ts';

type MapEntry = Payload<typeof events.saveProblemCheck>['correct_map'][string];

const mapEntry = ({ right, hint, message, points, queued }: Mark): MapEntry => ({
  hint,
  hintmode: hint === '' ? null : points === null ? 'on_request' : 'always',
  correctness: queued ? 'incomplete' : right ? 'correct' : 'incorrect',
  msg: message,
  npoints: points,
  queuestate: queued ? { key: queued.key, time: formatQueueTime(queued.time) } : null,
});

const { correctMap, stateOf: plainState } = problemState(mapEntry);

/** The state that a request finds in the database. */
const stateOf = (problem: Problem, state: ProblemState) =>
  plainState(state, storedMarkIds(problem), storedIds(problem));

const postedAnswers = (problem: Problem, answers: ProblemState['answers']) => entriesIn(postedIds(problem), answers);

/** The agent of the grader's own library. */
const GRADER = 'python-requests/0.14.2 CPython/2.7.3 Linux/3.2.0-29-virtual';

/** What the site writes of problems: checks, which an external grader may mark later, and what else people ask of one. */
export class Problems {
  readonly #lines: Lines;
  readonly #waiting = new WaitingPrograms();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Asks for the problems of an element that is shown, and for marks that they wait for. */
  show(visit: SessionContext, { problems }: Element): void {
    let delay = latency(visit);
    for (const { location } of problems) {
      this.#lines.ajax(visit, location, 'problem_get', {}, delay);
      delay += latency(visit, 0.03);
      const graded = this.#waiting.until(visit, location);
      if (graded !== undefined) this.#awaitMarks(visit, location, graded, delay + POLLS_AGAIN);
    }
  }

  /** Gives when the marks are logged; undefined when the run is over by then, `closed` when the request comes after the problem has closed. */
  check(
    visit: SessionContext,
    { problem, before, after, attempts }: MarkedCheck,
    closes: number,
  ): number | 'closed' | undefined {
    const inputs = this.#sendCheck(visit, problem, after.answers);
    const way = this.#lines.way(visit);
    if (visit.now + way >= closes) {
      this.#refuse(visit, problem, inputs, before, after.answers, 'closed', way);
      return 'closed';
    }
    const payload = {
      success: successOf(after.marks),
      correct_map: correctMap(markedIds(problem), after.marks),
      attempts,
      answers: postedAnswers(problem, after.answers),
      state: stateOf(problem, before),
      problem_id: problem.location,
    };
    const type = events.saveProblemCheck;
    const marked = this.#lines.answered(visit, problem, 'problem_check', inputs, type, payload, way);
    if (after.marks.some(({ queued }) => queued)) {
      const graded = this.#gradeOutside(visit, problem, after);
      const first = (marked ?? visit.now) - visit.now + firstPoll(after.marks) + latency(visit, 0.06);
      this.#waiting.add(visit.learner, problem.location, graded);
      this.#awaitMarks(visit, problem.location, graded, first);
    }
    return marked;
  }

  checkRefused(
    visit: SessionContext,
    problem: Problem,
    state: ProblemState,
    answers: ProblemState['answers'],
    failure: Refusal,
  ): void {
    this.#refuse(visit, problem, this.#sendCheck(visit, problem, answers), state, answers, failure);
  }

  #refuse(
    visit: SessionContext,
    problem: Problem,
    inputs: Sent,
    state: ProblemState,
    answers: ProblemState['answers'],
    failure: Refusal,
    way?: number,
  ): void {
    const payload = {
      failure,
      state: stateOf(problem, state),
      problem_id: problem.location,
      answers: postedAnswers(problem, answers),
    };
    this.#lines.answered(visit, problem, 'problem_check', inputs, events.saveProblemCheckFail, payload, way);
  }

  save(visit: SessionContext, problem: Problem, state: ProblemState, answers: ProblemState['answers']): void {
    const inputs = checkInputs(problem, answers);
    this.#lines.browser(visit, events.problemSave, inputs, this.#lines.way(visit));
    const payload = {
      state: stateOf(problem, state),
      problem_id: problem.location,
      answers: postedAnswers(problem, answers),
    };
    this.#lines.answered(visit, problem, 'problem_save', inputs.record, events.saveProblemFail, payload);
  }

  reset(visit: SessionContext, problem: Problem, before: ProblemState, after: ProblemState): void {
    this.#lines.browser(visit, events.problemReset, checkInputs(problem, before.answers), this.#lines.way(visit));
    const problem_id = problem.location;
    const payload = { old_state: stateOf(problem, before), problem_id, new_state: stateOf(problem, after) };
    this.#lines.answered(visit, problem, 'problem_reset', { id: problem_id }, events.resetProblem, payload);
  }

  resetRefused(visit: SessionContext, problem: Problem, state: ProblemState, failure: ResetRefusal): void {
    this.#lines.browser(visit, events.problemReset, checkInputs(problem, state.answers), this.#lines.way(visit));
    const problem_id = problem.location;
    const payload = { old_state: stateOf(problem, state), failure, problem_id };
    this.#lines.answered(visit, problem, 'problem_reset', { id: problem_id }, events.resetProblemFail, payload);
  }

  showAnswer(visit: SessionContext, problem: Problem): void {
    this.#lines.browser(visit, events.problemShow, { problem: problem.location }, this.#lines.way(visit));
    this.#lines.answered(visit, problem, 'problem_show', {}, events.showAnswer, { problem_id: problem.location });
  }

  /** The page's script logs a check twice, milliseconds apart, unless it sends a file. */
  #sendCheck(visit: SessionContext, problem: Problem, answers: ProblemState['answers']): Sent {
    const inputs = checkInputs(problem, answers);
    this.#lines.browser(visit, events.problemCheck, inputs, this.#lines.way(visit));
    const sendsFile = isProgrammed(problem);
    if (!sendsFile) this.#lines.again(visit, events.problemCheck, inputs);
    return inputs.record;
  }

  /** The external grader posts its marks; gives when, microseconds since 1970. */
  #gradeOutside(visit: SessionContext, problem: Problem, after: ProblemState): number {
    const { time, ip, path, POST } = gradeOutside(visit, problem, after, ORDERS.python2);
    const { sink } = this.#lines;
    const fields = { username: '', ip, agent: GRADER, page: null, host: urlOf(visit.course).host };
    const nobody = new EncodedCommonFields(fields);
    const payload = { POST: parameters(POST), GET: {} };
    sink.log(visit, anyServer(sink, visit.networkRandom), events.request, nobody, time - visit.now, payload, path);
    return time;
  }

  /**
   * While a program waits for its marks and its element is shown, the page asks for them again and again, from some microseconds from now on: until they are
   * there. A window asks for one problem, the last.
   */
  #awaitMarks(visit: SessionContext, location: string, graded: number, first: number): void {
    const page = visit.view!;
    const path = `${urlOf(visit.course).pathname}/modx/${location}/problem_get`;
    const again = (): number => POLLS_AGAIN;
    const poll = polls(visit, first, graded, again, (delay) => this.#lines.request(visit, page, path, delay));
    page.meanwhile = (seconds) => {
      if (poll(seconds)) page.meanwhile = undefined;
    };
  }
}
