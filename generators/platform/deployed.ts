import type { Inputs } from '../../src/line/form.ts';
import { chance } from '../../src/base/random/index.ts';
import type { EventType, PayloadOf } from '../../src/spec/index.ts';
import * as events from '../../src/spec/events/index.ts';
import type { Problem, Sequence, Task, Video } from '../course/course.ts';
import { hexKey } from '../learners/hex-key.ts';
import type { Mark, ProblemState } from '../learners/progress.ts';
import { PageContext, type SessionContext } from '../model/session-context.ts';
import { checkInputs } from './inputs.ts';
import {
  anyServer,
  isTouchDevice,
  latency,
  logsItsEnd,
  type PromptView,
  type MarkedCheck,
  Platform,
  type Refusal,
  type ResetRefusal,
} from '../model/platform.ts';
import { problemState } from './problem-state.ts';
import { markedIds, parameters, postedAnswers, storedAnswers, storedIds, type Sent } from './python-maps.ts';
import { formatQueueTime } from './queue-time.ts';
import { QUIRKS } from './quirks.ts';

type Payload<T extends EventType> = PayloadOf<T, 'deployed'>;
type MapEntry = Payload<typeof events.saveProblemCheck>['correct_map'][string];

const mapEntry = ({ right, hint, message, points, queued }: Mark): MapEntry => ({
  hint,
  hintmode: hint === '' ? null : points === null ? 'on_request' : 'always',
  correctness: queued ? 'incomplete' : right ? 'correct' : 'incorrect',
  msg: message,
  npoints: points,
  queuestate: queued ? { key: queued.key, time: formatQueueTime(queued.time) } : null,
});

const { correctMap, stateOf: plainState, successOf } = problemState(mapEntry);

/** The state that a request finds in the database. */
const stateOf = (problem: Problem, state: ProblemState) =>
  plainState({ ...state, answers: storedAnswers(problem, state.answers) }, storedIds(state.marks));

const MILLISECOND = 1000;

/** What the platform of February 2013 wrote: the events, their quirks, and a line for each request. */
export class DeployedPlatform extends Platform {
  open(visit: SessionContext, url: string, left?: PageContext): PageContext {
    const view = this.#view(visit, url);
    const path = decodeURI(url.slice(url.indexOf('/', 'https://'.length)));
    const delay = latency(visit.networkRandom, 0.06);
    this.#request(visit, view, path, delay);
    if (left) this.#close(visit, left, delay + latency(visit.networkRandom, 0.02));
    return view;
  }

  logOut(visit: SessionContext): void {
    const page = visit.view;
    const { origin } = new URL(visit.course.url);
    const delay = latency(visit.networkRandom, 0.06);
    if (page) this.#request(visit, page, '/logout', delay);
    visit.loggedIn = false;
    const front = delay + latency(visit.networkRandom);
    this.#request(visit, this.#view(visit, `${origin}/`), '/', front);
    if (page) this.#close(visit, this.#view(visit, page.url), front + latency(visit.networkRandom, 0.02));
  }

  close(visit: SessionContext, page: PageContext): void {
    this.#close(visit, page, 0);
  }

  /** A page that is left sends this as it unloads, when the next one has been asked for. */
  #close(visit: SessionContext, page: PageContext, delay: number): void {
    if (!logsItsEnd(visit, page)) return;
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), events.pageClose, page.browser, delay, null);
  }

  openChapter(visit: SessionContext, title: string): void {
    this.#browser(visit, events.accordion, { newheader: title, oldheader: visit.chapter });
  }

  move(visit: SessionContext, sequence: Sequence, from: number, to: number, how: 'next' | 'previous' | 'any'): void {
    const id = sequence.location;
    if (how === 'next') this.#browser(visit, events.seqNext, { old: from, new: to, id });
    else if (how === 'previous') this.#browser(visit, events.seqPrev, { old: from, new: to, id });
    else if (chance(visit.networkRandom, QUIRKS.numbersAsText))
      this.#browser(visit, events.seqGoto, { old: from, new: String(to), id });
    else this.#browser(visit, events.seqGoto, { old: from, new: to, id });
    this.#ajax(visit, id, 'goto_position', { position: String(to) });
  }

  protected logPlay(visit: SessionContext, video: Video, at: number): void {
    this.#browser(visit, events.playVideo, this.#player(visit, video, at));
  }

  pause(visit: SessionContext, video: Video, at: number): void {
    this.#browser(visit, events.pauseVideo, this.#player(visit, video, at));
  }

  protected logCheck(visit: SessionContext, { problem, before, after, attempts }: MarkedCheck): number | undefined {
    const inputs = this.#sendCheck(visit, problem, after.answers);
    const map = correctMap(after.marks, markedIds(after.marks));
    return this.#answered(visit, problem, 'problem_check', inputs, events.saveProblemCheck, {
      success: successOf(map),
      correct_map: map,
      attempts,
      answers: postedAnswers(problem, after.answers),
      state: stateOf(problem, before),
      problem_id: problem.location,
    });
  }

  checkRefused(
    visit: SessionContext,
    problem: Problem,
    state: ProblemState,
    answers: ProblemState['answers'],
    failure: Refusal,
  ): void {
    const inputs = this.#sendCheck(visit, problem, answers);
    const payload = {
      failure,
      state: stateOf(problem, state),
      problem_id: problem.location,
      answers: postedAnswers(problem, answers),
    };
    this.#answered(visit, problem, 'problem_check', inputs, events.saveProblemCheckFail, payload);
  }

  save(visit: SessionContext, problem: Problem, state: ProblemState, answers: ProblemState['answers']): void {
    const inputs = checkInputs(problem, answers);
    this.#browser(visit, events.problemSave, inputs);
    const payload = {
      state: stateOf(problem, state),
      problem_id: problem.location,
      answers: postedAnswers(problem, answers),
    };
    this.#answered(visit, problem, 'problem_save', inputs, events.saveProblemFail, payload);
  }

  reset(visit: SessionContext, problem: Problem, before: ProblemState, after: ProblemState): void {
    this.#browser(visit, events.problemReset, checkInputs(problem, before.answers));
    const problem_id = problem.location;
    const payload = { old_state: stateOf(problem, before), problem_id, new_state: stateOf(problem, after) };
    this.#answered(visit, problem, 'problem_reset', { id: problem_id }, events.resetProblem, payload);
  }

  resetRefused(visit: SessionContext, problem: Problem, state: ProblemState, failure: ResetRefusal): void {
    this.#browser(visit, events.problemReset, checkInputs(problem, state.answers));
    const problem_id = problem.location;
    const payload = { old_state: stateOf(problem, state), failure, problem_id };
    this.#answered(visit, problem, 'problem_reset', { id: problem_id }, events.resetProblemFail, payload);
  }

  showAnswer(visit: SessionContext, problem: Problem): void {
    this.#browser(visit, events.problemShow, { problem: problem.location });
    this.#answered(visit, problem, 'problem_show', {}, events.showAnswer, { problem_id: problem.location });
  }

  protected logBook(visit: SessionContext): PageContext {
    return this.open(visit, `${visit.course.url}/book/0/`);
  }

  protected logPageJump(visit: SessionContext, from: number, to: number): PageContext {
    const asText = chance(visit.networkRandom, QUIRKS.numbersAsText);
    this.#browser(visit, events.book, { type: 'gotopage', old: from, new: asText ? String(to) : to });
    return visit.view!;
  }

  protected logPageTurn(visit: SessionContext, from: number, to: number): PageContext {
    this.#browser(visit, events.book, { type: 'gotopage', old: from, new: to });
    this.#browser(visit, events.book, { type: to > from ? 'nextpage' : 'prevpage', new: to }, 3 * MILLISECOND);
    return visit.view!;
  }

  showPrompt(visit: SessionContext, view: PromptView, { location }: Task): void {
    this.#browser(visit, events.prompts[view].show.deployed, { location });
  }

  hidePrompt(visit: SessionContext, view: PromptView, { location }: Task): void {
    this.#browser(visit, events.prompts[view].hide.deployed, { location });
  }

  selectRubric(visit: SessionContext, { location }: Task, category: number, value: number): void {
    this.#browser(visit, events.rubricSelect, { location, selection: String(value), category });
  }

  submitEssay(visit: SessionContext, { location }: Task, text: string): void {
    this.#ajax(visit, location, 'save_answer', { student_answer: text });
  }

  showFeedback(visit: SessionContext): void {
    this.#browser(visit, events.oeShowFullFeedback, {});
  }

  showFeedbackForm(visit: SessionContext): void {
    this.#browser(visit, events.oeShowRespondToFeedback, {});
  }

  respondToFeedback(visit: SessionContext, value: number): void {
    this.#browser(visit, events.oeFeedbackResponseSelected, { value: String(value) });
  }

  post(visit: SessionContext, text: string): void {
    const path = new URL(visit.course.url).pathname;
    const thread = `${path}/discussion/threads/${hexKey(visit.networkRandom, 24)}/reply`;
    this.#request(visit, visit.view!, thread, latency(visit.networkRandom), {
      body: text,
      anonymous: 'false',
      auto_subscribe: 'true',
    });
  }

  #view(visit: SessionContext, url: string): PageContext {
    const { login, networkRandom } = visit;
    const twoKeys = visit.session !== '' && login.stale !== '' && chance(networkRandom, QUIRKS.twoSessionKeys);
    const session = twoKeys ? `${login.session};${login.stale}` : visit.session;
    return new PageContext(url, visit.commonFields(url, session, new URL(url).host), 'x_module');
  }

  #player(visit: SessionContext, { id, code }: Video, at: number): Payload<typeof events.playVideo> {
    if (isTouchDevice(visit)) return { id, code: 'html5', currentTime: at };
    if (chance(visit.networkRandom, QUIRKS.playerNotReady)) return { id, code, speed: visit.speed };
    return { id, code, currentTime: at, speed: visit.speed };
  }

  /** The page's script logs a check twice, milliseconds apart, unless it sends a file. */
  #sendCheck(visit: SessionContext, problem: Problem, answers: ProblemState['answers']): Inputs {
    const inputs = checkInputs(problem, answers);
    this.#browser(visit, events.problemCheck, inputs);
    const sendsFile = problem.inputs.some(({ kind }) => kind === 'code');
    if (!sendsFile) this.#browser(visit, events.problemCheck, inputs, 4 * MILLISECOND);
    return inputs;
  }

  /** An event of the browser's script, which sends it by a request of its own that is not logged. */
  #browser<T extends EventType>(visit: SessionContext, type: T, payload: Payload<T>, delay = 0): void {
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), type, visit.view!.browser, delay, payload);
  }

  #request(visit: SessionContext, view: PageContext, path: string, delay: number, POST: Sent = {}): number {
    const server = anyServer(this.sink, visit.networkRandom);
    this.sink.log(
      visit,
      server,
      events.request,
      view.browser.on(null),
      delay,
      { POST: parameters(POST), GET: {} },
      path,
    );
    return server;
  }

  #ajax(
    visit: SessionContext,
    location: string,
    action: string,
    values: Sent,
    delay = latency(visit.networkRandom),
  ): number {
    const path = `${new URL(visit.course.url).pathname}/modx/${location}/${action}`;
    return this.#request(visit, visit.view!, path, delay, values);
  }

  /** A request to a problem, and what the problem logs while that server answers it. */
  #answered<T extends EventType>(
    visit: SessionContext,
    { location }: Problem,
    action: string,
    values: Sent,
    type: T,
    payload: Payload<T>,
  ): number | undefined {
    const delay = latency(visit.networkRandom);
    const server = this.#ajax(visit, location, action, values, delay);
    return this.sink.log(visit, server, type, visit.view!.server, delay + latency(visit.networkRandom, 0.05), payload);
  }
}
