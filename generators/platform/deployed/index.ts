import { EncodedCommonFields } from '../../../src/line/encoded-common-fields.ts';
import { below, chance, hashedShare, lognormal } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Element, Problem, Sequence, Task, Video } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';
import type { Learner } from '../../learners/learner.ts';
import type { Example, ProblemState, Submission } from '../../learners/progress.ts';
import { latency, loading } from '../../model/connection.ts';
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
import { ACTIVATES, activation, asksToLogIn, enrolment, isNewcomer, registration } from '../accounts.ts';
import { addressOf } from '../addresses.ts';
import { calculations } from '../calculator.ts';
import { leaving } from '../leaving.ts';
import { FORGETS, newPassword } from '../passwords.ts';
import { codeAt } from '../player.ts';
import { QUIRKS, REGISTERS, SPICED, type Quirks } from '../quirks.ts';
import { Discussion } from '../threads.ts';
import { Asides } from './asides.ts';
import { Essays } from './essays.ts';
import { instruct } from './instructors.ts';
import { Lines, type Payload } from './lines.ts';
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
  /** Until when somebody looks round in another tab. */
  readonly #busy = new WeakMap<SessionContext, number>();
  /** Those who have an account, but no course yet. */
  readonly #joining = new WeakSet<Learner>();

  constructor(sink: EventSink, listener?: DeedListener, quirks = QUIRKS) {
    super(sink, listener);
    this.#quirks = quirks;
    this.#lines = new Lines(sink, quirks);
    this.#problems = new Problems(this.#lines);
    this.#essays = new Essays(this.#lines);
    this.#asides = new Asides(this.#lines, this.#forum);
  }

  open(visit: SessionContext, place: Place, left?: PageContext): PageContext {
    return this.#open(visit, addressOf(visit.course, place), left);
  }

  #open(visit: SessionContext, url: string, left?: PageContext): PageContext {
    const view = this.#lines.view(visit, url);
    const path = decodeURI(url.slice(url.indexOf('/', 'https://'.length)));
    const delay = latency(visit, 0.06);
    const from = this.#enrolAgain(visit, url, view, this.#join(visit, path, view, delay));
    this.#ask(visit, view, path, from, left);
    if (visit.username !== '' && !visit.learner.hasLeft && !this.#joining.has(visit.learner))
      this.#asides.comes(visit, view, from);
    return view;
  }

  /** Asks for a page so many microseconds from now, which takes the place of another one. */
  #ask(visit: SessionContext, view: PageContext, path: string, from: number, left: PageContext | undefined): void {
    this.#lines.request(visit, view, path, from);
    if (!left) return;
    left.meanwhile = undefined;
    this.#lines.close(visit, left, from + latency(visit, 0.02));
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
      this.#lines.request(visit, nobody, account, delay, POST);
      if (chance(random, ACTIVATES.chance)) {
        const wait = Math.round(below(ACTIVATES.most, lognormal(random, ACTIVATES.mean, ACTIVATES.sd)) * 1e6);
        this.#isBusy(visit, later + wait);
        this.#lines.request(visit, view, activation(random).path, later + wait);
      }
    } else {
      if (visit.takesNoCourse || !this.#joining.delete(learner)) return delay;
      const { path: enrol, POST } = enrolment(visit);
      this.#lines.request(visit, view, enrol, delay, POST);
    }
    return later;
  }

  /** Who has left the course enrols again before it opens a page of it; gives when that is opened then. */
  #enrolAgain(visit: SessionContext, url: string, view: PageContext, delay: number): number {
    const { learner, course } = visit;
    const isOutside = !url.startsWith(`${course.url}/`) || url === addressOf(course, 'about');
    if (!learner.hasLeft || visit.username === '' || isOutside) return delay;
    learner.hasLeft = false;
    const { path, POST } = enrolment(visit);
    this.#lines.request(visit, view, path, delay, POST);
    return delay + latency(visit);
  }

  override instruct(visit: SessionContext, deed: StaffDeed): void {
    instruct(this.#lines, visit, deed);
  }

  override enrol(visit: SessionContext): void {
    const { path, POST } = enrolment(visit);
    this.#lines.request(visit, visit.view!, path, latency(visit), POST);
  }

  show(visit: SessionContext, element: Element): void {
    this.#problems.show(visit, element);
  }

  logOut(visit: SessionContext): void {
    const page = visit.view;
    if (page) page.meanwhile = undefined;
    const { origin } = urlOf(visit.course);
    const delay = Math.max(this.#lines.settles(visit), (this.#busy.get(visit) ?? 0) - visit.now) + latency(visit, 0.06);
    if (page) this.#lines.request(visit, page, '/logout', delay);
    visit.loggedIn = false;
    const front = delay + latency(visit);
    this.#lines.request(visit, this.#lines.view(visit, `${origin}/`), '/', front);
    if (page) this.#lines.close(visit, this.#lines.view(visit, page.url), front + latency(visit, 0.02));
  }

  /** Something goes on for so many microseconds, in another tab: nobody logs out before. */
  #isBusy(visit: SessionContext, delay: number): void {
    this.#busy.set(visit, Math.max(this.#busy.get(visit) ?? 0, visit.now + delay));
  }

  /** Leaves the course by the button beside it in the list of one's courses, which then comes anew [dashboard.html]. */
  override leaveCourse(visit: SessionContext): number {
    const { learner, course } = visit;
    if (this.#joining.has(learner)) return 0;
    const { decides, looks, rests } = leaving(visit);
    learner.hasLeft = true;
    visit.beside = undefined;
    const list = this.#lines.view(visit, addressOf(course, 'dashboard'));
    this.#ask(visit, list, '/dashboard', latency(visit, 0.06), visit.view);
    visit.view = list;
    visit.tab.place = 'dashboard';
    const left = Math.max(0, visit.answered - visit.now) + decides;
    const { path, POST } = enrolment(visit, 'unenroll');
    this.#lines.request(visit, visit.view, path, left, POST);
    let last = left + loading(visit, 0.3);
    this.#lines.request(visit, visit.view, '/dashboard', last);
    for (const look of looks) {
      last += look;
      this.#lines.request(visit, visit.view, '/courses', last);
    }
    return (last + rests) / SECOND;
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
