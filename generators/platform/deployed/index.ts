import { chance, hashedShare, lognormal } from '../../../src/base/random/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Element, Problem, Sequence, Task, Video } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';
import type { Example, ProblemState, Submission } from '../../learners/progress.ts';
import { latency } from '../../model/connection.ts';
import type { Place, StaffDeed } from '../../model/place.ts';
import {
  Platform,
  type DeedListener,
  type EventSink,
  type MarkedCheck,
  type PromptView,
  type Refusal,
  type ResetRefusal,
  type Text,
} from '../../model/platform.ts';
import { PageContext, type SessionContext } from '../../model/session-context.ts';
import type { Post } from '../../model/subjects.ts';
import { asksToLogIn } from '../accounts.ts';
import { addressOf } from '../addresses.ts';
import { calculations } from '../calculator.ts';
import { FORGETS, newPassword } from '../passwords.ts';
import { codeAt } from '../player.ts';
import { QUIRKS, SPICED, type Quirks } from '../quirks.ts';
import { Discussion } from '../threads.ts';
import { Asides } from './asides.ts';
import { Essays } from './essays.ts';
import { instruct } from './instructors.ts';
import { Lines, type Payload } from './lines.ts';
import { Membership } from './membership.ts';
import { Problems } from './problems.ts';

type Answers = ProblemState['answers'];

/** A position as HTML5 players tell it: not to the millisecond, but to all the digits that there are, the same for the same; 0 before the first tick. */
const html5Time = (at: number): number =>
  at === 0 ? 0 : Number((at - hashedShare('html5', 'tick', Math.round(at * 1000)) / 1000).toPrecision(15));

/** The text of a chapter's header, with the white space of its template [accordion.html]. */
const headerOf = (title: string): string => `${title}\n    `;

/** What the platform of February 2013 wrote: the events, their quirks, and a line for each request. */
export class DeployedPlatform extends Platform {
  override readonly loadsBySpeed = true;
  readonly #quirks: Quirks;
  readonly #lines: Lines;
  readonly #problems: Problems;
  readonly #essays: Essays;
  readonly #forum = new Discussion();
  readonly #asides: Asides;
  readonly #membership: Membership;

  constructor(sink: EventSink, listener?: DeedListener, quirks = QUIRKS) {
    super(sink, listener);
    this.#quirks = quirks;
    this.#lines = new Lines(sink, quirks);
    this.#problems = new Problems(this.#lines);
    this.#essays = new Essays(this.#lines);
    this.#asides = new Asides(this.#lines, this.#forum);
    this.#membership = new Membership(this.#lines);
  }

  open(visit: SessionContext, place: Place, left?: PageContext): PageContext {
    return this.#open(visit, addressOf(visit.course, place), left);
  }

  #open(visit: SessionContext, url: string, left?: PageContext): PageContext {
    const view = this.#lines.view(visit, url);
    const path = decodeURI(url.slice(url.indexOf('/', 'https://'.length)));
    const from = this.#membership.before(visit, url, path, view);
    this.#lines.ask(visit, view, path, from, left);
    if (this.#membership.has(visit)) this.#asides.comes(visit, view, from);
    return view;
  }

  override instruct(visit: SessionContext, deed: StaffDeed): void {
    instruct(this.#lines, visit, deed);
  }

  override enrol(visit: SessionContext): void {
    this.#membership.enrol(visit);
  }

  override leaveCourse(visit: SessionContext): number {
    return this.#membership.leave(visit);
  }

  logOut(visit: SessionContext): void {
    this.#membership.logOut(visit);
  }

  show(visit: SessionContext, element: Element): void {
    this.#problems.show(visit, element);
  }

  close(visit: SessionContext, page: PageContext): void {
    page.meanwhile = undefined;
    this.#lines.close(visit, page, 0);
  }

  openChapter(visit: SessionContext, title: string): void {
    const oldheader = visit.chapter === '' ? '' : headerOf(visit.chapter);
    this.#lines.browser(visit, events.accordion, { newheader: headerOf(title), oldheader });
  }

  move(visit: SessionContext, sequence: Sequence, from: number, to: number, how: 'next' | 'previous' | 'any'): void {
    const id = sequence.location;
    // A click at a tab alone ends whatever asks for marks: arrows leave it to go on behind what they lead to [sequence/display.coffee].
    if (how === 'any') visit.view!.meanwhile = undefined;
    const way = this.#lines.way(visit);
    if (how === 'next') this.#lines.browser(visit, events.seqNext, { old: from, new: to, id }, way);
    else if (how === 'previous') this.#lines.browser(visit, events.seqPrev, { old: from, new: to, id }, way);
    else if (chance(visit.networkRandom, this.#quirks.numbersAsText))
      this.#lines.browser(visit, events.seqGoto, { old: from, new: String(to), id }, way);
    else this.#lines.browser(visit, events.seqGoto, { old: from, new: to, id }, way);
    this.#lines.ajax(visit, id, 'goto_position', { position: String(to) }, this.#lines.way(visit));
    this.show(visit, sequence.elements[to - 1]!);
  }

  /** The script logs the click before it sees that there is nothing to show [sequence/display.coffee]. */
  clickAgain(visit: SessionContext, { location: id }: Sequence, position: number): void {
    visit.view!.meanwhile = undefined;
    this.#lines.browser(visit, events.seqGoto, { old: position, new: position, id }, this.#lines.way(visit));
  }

  /** Where the player is no touch device [video_player.coffee]. */
  override playsByItself(visit: SessionContext): boolean {
    return !visit.isTouch;
  }

  protected logPlay(visit: SessionContext, video: Video, at: number): void {
    this.#lines.browser(visit, events.playVideo, this.#player(visit, video, at));
  }

  pause(visit: SessionContext, video: Video, at: number): void {
    this.#lines.browser(visit, events.pauseVideo, this.#player(visit, video, at));
  }

  protected logCheck(visit: SessionContext, check: MarkedCheck, closes: number): number | 'closed' | undefined {
    return this.#problems.check(visit, check, closes);
  }

  override lookAtProgress(visit: SessionContext): number {
    return this.#asides.progress(visit);
  }

  checkRefused(visit: SessionContext, problem: Problem, state: ProblemState, answers: Answers, failure: Refusal): void {
    this.#problems.checkRefused(visit, problem, state, answers, failure);
  }

  save(visit: SessionContext, problem: Problem, state: ProblemState, answers: Answers): void {
    this.#problems.save(visit, problem, state, answers);
  }

  reset(visit: SessionContext, problem: Problem, before: ProblemState, after: ProblemState): void {
    this.#problems.reset(visit, problem, before, after);
  }

  resetRefused(visit: SessionContext, problem: Problem, state: ProblemState, failure: ResetRefusal): void {
    this.#problems.resetRefused(visit, problem, state, failure);
  }

  showAnswer(visit: SessionContext, problem: Problem): void {
    this.#problems.showAnswer(visit, problem);
  }

  protected logBook(visit: SessionContext): PageContext {
    return this.#open(visit, `${visit.course.url}/book/0/`);
  }

  protected logPageJump(visit: SessionContext, from: number, to: number): PageContext {
    const asText = chance(visit.networkRandom, this.#quirks.pagesAsText);
    this.#lines.browser(visit, events.book, { type: 'gotopage', old: from, new: asText ? String(to) : to });
    return visit.view!;
  }

  protected logPageTurn(visit: SessionContext, from: number, to: number): PageContext {
    this.#lines.browser(visit, events.book, { type: 'gotopage', old: from, new: to });
    this.#lines.again(visit, events.book, { type: to > from ? 'nextpage' : 'prevpage', new: to });
    return visit.view!;
  }

  showPrompt(visit: SessionContext, view: PromptView, task: Task, graded?: Submission | Example): void {
    this.#essays.showPrompt(visit, view, task, graded);
  }

  hidePrompt(visit: SessionContext, view: PromptView, task: Task, feedback?: Text): void {
    this.#essays.hidePrompt(visit, view, task, feedback);
  }

  selectRubric(visit: SessionContext, task: Task, category: number, value: number): void {
    this.#essays.selectRubric(visit, task, category, value);
  }

  submitEssay(visit: SessionContext, task: Task, text: Text): void {
    this.#essays.submitEssay(visit, task, text);
  }

  showFeedback(visit: SessionContext, task: Task): void {
    this.#essays.showFeedback(visit, task);
  }

  showFeedbackForm(visit: SessionContext): void {
    this.#essays.showFeedbackForm(visit);
  }

  respondToFeedback(visit: SessionContext, value: number): void {
    this.#essays.respondToFeedback(visit, value);
  }

  post(visit: SessionContext, said: Post): void {
    const delay = latency(visit);
    const { path, POST } = this.#forum.post(visit, said, delay);
    this.#lines.request(visit, visit.view!, path, delay, POST);
  }

  override begin(visit: SessionContext): number {
    // What there is to look at first belongs to the course.
    if (visit.learner.hasLeft) return 0;
    return this.#asides.begin(visit);
  }

  override workOn(visit: SessionContext, problem: Problem, seconds: number): void {
    for (const { path, GET, after } of calculations(visit, problem, seconds))
      this.#lines.request(visit, visit.view!, path, after, {}, GET);
  }

  /** Whoever stays with the forum opens threads in it, and votes on some of them. */
  override linger(visit: SessionContext, seconds: number): void {
    if (!visit.view?.url.endsWith('/discussion/forum')) return;
    for (const { path, POST, after } of this.#forum.read(visit, seconds))
      this.#lines.request(visit, visit.view, path, after, POST);
  }

  override askToLogIn(visit: SessionContext): number {
    const { path, GET } = asksToLogIn(visit);
    const view = this.#lines.view(visit, urlOf(visit.course).origin + path);
    this.#lines.request(visit, view, path, latency(visit, 0.06), {}, GET);
    const seconds = 2 + lognormal(visit.networkRandom, 1.7, 0.6);
    if (visit.learner.home.logins === 1 || !chance(visit.networkRandom, FORGETS.chance)) return seconds;
    const { steps, after } = newPassword(visit, seconds);
    for (const { path: step, POST, after: delay } of steps) this.#lines.request(visit, view, step, delay, POST);
    return after;
  }

  #player(visit: SessionContext, video: Video, at: number): Payload<typeof events.playVideo> {
    const { id } = video;
    if (visit.isTouch) return { id, code: 'html5', currentTime: html5Time(at) };
    const code = codeAt(video, visit.speed);
    const { positionsAsText } = this.#quirks;
    if (positionsAsText > 0 && chance(visit.networkRandom, positionsAsText))
      return { id, code, currentTime: at.toFixed(3), speed: visit.speed };
    if (chance(visit.networkRandom, this.#quirks.playerNotReady)) return { id, code, speed: visit.speed };
    return { id, code, currentTime: at, speed: visit.speed };
  }
}

/** The same, which does what is rare and right more often: {@link SPICED}. */
export class SpicedPlatform extends DeployedPlatform {
  constructor(sink: EventSink, listener?: DeedListener) {
    super(sink, listener, SPICED);
  }
}
