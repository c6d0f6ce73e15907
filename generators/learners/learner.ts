import {
  below,
  chance,
  hash,
  hashedNormal,
  hashedShare,
  lognormal,
  normal,
  stream,
  type Stream,
  weibull,
} from '../../src/base/random/index.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { accountNumber, registeredBefore } from './account-numbers.ts';
import { addressAt, guestAddress, placeOf, PLACES, type PlaceName } from './addresses.ts';
import type { Behaviour, Country, Kind } from './behaviour.ts';
import { localTime, type SummerTime } from './clocks.ts';
import { Habits } from './habits.ts';
import { hexKey } from './hex-key.ts';
import type { Outline, Population, Speed } from './population.ts';
import { Progress } from './progress.ts';
import { SLIP_NAMES, type Slip } from './slips.ts';
import { tripAt } from './trips.ts';

/** One login: what all its events share. */
export interface Login {
  /** Empty for visitors. */
  readonly session: string;
  /** The key of the login before on the same device, which its browser may still send; empty for the first. */
  readonly stale: string;
  /** The device that was logged in on, by its index among the learner's. */
  readonly device: number;
  /** What the browser sends, and from where: anew at each visit. */
  agent: string;
  address: string;
  place: PlaceName;
  /** Whether a line has named it. */
  seen: boolean;
  /** Whether the next visit on the device begins with logging in: nobody has logged in yet, or somebody has logged out. */
  loggedOut: boolean;
  /** When the last visit with it ended, microseconds since 1970. */
  lastSeen: number;
}

/** A login that is made now, from nowhere yet. */
export const newLogin = (session: string, device: number, stale: string): Login => ({
  session,
  stale,
  device,
  agent: '',
  address: '',
  place: PLACES[0],
  seen: false,
  loggedOut: true,
  lastSeen: 0,
});

/** By number, so that people's hours for the other device are spread over the day. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Whoever has used both devices within so many microseconds keeps to one of them. */
const KEEPS_TO_ONE = HOUR;

/** How much who is slow at problems is slow at everything. */
const TEMPO_LINK = 0.5;

/** Of whoever has the worst of lines, so many of its browser's messages get lost. */
const LOST_AT_MOST = 0.15;

/** How many times as much somebody does: of a few, a number from a Pareto distribution; of all others 0. */
function devotionOf(seed: string, number: number, { share, least, shape }: Behaviour['people']['devoted']): number {
  const draw = (hash(seed, 'devoted', number) + 0.5) / 2 ** 32;
  return draw < share ? least * (draw / share) ** (-1 / shape) : 0;
}

/** Somebody who has come to a course at least once: who it is, what it can, and how far it is. */
export class Learner {
  readonly number: number;
  /** The course that it learns in, by index among the site's offerings. Who takes several is a learner in each. */
  readonly offering: number;
  /** The same person in the course that it is on the site for first of all: what is the person's, not the course's, is kept there. */
  readonly home: Learner;
  readonly kind: Kind;
  readonly country: Country;
  /** Hours ahead of GMT in winter. */
  readonly offset: number;
  readonly summerTime: SummerTime | undefined;
  readonly username: string;
  readonly ability: number;
  /** This learner's own deviation in actions at a sitting, as a difference of logarithms. */
  readonly energy: number;
  /** How much slower than others it is at problems, as a difference of logarithms. */
  readonly pace: number;
  /** How much slower than others it is at everything else, in standard deviations of the logarithm. */
  readonly tempo: number;
  /** How early it does what is due, in standard deviations between people. */
  readonly earliness: number;
  /** By how much longer its requests take, as a difference of logarithms. */
  readonly distance: number;
  /** The chance that a message of its browser gets lost. */
  readonly loss: number;
  /** How many times as much as others it does, of those who cannot have enough; 0 for all others. */
  readonly devotion: number;
  readonly habits: Habits;
  /** Whether it leafs through the book, hundreds of pages at a time. */
  readonly leafs: boolean;
  /** Whether it opens things in other tabs of its browser. */
  readonly opensTabs: boolean;
  /** Whether it opens nothing but homework. */
  readonly onlyHomework: boolean;
  /** The misconception that it has of numbers, if any. */
  readonly slip: Slip | undefined;
  /** First answers that were guesses. */
  guesses = 0;
  readonly watches: boolean;
  readonly solves: boolean;
  readonly reads: boolean;
  readonly writes: boolean;
  /** Whether it also comes from a campus or an office. */
  readonly shares: boolean;
  /** Whether it has two devices, each with a browser and a login of its own. */
  readonly hasTwo: boolean;
  /** Visits at each of PLACES. */
  readonly visitsAt = [0, 0, 0];
  /** As its players keep it; of its `home`, where it takes several courses. */
  speed: Speed;
  /** As a grader: the share of a rubric's range given too much, or too little. */
  readonly bias: number;
  /** Days on which it will still come. */
  daysLeft: number;
  /** Whether it has left the course, until it comes again. */
  hasLeft = false;
  /** Visits so far; the next one's random stream is named by it. */
  visits = 0;
  /** When its course began, microseconds since 1970: with its first visit, in one at its own pace. */
  began = 0;
  /** Of the person, at home: when the last visit ended, microseconds since 1970; 0 before the first. */
  lastSeen = 0;
  /** Of the person, at home: when it has registered, microseconds since 1970; 0 before it is seen. */
  #registered = 0;
  #account = 0;
  logins = 0;
  /** On the device that was used last, and on the other one of who has two. */
  login: Login | undefined;
  otherLogin: Login | undefined = undefined;
  /** Whether the next visit is on the other device, minutes after the last. */
  handsOver = false;
  /** Whether a line has named the person. */
  seen = false;
  readonly progress = new Progress();
  /** What the truth knows of it, where it is kept. */
  record: object | undefined = undefined;

  /** @param home the same person in the course that it is on the site for; this one, where there is none */
  constructor(
    number: number,
    offering: number,
    { kind, country, offset, summerTime }: Outline,
    population: Population,
    home?: Learner,
  ) {
    const { seed, behaviour } = population;
    const { people, grading, network, problem, course, book, tabs } = behaviour;
    const random = stream(seed, 'learner', number, 'person');
    this.number = number;
    this.offering = offering;
    this.home = home ?? this;
    this.kind = kind;
    this.country = country;
    this.offset = offset;
    this.summerTime = summerTime;
    this.username = home?.username ?? (kind.name === 'visitor' ? '' : population.username(number, country.names));
    const [own, shared] = [normal(random, 0, 1), normal(random, 0, 1)];
    const link = people.activeAble;
    const talent = people.abilitySd * (link * shared + Math.sqrt(1 - link ** 2) * own);
    this.energy = home?.energy ?? people.actionsSd * shared;
    this.ability = kind.ability + (home === undefined ? talent : home.ability - home.kind.ability);
    const body = stream(seed, 'learner', number, 'pace');
    const slow = normal(body, 0, 1);
    this.pace = home?.pace ?? slow * problem.speedSd;
    this.tempo = home?.tempo ?? TEMPO_LINK * slow + Math.sqrt(1 - TEMPO_LINK ** 2) * normal(body, 0, 1);
    this.earliness = home?.earliness ?? hashedNormal(seed, 'earliness', number);
    this.distance = home?.distance ?? normal(body, 0, network.distanceSd);
    this.loss = home?.loss ?? below(LOST_AT_MOST, lognormal(body, network.loss.mean, network.loss.sd));
    this.habits = home?.habits ?? new Habits(seed, number, people.habitsSd);
    this.slip =
      home?.slip ??
      (hashedShare(seed, 'slips', number) < problem.slips
        ? SLIP_NAMES[hash(seed, 'slip', number) % SLIP_NAMES.length]
        : undefined);
    this.opensTabs = home?.opensTabs ?? hashedShare(seed, 'tabs', number) < tabs.share;
    this.onlyHomework = hashedShare(seed, 'homework', number) < course.onlyHomework;
    this.watches = chance(random, kind.watches);
    this.solves = chance(random, kind.solves);
    this.reads = chance(random, kind.reads);
    this.writes = chance(random, kind.writes);
    this.shares = home?.shares ?? hashedShare(seed, 'shares', number) < network.shared;
    const speed = population.speed(random);
    this.speed = home?.speed ?? speed;
    this.hasTwo = home?.hasTwo ?? (this.username !== '' && hashedShare(seed, 'two', number) < people.devices.two);
    const bias = normal(random, 0, grading.biasSd);
    this.bias = home?.bias ?? bias;
    this.daysLeft = 1 + Math.floor(weibull(random, kind.days.shape, kind.days.scale));
    this.devotion = this.daysLeft < people.devoted.fewest ? 0 : devotionOf(seed, number, people.devoted);
    const leafers = this.devotion > 0 ? people.devoted.leafs : book.leafing.share;
    this.leafs = hashedShare(seed, 'leafs', number) < leafers;
  }

  /** The same as a share, from 0 to below 1. */
  get zeal(): number {
    return this.devotion / (1 + this.devotion);
  }

  /** How many actions a visit on some day of the course holds, drawn anew for each, in a mood ({@link moodOf}). */
  actions(random: Stream, { people, course, calendar }: Behaviour, day: number, mood: number): number {
    const own =
      this.devotion > 0 ? Math.max(0, this.energy) + Math.log(this.devotion) : this.energy - (course.decline * day) / 7;
    const mean = this.kind.actions + own + calendar.moods.does * mood;
    return Math.max(1, Math.round(lognormal(random, mean, people.sittingSd)));
  }

  /** Makes its account, now. */
  register(now: number): void {
    this.home.#registered = now;
    this.home.#account = 0;
  }

  /** The number of its account on the site. */
  get accountNumber(): number {
    const { home } = this;
    return (home.#account ||= accountNumber(home.number, home.#registered));
  }

  /** Logs in: a new session key, on a device by its index. Visitors get none. */
  logIn(seed: string, device = 0): Login {
    this.logins += 1;
    const session = this.username === '' ? '' : hexKey(stream(seed, 'learner', this.number, 'login', this.logins));
    return (this.login = newLogin(session, device, this.login?.session ?? ''));
  }

  /** Of the person, at home: whether its browser is logged in from a visit to the site before there was the course, or a log of it. */
  isStillLoggedIn(seed: string, { stillLoggedIn }: Behaviour['people']): boolean {
    return this.username !== '' && hashedShare(seed, 'still logged in', this.number) < stillLoggedIn;
  }

  /** Of the person, at home: whether it has another device to go on on, which it has not just used. */
  mayHandOver(now: number): boolean {
    return this.hasTwo && now - (this.otherLogin?.lastSeen ?? 0) > KEEPS_TO_ONE;
  }

  /**
   * Begins a visit: people are at another place, or have another address, and take one of their devices, whose browser may have been upgraded
   * and still be logged in.
   *
   * @param population of the home course, which says what devices and places people have
   */
  arrive(
    seed: string,
    keySeed: string,
    random: Stream,
    population: Population,
    now: number,
  ): { readonly login: Login; readonly loggedIn: boolean } {
    const { home } = this;
    const { network, people } = population.behaviour;
    home.#registered ||= registeredBefore(seed, this.number, now, population.behaviour);
    const drawn = placeOf(random, network, this.shares ? localTime(this, now) : undefined);
    const trip = tripAt(seed, this.number, network, this, now);
    const usual = trip === undefined ? drawn : 'elsewhere';
    const place = home.handsOver && usual !== 'elsewhere' ? home.login!.place : usual;
    const device = home.hasTwo ? home.#take(random, people.devices, place, now) : 0;
    const known = home.login;
    const isKnown = known !== undefined && !known.loggedOut && now - known.lastSeen <= people.loginDays * DAY;
    const login = isKnown ? known : home.logIn(keySeed, device);
    const loggedIn = isKnown || (home.logins === 1 && home.isStillLoggedIn(seed, people));
    login.agent = population.device(this.number, login.device)(now);
    this.visitsAt[PLACES.indexOf(place)]! += 1;
    login.place = place;
    const { number, country } = this;
    // Phones reach the net by the carrier at home, wherever they are.
    login.address =
      trip === undefined || drawn === 'elsewhere'
        ? addressAt({ seed, number, country }, network, place, random, now)
        : guestAddress({ seed, number, country: population.destination(number, trip, country) }, trip);
    return { login, loggedIn };
  }

  /** Of the person, at home: takes one of its two devices, whose login is `login` then; gives its index. */
  #take(random: Stream, { away, atHome }: Behaviour['people']['devices'], place: PlaceName, now: number): number {
    // At home there are hours for the other one.
    const phase = localTime(this, now) / DAY - this.number * GOLDEN;
    const usual = this.habits.chance('takes the other device', atHome) * (1 + Math.cos(2 * Math.PI * phase));
    const other = Number(chance(random, place === 'home' ? usual : away));
    const device = this.handsOver ? 1 - this.login!.device : other;
    this.handsOver = false;
    if (this.login !== undefined && this.login.device !== device)
      [this.login, this.otherLogin] = [this.otherLogin, this.login];
    return device;
  }
}
