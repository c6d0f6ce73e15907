import type { Inputs } from '../../src/line/form.ts';
import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import {
  below,
  chance,
  hash,
  hashedShare,
  integer,
  lognormal,
  pick,
  type Stream,
} from '../../src/base/random/index.ts';
import type { EventType, PayloadOf } from '../../src/spec/index.ts';
import * as events from '../../src/spec/events/index.ts';
import type { Element, Problem, Sequence, Task, Video } from '../course/course.ts';
import { urlOf } from '../course/url.ts';
import { hexKey } from '../learners/hex-key.ts';
import type { Learner } from '../learners/learner.ts';
import type { Mark, ProblemState } from '../learners/progress.ts';
import type { Place } from '../model/place.ts';
import { PageContext, type SessionContext } from '../model/session-context.ts';
import {
  ACTIVATES,
  activation,
  asksToLogIn,
  enrolment,
  FORGETS,
  isNewcomer,
  newPassword,
  registration,
} from './accounts.ts';
import { addressOf } from './addresses.ts';
import { checkInputs } from './inputs.ts';
import { firstPoll, markedIn, marksOf, POLLS_AGAIN } from './external-grader.ts';
import { costOf } from '../model/latency.ts';
import {
  anyServer,
  AT_LEAVING,
  latency,
  logsItsEnd,
  type PromptView,
  type MarkedCheck,
  Platform,
  type Refusal,
  type ResetRefusal,
  type Text,
} from '../model/platform.ts';
import { codeAt } from './player.ts';
import { problemState } from './problem-state.ts';
import { markedIds, parameters, postedAnswers, storedAnswers, storedIds, type Sent } from './python-maps.ts';
import { formatQueueTime } from './queue-time.ts';
import { QUIRKS, REGISTERS, SITE, SPICED, type Quirks } from './quirks.ts';
import { sideTrip } from './side-trips.ts';
import { post, threadsRead } from './threads.ts';

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

/**
 * Two requests that leave a browser together arrive so many microseconds apart at most, mostly much less: those of a click and of
 * what it asks for, either of which comes first (docs/realism.md), and those that a script sends twice.
 */
const TOGETHER = 110_000;
const TWICE = 40_000;

/** What browsers tell of that may get lost: what no other line needs, since a request tells of the same deed. */
const LOST: ReadonlySet<EventType> = new Set<EventType>([
  events.accordion,
  events.seqNext,
  events.seqPrev,
  events.seqGoto,
  events.problemCheck,
  events.problemSave,
  events.problemReset,
  events.problemShow,
]);

/** Two clicks arrive so many microseconds apart at least, and some more. */
const APART = { least: 5000, more: 4000 };

/** What a page does when a task is done, by what its author wants of people then (choices). */
const afterwards = (random: Stream): readonly string[] =>
  pick(random, [
    ['get_status'],
    ['get_status'],
    ['get_combined_rubric', 'get_status'],
    ['get_status', 'get_results'],
    ['skip_post_assessment', 'get_status'],
    ['save_post_assessment', 'get_status'],
    ['next_problem', 'get_status', 'get_legend'],
  ]);

/** How often a peer's essay is reported (a choice). */
const FLAGGED = 0.01;

/** The agent of the grader's own library. */
const GRADER = 'python-requests/0.14.2 CPython/2.7.3 Linux/3.2.0-29-virtual';

/** A position as HTML5 players tell it: not to the millisecond, but to all the digits that there are, the same for the same; 0 before the first tick. */
const html5Time = (at: number): number =>
  at === 0 ? 0 : Number((at - hashedShare('html5', 'tick', Math.round(at * 1000)) / 1000).toPrecision(15));

/** What the platform of February 2013 wrote: the events, their quirks, and a line for each request. */
export class DeployedPlatform extends Platform {
  override readonly loadsBySpeed = true;
  protected readonly quirks: Quirks = QUIRKS;
  /** Until when somebody looks round in another tab. */
  readonly #busy = new WeakMap<SessionContext, number>();
  /** When the last event of a browser was written: the next ones come after it. */
  readonly #clicked = new WeakMap<SessionContext, number>();
  /** What a grader has chosen in the rubric in front. */
  readonly #chosen = new WeakMap<SessionContext, number[]>();
  /** Programs that wait for their marks, by problem, and when they get them, microseconds since 1970. */
  readonly #queued = new WeakMap<Learner, Map<string, number>>();
  /** Those who have an account, but no course yet. */
  readonly #joining = new WeakSet<Learner>();

  open(visit: SessionContext, place: Place, left?: PageContext): PageContext {
    return this.#open(visit, addressOf(visit.course, place), left);
  }

  #open(visit: SessionContext, url: string, left?: PageContext): PageContext {
    const view = this.#view(visit, url);
    const path = decodeURI(url.slice(url.indexOf('/', 'https://'.length)));
    const delay = latency(visit, 0.06);
    const from = this.#join(visit, path, view, delay);
    this.#request(visit, view, path, from);
    if (left) {
      left.meanwhile = undefined;
      this.#close(visit, left, from + latency(visit, 0.02));
    }
    const trip = visit.loggedIn && visit.username !== '' ? sideTrip(visit) : undefined;
    if (trip) {
      this.#isBusy(visit, from + trip.after);
      this.#request(visit, view, trip.path, from + trip.after, trip.POST, trip.GET);
    }
    return view;
  }

  /** Those who are new register, get a mail and enrol before they open a page of the course; gives when the page is opened then. */
  #join(visit: SessionContext, path: string, view: PageContext, delay: number): number {
    const { learner, networkRandom: random } = visit;
    if (learner.home.logins !== 1 || !visit.loggedIn || visit.username === '') return delay;
    const later = delay + latency(visit);
    if (path === '/dashboard') {
      if (!isNewcomer(visit, REGISTERS)) return delay;
      this.#joining.add(learner);
      learner.register(visit.now);
      const { path: account, POST } = registration(visit);
      const nobody = new PageContext(view.url, new EncodedCommonFields({ ...view.browser.fields, username: '' }), null);
      this.#request(visit, nobody, account, delay, POST);
      if (chance(random, ACTIVATES.chance)) {
        const wait = Math.round(below(ACTIVATES.most, lognormal(random, ACTIVATES.mean, ACTIVATES.sd)) * 1e6);
        this.#isBusy(visit, later + wait);
        this.#request(visit, view, activation(random).path, later + wait);
      }
    } else {
      if (visit.takesNoCourse || !this.#joining.delete(learner)) return delay;
      const { path: enrol, POST } = enrolment(visit);
      this.#request(visit, view, enrol, delay, POST);
    }
    return later;
  }

  override enrol(visit: SessionContext): void {
    const { path, POST } = enrolment(visit);
    this.#request(visit, visit.view!, path, latency(visit), POST);
  }

  /** Something goes on for so many microseconds, in another tab: nobody logs out before. */
  #isBusy(visit: SessionContext, delay: number): void {
    this.#busy.set(visit, Math.max(this.#busy.get(visit) ?? 0, visit.now + delay));
  }

  show(visit: SessionContext, { problems }: Element): void {
    let delay = latency(visit);
    const queued = this.#queued.get(visit.learner.home);
    for (const { location } of problems) {
      this.#ajax(visit, location, 'problem_get', {}, delay);
      delay += latency(visit, 0.03);
      const graded = queued?.get(location);
      if (graded === undefined) continue;
      if (graded > visit.now) this.#awaitMarks(visit, location, graded, delay + POLLS_AGAIN);
      else queued!.delete(location);
    }
  }

  logOut(visit: SessionContext): void {
    const page = visit.view;
    if (page) page.meanwhile = undefined;
    const { origin } = urlOf(visit.course);
    const delay = Math.max(0, (this.#busy.get(visit) ?? 0) - visit.now) + latency(visit, 0.06);
    if (page) this.#request(visit, page, '/logout', delay);
    visit.loggedIn = false;
    const front = delay + latency(visit);
    this.#request(visit, this.#view(visit, `${origin}/`), '/', front);
    if (page) this.#close(visit, this.#view(visit, page.url), front + latency(visit, 0.02));
  }

  close(visit: SessionContext, page: PageContext): void {
    page.meanwhile = undefined;
    this.#close(visit, page, 0);
  }

  /** A page that is left sends this as it unloads, when the next one has been asked for. */
  #close(visit: SessionContext, page: PageContext, delay: number): void {
    if (!logsItsEnd(visit, page) || visit.loses(AT_LEAVING)) return;
    const after = this.#afterClicks(visit, delay);
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), events.pageClose, page.browser, after, null);
  }

  openChapter(visit: SessionContext, title: string): void {
    this.#browser(visit, events.accordion, { newheader: title, oldheader: visit.chapter });
  }

  move(visit: SessionContext, sequence: Sequence, from: number, to: number, how: 'next' | 'previous' | 'any'): void {
    const id = sequence.location;
    // A move ends whatever asks for marks [sequence/display.coffee].
    visit.view!.meanwhile = undefined;
    const way = this.#way(visit);
    if (how === 'next') this.#browser(visit, events.seqNext, { old: from, new: to, id }, way);
    else if (how === 'previous') this.#browser(visit, events.seqPrev, { old: from, new: to, id }, way);
    else if (chance(visit.networkRandom, this.quirks.numbersAsText))
      this.#browser(visit, events.seqGoto, { old: from, new: String(to), id }, way);
    else this.#browser(visit, events.seqGoto, { old: from, new: to, id }, way);
    this.#ajax(visit, id, 'goto_position', { position: String(to) }, this.#way(visit));
    this.show(visit, sequence.elements[to - 1]!);
  }

  /** Where the player is no touch device [video_player.coffee]. */
  override playsByItself(visit: SessionContext): boolean {
    return !visit.isTouch;
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
    const marked = this.#answered(visit, problem, 'problem_check', inputs, events.saveProblemCheck, {
      success: successOf(map),
      correct_map: map,
      attempts,
      answers: postedAnswers(problem, after.answers),
      state: stateOf(problem, before),
      problem_id: problem.location,
    });
    if (Object.values(after.marks).some(({ queued }) => queued)) {
      const graded = this.#gradeOutside(visit, problem, after);
      const first = (marked ?? visit.now) - visit.now + firstPoll(after.marks) + latency(visit, 0.06);
      this.#queuedOf(visit.learner).set(problem.location, graded);
      this.#awaitMarks(visit, problem.location, graded, first);
    }
    return marked;
  }

  /** The external grader posts its marks when it has come so far, whoever is still there; gives when, microseconds since 1970. */
  #gradeOutside(visit: SessionContext, { location, inputs }: Problem, { answers, marks }: ProblemState): number {
    const { networkRandom: random, learner, course } = visit;
    const input = inputs.find(({ id }) => marks[id]?.queued)!;
    const sent = { program: String(answers[input.id]), answer: String(input.answer) };
    const [org, net] = [hash(course.org, 'grader', 0) % 256, hash(course.org, 'grader', 1) % 256];
    const fields = {
      username: '',
      ip: `10.${org}.${net}.17`,
      agent: GRADER,
      page: null,
      host: urlOf(course).host,
    };
    const user = learner.accountNumber(SITE);
    const queued = marks[input.id]!.queued!;
    const { path, POST } = marksOf(random, course, location, user, queued, sent);
    const delay = markedIn(random, queued.ahead);
    const payload = { POST: parameters(POST), GET: {} };
    const nobody = new EncodedCommonFields(fields);
    this.sink.log(visit, anyServer(this.sink, random), events.request, nobody, delay, payload, path);
    return visit.now + delay;
  }

  #queuedOf({ home }: Learner): Map<string, number> {
    const queued = this.#queued.get(home) ?? new Map<string, number>();
    this.#queued.set(home, queued);
    return queued;
  }

  /**
   * While a program waits for its marks and its element is shown, the page asks for them again and again, from some microseconds from now on: until they are
   * there. A window asks for one problem, the last.
   */
  #awaitMarks(visit: SessionContext, location: string, graded: number, first: number): void {
    const page = visit.view!;
    const path = `${urlOf(visit.course).pathname}/modx/${location}/problem_get`;
    let next = visit.now + first;
    page.meanwhile = (seconds) => {
      const until = visit.now + seconds * 1e6;
      for (; next < until; next += POLLS_AGAIN + latency(visit, 0.12)) {
        this.#request(visit, page, path, Math.max(0, next - visit.now));
        if (next >= graded) return void (page.meanwhile = undefined);
      }
    };
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
    this.#browser(visit, events.problemSave, inputs, this.#way(visit));
    const payload = {
      state: stateOf(problem, state),
      problem_id: problem.location,
      answers: postedAnswers(problem, answers),
    };
    this.#answered(visit, problem, 'problem_save', inputs, events.saveProblemFail, payload);
  }

  reset(visit: SessionContext, problem: Problem, before: ProblemState, after: ProblemState): void {
    this.#browser(visit, events.problemReset, checkInputs(problem, before.answers), this.#way(visit));
    const problem_id = problem.location;
    const payload = { old_state: stateOf(problem, before), problem_id, new_state: stateOf(problem, after) };
    this.#answered(visit, problem, 'problem_reset', { id: problem_id }, events.resetProblem, payload);
  }

  resetRefused(visit: SessionContext, problem: Problem, state: ProblemState, failure: ResetRefusal): void {
    this.#browser(visit, events.problemReset, checkInputs(problem, state.answers), this.#way(visit));
    const problem_id = problem.location;
    const payload = { old_state: stateOf(problem, state), failure, problem_id };
    this.#answered(visit, problem, 'problem_reset', { id: problem_id }, events.resetProblemFail, payload);
  }

  showAnswer(visit: SessionContext, problem: Problem): void {
    this.#browser(visit, events.problemShow, { problem: problem.location }, this.#way(visit));
    this.#answered(visit, problem, 'problem_show', {}, events.showAnswer, { problem_id: problem.location });
  }

  protected logBook(visit: SessionContext): PageContext {
    return this.#open(visit, `${visit.course.url}/book/0/`);
  }

  protected logPageJump(visit: SessionContext, from: number, to: number): PageContext {
    const asText = chance(visit.networkRandom, this.quirks.pagesAsText);
    this.#browser(visit, events.book, { type: 'gotopage', old: from, new: asText ? String(to) : to });
    return visit.view!;
  }

  protected logPageTurn(visit: SessionContext, from: number, to: number): PageContext {
    this.#browser(visit, events.book, { type: 'gotopage', old: from, new: to });
    this.#again(visit, events.book, { type: to > from ? 'nextpage' : 'prevpage', new: to });
    return visit.view!;
  }

  showPrompt(visit: SessionContext, view: PromptView, { location }: Task): void {
    // What was chosen in the rubric of an essay that was left.
    this.#chosen.delete(visit);
    this.#browser(visit, events.prompts[view].show.deployed, { location });
    if (view === 'oe') this.#askOfTask(visit, location);
    else if (view === 'peer_grading') {
      this.#ajax(visit, location, 'is_student_calibrated', { location });
      this.#ajax(visit, location, 'get_next_submission', { location }, 2 * latency(visit));
    } else {
      this.#staff(visit, 'get_problem_list', {});
      this.#staff(visit, 'get_next', { location }, 2 * latency(visit));
    }
  }

  hidePrompt(visit: SessionContext, view: PromptView, { location }: Task, feedback?: Text): void {
    this.#browser(visit, events.prompts[view].hide.deployed, { location });
    if (view === 'oe') this.#assess(visit, location);
    else {
      const marks = this.#marks(visit, location, feedback?.() ?? '');
      if (view === 'peer_grading') this.#ajax(visit, location, 'save_grade', marks);
      else this.#staff(visit, 'save_grade', { ...marks, skipped: 'false' });
    }
  }

  /** Who marks its own essay sends the marks; then the page asks how the task stands. */
  #assess(visit: SessionContext, location: string): void {
    const delay = latency(visit);
    const marks = this.#takeMarks(visit);
    if (marks)
      this.#ajax(visit, location, 'save_assessment', { assessment: marks.sum, 'score_list[]': marks.each }, delay);
    let later = delay + latency(visit);
    for (const action of afterwards(visit.networkRandom)) {
      this.#ajax(visit, location, action, {}, later);
      later += latency(visit, 0.1);
    }
  }

  /** What the page of a task asks for when the task is shown: two things at once, and now and then whether there is a score. */
  #askOfTask(visit: SessionContext, location: string): void {
    const { networkRandom: random } = visit;
    const actions = chance(random, 0.5) ? ['get_legend', 'get_status'] : ['get_status', 'get_legend'];
    if (chance(random, 0.3)) actions.push('check_for_score');
    for (const action of actions) this.#ajax(visit, location, action, {}, latency(visit));
  }

  /** The marks that were chosen in the rubric in front, as forms send them; undefined where none were. The next essay has others. */
  #takeMarks(visit: SessionContext): { readonly each: string[]; readonly sum: string } | undefined {
    const chosen = this.#chosen.get(visit);
    this.#chosen.delete(visit);
    return chosen && { each: chosen.map(String), sum: String(chosen.reduce((sum, value) => sum + value, 0)) };
  }

  /** What a grader's page sends of an essay. */
  #marks(visit: SessionContext, location: string, feedback: string): Sent {
    const { networkRandom: random } = visit;
    const marks = this.#takeMarks(visit);
    return {
      'rubric_scores[]': marks?.each ?? [],
      score: marks?.sum ?? '0',
      location,
      submission_id: String(integer(random, 1000, 99_999)),
      submission_key: hexKey(random),
      feedback,
      submission_flagged: String(chance(random, FLAGGED)),
    };
  }

  selectRubric(visit: SessionContext, { location }: Task, category: number, value: number): void {
    this.#browser(visit, events.rubricSelect, { location, selection: String(value), category });
    const chosen = this.#chosen.get(visit) ?? [];
    chosen[category] = value;
    this.#chosen.set(visit, chosen);
  }

  submitEssay(visit: SessionContext, { location }: Task, text: Text): void {
    this.#ajax(visit, location, 'save_answer', { student_answer: text() });
  }

  /** Where staff grade, the page asks the course, not a module. */
  #staff(visit: SessionContext, action: string, POST: Sent, delay = latency(visit)): void {
    const path = `${urlOf(visit.course).pathname}/staff_grading/${action}`;
    this.#request(visit, visit.view!, path, delay, POST);
  }

  showFeedback(visit: SessionContext, { location }: Task): void {
    this.#ajax(visit, location, 'get_combined_rubric', {});
    this.#browser(visit, events.oeShowFullFeedback, {});
  }

  showFeedbackForm(visit: SessionContext): void {
    this.#browser(visit, events.oeShowRespondToFeedback, {});
  }

  respondToFeedback(visit: SessionContext, value: number): void {
    this.#browser(visit, events.oeFeedbackResponseSelected, { value: String(value) });
  }

  post(visit: SessionContext, text: Text): void {
    const { path, POST } = post(visit, text());
    this.#request(visit, visit.view!, path, latency(visit), POST);
  }

  /** Whoever stays with the forum opens threads in it, and votes on some of them. */
  override linger(visit: SessionContext, seconds: number): void {
    if (!visit.view?.url.endsWith('/discussion/forum')) return;
    for (const { path, POST, after } of threadsRead(visit, seconds))
      this.#request(visit, visit.view, path, after, POST);
  }

  override askToLogIn(visit: SessionContext): number {
    const { path, GET } = asksToLogIn(visit);
    const view = this.#view(visit, urlOf(visit.course).origin + path);
    this.#request(visit, view, path, latency(visit, 0.06), {}, GET);
    const seconds = 2 + lognormal(visit.networkRandom, 1.7, 0.6);
    if (visit.learner.home.logins === 1 || !chance(visit.networkRandom, FORGETS.chance)) return seconds;
    const { steps, after } = newPassword(visit, seconds);
    for (const { path: step, POST, after: delay } of steps) this.#request(visit, view, step, delay, POST);
    return after;
  }

  #view(visit: SessionContext, url: string): PageContext {
    const { login, networkRandom } = visit;
    const twoKeys = visit.session !== '' && login.stale !== '' && chance(networkRandom, this.quirks.twoSessionKeys);
    const session = twoKeys ? `${login.session};${login.stale}` : visit.session;
    return new PageContext(url, visit.commonFields(url, session, urlOf(visit.course).host), 'x_module');
  }

  #player(visit: SessionContext, video: Video, at: number): Payload<typeof events.playVideo> {
    const { id } = video;
    if (visit.isTouch) return { id, code: 'html5', currentTime: html5Time(at) };
    const code = codeAt(video, visit.speed);
    const { positionsAsText } = this.quirks;
    if (positionsAsText > 0 && chance(visit.networkRandom, positionsAsText))
      return { id, code, currentTime: at.toFixed(3), speed: visit.speed };
    if (chance(visit.networkRandom, this.quirks.playerNotReady)) return { id, code, speed: visit.speed };
    return { id, code, currentTime: at, speed: visit.speed };
  }

  /** The page's script logs a check twice, milliseconds apart, unless it sends a file. */
  #sendCheck(visit: SessionContext, problem: Problem, answers: ProblemState['answers']): Inputs {
    const inputs = checkInputs(problem, answers);
    this.#browser(visit, events.problemCheck, inputs, this.#way(visit));
    const sendsFile = problem.inputs.some(({ kind }) => kind === 'code');
    if (!sendsFile) this.#again(visit, events.problemCheck, inputs);
    return inputs;
  }

  /** An event of the browser's script, which sends it by a request of its own that is not logged. */
  #browser<T extends EventType>(visit: SessionContext, type: T, payload: Payload<T>, delay = 0): void {
    const after = this.#afterClicks(visit, delay);
    this.#clicked.set(visit, visit.now + after);
    if (LOST.has(type) && visit.loses()) return;
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), type, visit.view!.browser, after, payload);
  }

  /** An event that the same click logs once more, some milliseconds later. */
  #again<T extends EventType>(visit: SessionContext, type: T, payload: Payload<T>): void {
    const { networkRandom: random } = visit;
    const time = this.#clicked.get(visit)! + Math.ceil(TWICE * random() * random());
    this.#clicked.set(visit, time);
    if (LOST.has(type) && visit.loses()) return;
    this.sink.log(visit, anyServer(this.sink, random), type, visit.view!.browser, time - visit.now, payload);
  }

  /** A delay, or as much as it takes to come after the events of the browser before. */
  #afterClicks(visit: SessionContext, delay: number): number {
    const least = (this.#clicked.get(visit) ?? -Infinity) + APART.least - visit.now;
    return delay >= least ? delay : least + Math.round(visit.networkRandom() * APART.more);
  }

  /** How long a click, or the request that leaves with it, takes to its server: microseconds. */
  #way({ networkRandom: random }: SessionContext): number {
    return Math.ceil(TOGETHER * random() * random());
  }

  #request(
    visit: SessionContext,
    view: PageContext,
    path: string,
    delay: number,
    POST: Sent = {},
    GET: Sent = {},
  ): number {
    const server = anyServer(this.sink, visit.networkRandom);
    this.sink.log(
      visit,
      server,
      events.request,
      view.browser.on(null),
      delay,
      { POST: parameters(POST), GET: parameters(GET) },
      path,
    );
    return server;
  }

  #ajax(visit: SessionContext, location: string, action: string, values: Sent, delay = latency(visit)): number {
    const path = `${urlOf(visit.course).pathname}/modx/${location}/${action}`;
    return this.#request(visit, visit.view!, path, delay, values);
  }

  /** A request to a problem, and what the problem logs while that server answers it. */
  #answered<T extends EventType>(
    visit: SessionContext,
    problem: Problem,
    action: 'problem_check' | 'problem_save' | 'problem_reset' | 'problem_show',
    values: Sent,
    type: T,
    payload: Payload<T>,
  ): number | undefined {
    const delay = this.#way(visit);
    const server = this.#ajax(visit, problem.location, action, values, delay);
    const cost = action === 'problem_check' ? costOf(problem) : 0;
    const answered = Math.max(delay + latency(visit, 0.094, cost), (this.#clicked.get(visit) ?? 0) + 1 - visit.now);
    return this.sink.log(visit, server, type, visit.view!.server, answered, payload);
  }
}

/** The same, which does what is rare and right more often: {@link SPICED}. */
export class SpicedPlatform extends DeployedPlatform {
  protected override readonly quirks = SPICED;
}
