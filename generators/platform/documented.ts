import type { Written } from '../../src/line/entries.ts';
import type { EventType, PayloadOf } from '../../src/spec/index.ts';
import * as events from '../../src/spec/events/index.ts';
import type { Problem, Sequence, Task, Video } from '../course/course.ts';
import type { Mark } from '../learners/progress.ts';
import { latency } from '../model/connection.ts';
import type { Place } from '../model/place.ts';
import { PageContext, type SessionContext } from '../model/session-context.ts';
import { addressOf } from './addresses.ts';
import { checkInputs, entriesIn, idsOf } from './inputs.ts';
import { costOf } from '../model/latency.ts';
import { anyServer, AT_LEAVING, logsItsEnd, type PromptView, type MarkedCheck, Platform } from '../model/platform.ts';
import { codeAt } from './player.ts';
import { problemState, successOf } from './problem-state.ts';
import { formatQueueTime } from './queue-time.ts';

type MapEntry = PayloadOf<typeof events.saveProblemCheck, 'documented'>['correct_map'][string];

const mapEntry = ({ right, hint, message, points, queued }: Mark): MapEntry => ({
  hint,
  hintmode: hint === '' ? null : true,
  correctness: right ? 'correct' : 'incorrect',
  // The page knows whole points alone; a grader of programs gives parts of one.
  npoints: points === null ? null : Math.floor(points),
  msg: message,
  queuestate: queued ? { key: queued.key, time: formatQueueTime(queued.time) } : { key: '', time: '' },
});

const { correctMap, stateOf } = problemState(mapEntry);

/** Of those who are not logged in, one in so many sends no cookie at all: the session is undefined. */
const COOKIES_REFUSED = 3;

/** The letter of the page: what each deed writes, and no more. */
export class DocumentedPlatform extends Platform {
  override readonly loadsBySpeed = true;

  open(visit: SessionContext, place: Place, left?: PageContext): PageContext {
    return this.#open(visit, addressOf(visit.course, place), left);
  }

  #open(visit: SessionContext, url: string, left?: PageContext): PageContext {
    if (left) this.close(visit, left);
    const cookies = visit.username !== '' || visit.learner.number % COOKIES_REFUSED !== 0;
    return new PageContext(url, visit.commonFields(url, cookies ? visit.session : undefined), url);
  }

  logOut(visit: SessionContext): void {
    const page = visit.view;
    visit.loggedIn = false;
    if (page) this.close(visit, this.#open(visit, page.url));
  }

  close(visit: SessionContext, page: PageContext): void {
    if (!logsItsEnd(visit, page) || visit.loses(AT_LEAVING)) return;
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), events.pageClose, page.browser, 0, null);
  }

  openChapter(): void {}
  show(): void {}

  move(visit: SessionContext, sequence: Sequence, from: number, to: number, how: 'next' | 'previous' | 'any'): void {
    this.#browser(visit, how === 'next' ? events.seqNext : events.seqGoto, {
      id: sequence.location,
      old: from,
      new: to,
    });
  }

  clickAgain(visit: SessionContext, { location: id }: Sequence, position: number): void {
    this.#browser(visit, events.seqGoto, { id, old: position, new: position });
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

  #player({ speed }: SessionContext, video: Video, at: number): PayloadOf<typeof events.playVideo, 'documented'> {
    return { id: video.id, code: codeAt(video, speed), currentTime: at, speed };
  }

  protected logCheck(visit: SessionContext, { problem, before, after, attempts }: MarkedCheck): number | undefined {
    this.#browser(visit, events.problemCheck, checkInputs(problem, after.answers));
    const ids = idsOf(problem);
    const payload = {
      problem_id: problem.location,
      success: successOf(after.marks),
      attempts,
      correct_map: correctMap(ids, after.marks),
      state: stateOf(before, ids),
      answers: entriesIn(ids, after.answers),
    };
    return this.#server(visit, events.saveProblemCheck, payload, costOf(problem));
  }

  /** The page knows no event for a check or a reset that is refused, nor for answers that are only kept. */
  checkRefused(): void {}
  resetRefused(): void {}
  save(): void {}

  reset(visit: SessionContext, { location }: Problem): void {
    this.#server(visit, events.resetProblem, { problem_id: location });
  }

  showAnswer(visit: SessionContext, { location }: Problem): void {
    this.#browser(visit, events.problemShow, { problem: location });
    this.#server(visit, events.showAnswer, { problem_id: location });
  }

  protected logBook(visit: SessionContext, page: number): PageContext {
    return this.#open(visit, `${visit.course.url}/book/0/${page}`);
  }

  protected logPageJump(visit: SessionContext, from: number, to: number): PageContext {
    this.#browser(visit, events.book, { type: 'gotopage', old: from, new: to });
    return this.logBook(visit, to);
  }

  protected logPageTurn(visit: SessionContext, from: number, to: number): PageContext {
    if (to < from) return this.logPageJump(visit, from, to);
    this.#browser(visit, events.book, { type: 'nextpage', new: to });
    return this.logBook(visit, to);
  }

  showPrompt(visit: SessionContext, view: PromptView, { location }: Task): void {
    this.#browser(visit, events.prompts[view].show.documented, { location });
  }

  hidePrompt(visit: SessionContext, view: PromptView, { location }: Task): void {
    this.#browser(visit, events.prompts[view].hide.documented, { location });
  }

  selectRubric(visit: SessionContext, { location }: Task, category: number, value: number): void {
    this.#browser(visit, events.rubricSelect, { location, category, value });
  }

  submitEssay(): void {}

  showFeedback(visit: SessionContext): void {
    this.#browser(visit, events.oeShowFullFeedback, null);
  }

  showFeedbackForm(visit: SessionContext): void {
    this.#browser(visit, events.oeShowRespondToFeedback, null);
  }

  respondToFeedback(visit: SessionContext, value: number): void {
    this.#browser(visit, events.oeFeedbackResponseSelected, { value });
  }

  post(): void {}

  #browser<T extends EventType>(visit: SessionContext, type: T, payload: Written<PayloadOf<T, 'documented'>>): void {
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), type, visit.view!.browser, 0, payload);
  }

  #server<T extends EventType>(
    visit: SessionContext,
    type: T,
    payload: Written<PayloadOf<T, 'documented'>>,
    cost = 0,
  ): number | undefined {
    const server = anyServer(this.sink, visit.networkRandom);
    const delay = latency(visit, 0.2, cost);
    visit.awaits(delay);
    return this.sink.log(visit, server, type, visit.view!.server, delay, payload);
  }
}
