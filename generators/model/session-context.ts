import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import type { CommonFields } from '../../src/line/record.ts';
import { DAY, HOUR, SECOND } from '../../src/base/time.ts';
import type { Stream } from '../../src/base/random/index.ts';
import { chance, exponential, hashedNormal, lognormal, normal } from '../../src/base/random/index.ts';
import type { Course, Input, Problem, Sequence, Video } from '../course/course.ts';
import type { Behaviour, Lognormal } from '../learners/behaviour.ts';
import type { Learner, Login } from '../learners/learner.ts';
import { moodOf } from '../learners/mood.ts';
import type { Population, Speed } from '../learners/population.ts';
import type { ProblemState } from '../learners/progress.ts';
import type { Mark } from './mark.ts';
import { loadOf, LONGEST_ANSWER } from './latency.ts';
import type { Place } from './place.ts';

/** Seconds between the clicks of a double click; of a look at what a click has brought: logarithms' mean and standard deviation. */
const DOUBLE_CLICK = { mean: -1.55, sd: 0.3 };
const LOOK = { mean: 0.5, sd: 0.6 };

/** Seconds from what is there to what somebody does about it, at least: likewise. */
const REACTION = { mean: -1, sd: 0.35 };

/** A page that is open. Its common fields are those that all its lines share, encoded. */
export class PageContext {
  readonly url: string;
  /** For what the browser logs. */
  readonly browser: EncodedCommonFields;
  /** What it does by itself while its user does nothing there, for so many seconds from now on. */
  meanwhile: ((seconds: number) => void) | undefined;
  readonly #serverPage: string | null;
  #server: EncodedCommonFields | undefined;

  /** @param serverPage what the server calls the page, in what it logs of the page's problems */
  constructor(url: string, browser: EncodedCommonFields, serverPage: string | null) {
    this.url = url;
    this.browser = browser;
    this.#serverPage = serverPage;
  }

  /** For what the server logs of the page's problems; most pages have none. */
  get server(): EncodedCommonFields {
    return (this.#server ??= this.browser.on(this.#serverPage));
  }
}

/** A tab of a browser, or a window: what of a visit belongs to a page. */
export class Tab {
  view: PageContext | undefined;
  /** What the page is for; undefined for a book. */
  place: Place | undefined;
  /** The chapter that stands open in the side bar. */
  chapter: string;
  /** A video that has started by itself, when, microseconds since 1970, and how fast: nobody watches it. */
  alone: { readonly video: Video; readonly began: number; readonly speed: Speed } | undefined;
  /** Of one that was left open: after so many turns elsewhere it is closed. */
  turns = Infinity;

  constructor(chapter = '') {
    this.chapter = chapter;
  }
}

/** Context of one visit of one person to the site: who, where, when, and with which random streams. */
export class SessionContext {
  readonly course: Course;
  readonly population: Population;
  readonly behaviour: Behaviour;
  /** The course's first midnight, microseconds since 1970. */
  readonly start: number;
  readonly learner: Learner;
  /** The login that the person has, or will have as soon as it has logged in. */
  readonly login: Login;
  /** Until then the person is nobody. */
  loggedIn: boolean;
  /** Decides what the person does; in a tab beside what goes on by turns, another one does. */
  random: Stream;
  /** Decides what the network and the servers add, so that both dialects tell of the same deeds. */
  readonly networkRandom: Stream;
  /** When the visit began, microseconds since 1970. */
  readonly came: number;
  /** Microseconds since 1970. */
  now: number;
  /** How many more things the person will do. */
  actions: number;
  /** Whether videos are watched, and the exercises of lectures done. */
  readonly watches: boolean;
  readonly exercises: boolean;
  #common: EncodedCommonFields | undefined;
  /** The tab in front, and all that are open. */
  tab = new Tab();
  readonly tabs: Tab[] = [this.tab];
  speed: Speed;
  /** When the last answer of the server to a click is there, microseconds since 1970. */
  answered = -Infinity;
  /** What the person does in a tab that belongs to no course while it does nothing in the page in front, for so many seconds from now on. */
  beside: ((seconds: number) => void) | undefined = undefined;
  /** Until then somebody reads what its last click has brought, microseconds since 1970. */
  reading = -Infinity;
  /** How many checks in a row were wrong at this visit. */
  wrongs = 0;
  /** When the textbook was last closed. */
  bookClosed = -Infinity;
  /** Whether the person has an account on the site, and takes none of its courses. */
  takesNoCourse = false;
  /** Of incidents: marks of the lines that are written from now on; what becomes of a text that is handed in; by which key a problem is marked. Most runs have none. */
  marks: readonly Mark[] | undefined = undefined;
  handsIn: ((what: string, text: () => string) => () => string) | undefined = undefined;
  keyed: ((problem: Problem, input: Input) => Input) | undefined = undefined;
  /** Of incidents: takes notice that the person looks at threads of lower numbers, or at essays of those from `lowest` on. */
  meets: ((what: 'threads' | 'essays', lowest?: number) => void) | undefined = undefined;
  /** What somebody was told is closed when it handed in something, and what it would have handed in. */
  late: { readonly sequence: Due; readonly answers: ProblemState['answers'] } | undefined = undefined;
  /** Sequences that were studied, by index in the course. */
  readonly studied = new Set<number>();
  #isTouch: boolean | undefined;
  #form: number | undefined;
  /** How slow the person was at what it did last, in standard deviations of the logarithm. */
  #slow: number | undefined;
  #hour = -1;
  #load = 0;
  /** How much risk messages run until one is lost. */
  #comesThrough: number;

  constructor(
    parts: Pick<
      SessionContext,
      'course' | 'population' | 'start' | 'learner' | 'login' | 'loggedIn' | 'random' | 'networkRandom' | 'now'
    >,
  ) {
    this.course = parts.course;
    this.population = parts.population;
    this.behaviour = parts.population.behaviour;
    this.start = parts.start;
    this.learner = parts.learner;
    this.login = parts.login;
    this.loggedIn = parts.loggedIn;
    this.random = parts.random;
    this.networkRandom = parts.networkRandom;
    this.came = parts.now;
    this.now = parts.now;
    this.#comesThrough = exponential(this.networkRandom, 1);
    this.speed = parts.learner.home.speed;
    const { video, problem } = this.behaviour;
    const mood = moodOf(this.population.seed, this.learner.number, this.now / DAY);
    this.actions = this.learner.actions(this.random, this.behaviour, this.day, mood);
    this.watches = this.learner.watches && chance(this.random, video.atSitting);
    this.exercises =
      this.learner.solves &&
      chance(this.random, problem.atSitting * Math.exp((-this.learner.kind.decline * this.day) / 7));
  }

  /**
   * The fields of a page's lines.
   *
   * @param host only for the deployed dialect
   */
  commonFields(page: string | null, session?: string, host?: string): EncodedCommonFields {
    const { username, login } = this;
    const known = this.#common;
    if (known && known.fields.username === username && known.fields.host === host) return known.on(page, session);
    const fields: CommonFields = { username, session, ip: login.address, agent: login.agent, page, host };
    return (this.#common = new EncodedCommonFields(fields));
  }

  /** The page in front. */
  get view(): PageContext | undefined {
    return this.tab.view;
  }

  set view(page: PageContext | undefined) {
    this.tab.view = page;
  }

  /** The chapter that stands open in its side bar. */
  get chapter(): string {
    return this.tab.chapter;
  }

  set chapter(title: string) {
    this.tab.chapter = title;
  }

  /** Lets pages do what they do by themselves for so many seconds from now on. */
  letPagesBe(seconds: number): void {
    this.beside?.(seconds);
    for (const { view } of this.tabs) view?.meanwhile?.(seconds);
  }

  /** Empty for nobody. */
  get username(): string {
    return this.loggedIn ? this.learner.username : '';
  }

  /** The session key; empty for nobody. */
  get session(): string {
    return this.loggedIn ? this.login.session : '';
  }

  /** Whether the browser is one of a touch device, whose scripts do less. */
  get isTouch(): boolean {
    return (this.#isTouch ??= /iPad|iPhone|iPod|Android/.test(this.login.agent));
  }

  /** How busy servers are in this hour: {@link loadOf}. */
  get load(): number {
    const hour = Math.floor(this.now / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#load = loadOf(this.population.seed, hour);
    }
    return this.#load;
  }

  /**
   * Whether a message that the browser sends beside its requests gets lost on its way, with which nobody waits for an answer. What is
   * drawn is how many messages come through until one is lost.
   *
   * @param risk how many times as easily it is lost as others
   */
  loses(risk = 1): boolean {
    this.#comesThrough -= risk * this.learner.home.loss;
    if (this.#comesThrough > 0) return false;
    this.#comesThrough = exponential(this.networkRandom, 1);
    return true;
  }

  /** A server's answer comes after so many microseconds: nobody clicks before. */
  awaits(delay: number): void {
    this.answered = Math.max(this.answered, this.now + delay);
  }

  /** Days since the course began for the learner, with their fraction. */
  get day(): number {
    return (this.now - this.learner.began) / DAY;
  }

  /** How much better than usual the person is at problems in this visit, in standard deviations. */
  get form(): number {
    return (this.#form ??= hashedNormal(this.learner.username, 'form', this.learner.visits));
  }

  /** A stream of the person's own, the same at every visit. */
  own(...address: readonly (string | number)[]): Stream {
    return this.population.own(this.learner.number, ...address);
  }

  /**
   * Draws how long something takes, in seconds: time for the thing, and for the hand, which now and then clicks twice. Who was slow a moment
   * ago is slow again, or fast, more often than not.
   *
   * @param tempo the share of the logarithm's variance that lies between people
   */
  dwell({ mean, sd }: Lognormal, tempo = this.behaviour.dwell.tempo): number {
    const { hand, twice, lasts } = this.behaviour.dwell;
    const drawnNow = normal(this.random, 0, 1);
    this.#slow = this.#slow === undefined ? drawnNow : lasts * this.#slow + Math.sqrt(1 - lasts ** 2) * drawnNow;
    const slow = Math.sqrt(tempo) * this.learner.tempo + Math.sqrt(1 - tempo) * this.#slow;
    const seconds = Math.exp(mean + sd * slow) + lognormal(this.random, hand.mean, hand.sd);
    const isTwice = chance(this.random, twice);
    const drawn = isTwice ? lognormal(this.random, DOUBLE_CLICK.mean, DOUBLE_CLICK.sd) : seconds;
    // Nobody clicks in a page that has not come, nor sooner than it is seen.
    const least = (this.answered - this.now) / SECOND;
    if (drawn > least + 2) return drawn;
    return Math.max(drawn, least + lognormal(this.networkRandom, REACTION.mean, REACTION.sd));
  }

  /** Reads what a click has brought for so many seconds from now on, before it looks round. */
  reads(seconds: number): void {
    this.reading = this.now + seconds * SECOND;
  }

  /**
   * Draws how long somebody looks at what a click has brought, in seconds, and at least until it is there.
   *
   * @param seconds of looking that follow anyhow
   */
  lookAtAnswer(seconds = 0): number {
    const drawn = lognormal(this.random, LOOK.mean, LOOK.sd) + seconds;
    const least = (this.answered - this.now) / SECOND + lognormal(this.random, REACTION.mean, REACTION.sd);
    return Math.max(drawn, least);
  }
}

/** What closes at a deadline, a day of the course with its fraction. */
export type Due = Pick<Sequence, 'due'>;

/** When something closes, microseconds since 1970. */
export const closesAt = ({ learner }: SessionContext, { due }: Due): number =>
  due === undefined ? Infinity : learner.began + due * DAY;

/** Whether something can no longer be handed in. */
export const isClosed = (visit: SessionContext, { due }: Due): boolean => due !== undefined && visit.day >= due;

/** Whether something is closed, or will be before a server has surely answered. */
export const isClosing = (visit: SessionContext, { due }: Due): boolean =>
  due !== undefined && visit.day >= due - LONGEST_ANSWER / DAY;
