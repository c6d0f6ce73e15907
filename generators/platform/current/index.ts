import { SECOND } from '../../../src/base/time.ts';
import { chance, hashedShare, type Stream, uniform } from '../../../src/base/random/index.ts';
import type { Course, Element, Problem, Sequence, Task, Video } from '../../course/course.ts';
import type { Example, ProblemState, Submission } from '../../learners/progress.ts';
import { latency } from '../../model/connection.ts';
import {
  Platform,
  type DeedListener,
  type EventSink,
  type MarkedCheck,
  type PromptView,
  type Refusal,
  type ResetRefusal,
  type Run,
  type SeekBy,
  type Text,
} from '../../model/platform.ts';
import type { Place, StaffDeed } from '../../model/place.ts';
import type { PageContext, SessionContext } from '../../model/session-context.ts';
import type { Post } from '../../model/subjects.ts';
import { Books } from './books.ts';
import { Essays } from './essays.ts';
import { Exams } from './exams.ts';
import { Forum } from './forum.ts';
import { HABITS } from './habits.ts';
import { Lines } from './lines.ts';
import { Looks } from './looks.ts';
import { ForumPage, HomePage, Page, UnitPage } from './page.ts';
import { Pastimes, spareMoment } from './pastimes.ts';
import { PdfBooks, PdfPage } from './pdf.ts';
import { Problems } from './problems.ts';
import { Site } from './site.ts';
import { standingOf } from './standing.ts';
import { Units } from './units.ts';
import { Videos } from './videos.ts';

type Answers = ProblemState['answers'];

/** Places that are not in the course; whoever logs in enrols there. */
const OUTSIDE: ReadonlySet<Place> = new Set(['front', 'courses', 'about', 'dashboard']);

/** Microseconds in which nobody reacts to what has just come; a line's own time may lie some ms before it is written. */
const REACTION = 250_000;

/** Whether a course's book is a PDF, or images of pages; the same whenever it is given. */
const hasPdf = ({ org, number }: Course): boolean => hashedShare(`${org}/${number}`, 'book', 0) < HABITS.pdfBooks;

/** How often somebody opens the forum beside a unit. */
const opensSidebar = ({ learner }: SessionContext): number =>
  Math.max(HABITS.opensSidebar, learner.home.habits.chance('writes in the forum', HABITS.opensToWrite));

/** What Open edX writes in 2026: what each deed leads to in the LMS, its apps and its workers. */
export class CurrentPlatform extends Platform {
  override readonly takesBlanks = false;
  readonly #site: Site;
  readonly #units: Units;
  readonly #problems: Problems;
  readonly #videos: Videos;
  readonly #books: Books;
  readonly #pdf: PdfBooks;
  readonly #essays: Essays;
  readonly #exams: Exams;
  readonly #forum: Forum;
  readonly #pastimes: Pastimes;
  readonly #looks: Looks;
  /** What people do beside the deeds of all dialects draws from streams of its own. */
  readonly #habits = new WeakMap<SessionContext, Stream>();

  constructor(sink: EventSink, listener?: DeedListener) {
    super(sink, listener);
    const lines = new Lines(sink);
    this.#site = new Site(lines);
    this.#problems = new Problems(lines);
    this.#videos = new Videos(lines);
    this.#units = new Units(lines, this.#problems, this.#videos);
    this.#books = new Books(lines);
    this.#pdf = new PdfBooks(lines);
    this.#essays = new Essays(lines, this.#units);
    this.#exams = new Exams(lines);
    this.#forum = new Forum(lines);
    this.#pastimes = new Pastimes(lines);
    this.#looks = new Looks(lines);
  }

  open(visit: SessionContext, place: Place, left?: PageContext): PageContext {
    const open = () => this.#open(visit, place, left);
    return OUTSIDE.has(place) ? open() : this.#enrolled(visit, open);
  }

  /** Opens a page of the course: who has left it on another device enrols here before anything of it comes. */
  #enrolled(visit: SessionContext, open: () => PageContext): PageContext {
    if (!visit.learner.hasLeft) return open();
    const { now } = visit;
    visit.now += this.#site.enrol(visit, latency(visit, 0.01));
    const page = open();
    visit.now = now;
    return page;
  }

  #open(visit: SessionContext, place: Place, left: PageContext | undefined): PageContext {
    if (typeof place !== 'string') return this.#units.open(visit, place, left);
    if (left instanceof UnitPage) this.#units.leave(visit, left, 0);
    const page = this.#site.open(visit, place, left);
    if (page instanceof HomePage) this.#looks.comes(visit, HABITS.looksAtStanding);
    if (page instanceof ForumPage)
      this.#forum.visit(visit, page, this.#habitsOf(visit), Math.max(0, visit.answered - visit.now));
    return page;
  }

  override beginExam(visit: SessionContext, exam: Sequence): void {
    this.#exams.begin(visit, exam);
  }

  override endExam(visit: SessionContext, exam: Sequence): void {
    this.#exams.end(visit, exam);
  }

  override regrade(visit: SessionContext, problem: Problem, sequence: Sequence, marks: ProblemState['marks']): void {
    this.#problems.regrade(visit, problem, sequence, marks);
  }

  override lookAtProgress(visit: SessionContext): number {
    return this.#looks.progress(visit);
  }

  override begin(visit: SessionContext): number {
    return this.#looks.begin(visit);
  }

  override askToLogIn(visit: SessionContext): number {
    return this.#site.askToLogIn(visit);
  }

  override instruct(visit: SessionContext, deed: StaffDeed): void {
    this.#site.instruct(visit, deed);
  }

  override searchCourses(visit: SessionContext, words: string): void {
    this.#site.search(visit, words);
  }

  override enrol(visit: SessionContext): void {
    this.#site.enrol(visit, latency(visit));
  }

  show(visit: SessionContext, element: Element): void {
    const page = visit.view as UnitPage;
    this.#units.enter(visit, page, element, this.#habitsOf(visit));
    if (page.sequence.timeLimit === undefined) this.#looks.comes(visit, HABITS.looksAtStanding);
    this.#essays.arrive(visit);
  }

  logOut(visit: SessionContext): void {
    const page = visit.view;
    if (page instanceof UnitPage) this.#units.leave(visit, page, 0);
    this.#site.logOut(visit, page instanceof Page ? page.referer : '');
  }

  override leaveCourse(visit: SessionContext): number {
    // Nobody leaves a course with its certificate.
    if (standingOf(visit.learner).hasPassed) return 0;
    if (visit.view instanceof UnitPage) this.#units.leave(visit, visit.view, 0);
    return this.#site.leaveCourse(visit);
  }

  close(visit: SessionContext, page: PageContext): void {
    if (page instanceof UnitPage) this.#units.leave(visit, page, 0);
  }

  /** The outline opens a chapter without a word. */
  openChapter(): void {}

  move(visit: SessionContext, _: Sequence, from: number, to: number, how: 'next' | 'previous' | 'any'): void {
    this.#units.move(visit, visit.view as UnitPage, from, to, how, this.#habitsOf(visit));
    this.#essays.arrive(visit);
  }

  clickAgain(visit: SessionContext, _: Sequence, position: number): void {
    this.#units.clickAgain(visit, visit.view as UnitPage, position);
  }

  protected logPlay(visit: SessionContext, video: Video, at: number, run: Run): void {
    this.#videos.play(visit, video, at, run, this.#habitsOf(visit));
  }

  pause(visit: SessionContext, video: Video, at: number): void {
    this.#videos.pause(visit, video, at);
  }

  override end(visit: SessionContext, video: Video, at: number): void {
    this.#videos.pause(visit, video, at);
  }

  override standsAt(visit: SessionContext, video: Video): number {
    return this.#videos.standsAt(visit, video);
  }

  override turnTo(visit: SessionContext, video: Video, from: number, to: number, by: SeekBy): number {
    return this.#videos.turnTo(visit, video, from, to, by, this.#habitsOf(visit));
  }

  protected logCheck(visit: SessionContext, check: MarkedCheck, closes: number): number | 'closed' | undefined {
    const time = this.#problems.check(visit, check, closes, this.#habitsOf(visit));
    const { graded, timeLimit } = (visit.view as UnitPage).sequence;
    if (graded && timeLimit === undefined) this.#looks.comes(visit, HABITS.looksWhatCounts);
    return time;
  }

  checkRefused(visit: SessionContext, problem: Problem, state: ProblemState, answers: Answers, failure: Refusal): void {
    this.#problems.checkRefused(visit, problem, state, answers, failure, this.#habitsOf(visit));
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

  override linger(visit: SessionContext, seconds: number): void {
    const { view } = visit;
    const habits = this.#habitsOf(visit);
    const moment = spareMoment(habits, seconds);
    // Nobody does anything to what is not there yet, nor as soon as it is.
    if (moment === undefined || visit.now + moment < visit.answered + REACTION) return;
    if (view instanceof UnitPage && chance(habits, opensSidebar(visit)))
      this.#forum.beside(visit, view, habits, moment, Math.round(seconds * SECOND));
    else if (view instanceof UnitPage || view instanceof HomePage) this.#pastimes.on(visit, view, habits, moment);
    else if (view instanceof PdfPage) this.#pdf.linger(visit, view, habits, moment);
    else if (view instanceof ForumPage) this.#forum.linger(visit, view, habits, moment);
  }

  override ponder(visit: SessionContext, problem: Problem, seconds: number): void {
    if (seconds < HABITS.hintAfter || problem.inputs.every(({ hint }) => hint === undefined)) return;
    const habits = this.#habitsOf(visit);
    if (!chance(habits, HABITS.asksForHint)) return;
    const when = uniform(habits, 0.2, 0.7) * seconds;
    this.#problems.hint(visit, problem, Math.round(when * SECOND));
  }

  protected logBook(visit: SessionContext, page: number): PageContext {
    return this.#enrolled(visit, () => (hasPdf(visit.course) ? this.#pdf : this.#books).open(visit, page));
  }

  protected logPageJump(visit: SessionContext, from: number, to: number): PageContext {
    const { view } = visit;
    if (view instanceof PdfPage) return this.#pdf.jump(visit, view, to, this.#habitsOf(visit));
    return this.#books.jump(visit, from, to);
  }

  protected logPageTurn(visit: SessionContext, from: number, to: number): PageContext {
    return visit.view instanceof PdfPage ? this.#pdf.turn(visit, visit.view, to) : this.#books.turn(visit, from, to);
  }

  showPrompt(visit: SessionContext, view: PromptView, task: Task, graded?: Submission | Example): void {
    this.#essays.show(visit, view, task, this.#habitsOf(visit), graded);
  }

  hidePrompt(visit: SessionContext, view: PromptView, task: Task): void {
    this.#essays.hide(visit, view, task);
  }

  selectRubric(visit: SessionContext, task: Task, category: number, value: number): void {
    this.#essays.select(visit, task, category, value);
  }

  submitEssay(visit: SessionContext, task: Task, text: Text): void {
    this.#essays.submit(visit, task, text(), this.#habitsOf(visit));
  }

  /** Marks are there with the essay. */
  showFeedback(): void {}
  showFeedbackForm(): void {}

  respondToFeedback(visit: SessionContext, value: number): void {
    this.#essays.respond(visit, value, this.#habitsOf(visit));
  }

  post(visit: SessionContext, post: Post): void {
    this.#forum.post(visit, visit.view as ForumPage, post, this.#habitsOf(visit));
  }

  #habitsOf(visit: SessionContext): Stream {
    const known = this.#habits.get(visit);
    if (known) return known;
    const habits = visit.own('today', visit.learner.visits);
    this.#habits.set(visit, habits);
    return habits;
  }
}
