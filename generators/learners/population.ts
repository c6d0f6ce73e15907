import { hash, stream, weibull, weighted, type Stream } from '../../src/base/random/index.ts';
import { browserOf } from './agents.ts';
import type { AgentAt } from './browser.ts';
import { browserToday } from './todays-agents.ts';
import type { Behaviour, Country, Kind } from './behaviour.ts';
import { SPEEDS } from '../../src/spec/values.ts';
import type { SummerTime } from './clocks.ts';
import { KIND_NAMES } from './kinds.ts';
import type { NameLocale } from './name-locales.ts';
import { fullNameOf, type FullName } from './full-names.ts';
import { destination } from './trips.ts';
import { spicedUsernameOf, usernameOf } from './usernames.ts';

export type Speed = keyof Behaviour['video']['speeds'];

/** Seconds of content that play in one, by a speed's name: numbers are read from few names often. */
export const RATES = Object.fromEntries(SPEEDS.map((speed) => [speed, Number(speed)])) as Readonly<
  Record<Speed, number>
>;

/** The kind of a learner, and the first day: all that must be known of somebody who has not come yet. */
export interface Outline {
  readonly kind: Kind;
  readonly country: Country;
  /** Hours ahead of GMT in winter. */
  readonly offset: number;
  readonly summerTime: SummerTime | undefined;
  /** Day of the first visit, from 0, and a draw that sets its time of day. */
  readonly firstDay: number;
  readonly firstTime: number;
}

/** Draws what is named by weight, and makes it. */
function drawn<N extends string, T>(
  weights: Readonly<Record<N, number>>,
  make: (random: Stream, name: N) => T,
): (random: Stream) => T {
  const name = weighted(Object.entries(weights) as [N, number][]);
  return (random) => make(random, name(random));
}

/** How the people of a run differ from those of 2013 on a site of one course. */
interface PopulationOptions {
  /** Whether people have browsers of today, not of 2013. */
  readonly today?: boolean;
  /** Whether some have names that the platform of 2013 would not have taken from them. */
  readonly spice?: boolean;
  /** What is drawn from it are people's names and browsers, which they have in all courses of a site: the seed of the course by default. */
  readonly siteSeed?: string;
}

/** The people that a behaviour describes, made ready to be drawn. */
export class Population {
  readonly behaviour: Behaviour;
  /** What they do in the course is drawn from it. */
  readonly seed: string;
  readonly #siteSeed: string;
  readonly #spice: boolean;
  readonly #kind: (random: Stream) => Kind;
  readonly #kindOfStudent: (random: Stream) => Kind;
  readonly #country: (random: Stream) => Country;
  readonly #offset: ReadonlyMap<Country, (random: Stream) => number>;
  readonly #browser: (random: Stream) => AgentAt;
  /** Draws a speed of the video player. */
  readonly speed: (random: Stream) => Speed;

  constructor(
    seed: string,
    behaviour: Behaviour,
    { today = false, spice = false, siteSeed = seed }: PopulationOptions = {},
  ) {
    const { kinds, countries, browsers, video } = behaviour;
    this.seed = seed;
    this.#siteSeed = siteSeed;
    this.#spice = spice;
    const { network } = behaviour;
    this.behaviour = today ? { ...behaviour, network: { ...network, ipv6: network.ipv6Today } } : behaviour;
    const shares = KIND_NAMES.map((name) => [{ ...kinds[name], name }, kinds[name].share] as const);
    const students = shares.filter(([{ name }, share]) => name !== 'visitor' && name !== 'staff' && share > 0);
    this.#kind = weighted(shares);
    this.#kindOfStudent = students.length > 0 ? weighted(students) : this.#kind;
    this.#country = weighted(countries.map((country) => [country, country.share]));
    this.#offset = new Map(
      countries.map((country) => [country, weighted(country.zones.map(({ hours, share }) => [hours, share]))]),
    );
    this.#browser = today ? drawn(behaviour.browsersToday, browserToday) : drawn(browsers, browserOf);
    this.speed = weighted(Object.entries(video.speeds) as [Speed, number][]);
  }

  /** A learner's outline; the same for the same number, however many learners there are. */
  outline(number: number): Outline {
    const random = stream(this.seed, 'learner', number);
    const kind = this.#kind(random);
    const country = this.#country(random);
    const offset = this.#offset.get(country)!(random);
    const firstDay = Math.floor(weibull(random, kind.firstDay.shape, kind.firstDay.scale));
    return { kind, country, offset, summerTime: country.summerTime, firstDay, firstTime: random() };
  }

  /**
   * The outline of somebody who takes this course beside another: it lives where it does there, and is a student here.
   *
   * @param home its outline there
   * @param isStaff whether it is staff, there and here
   */
  outlineBeside(number: number, { country, offset, summerTime, kind: kindThere }: Outline, isStaff: boolean): Outline {
    const random = stream(this.seed, 'learner', number);
    const student = this.#kindOfStudent(random);
    const kind = isStaff ? { ...this.behaviour.kinds.staff, name: kindThere.name } : student;
    const firstDay = Math.floor(weibull(random, kind.firstDay.shape, kind.firstDay.scale));
    return { kind, country, offset, summerTime, firstDay, firstTime: random() };
  }

  /** A stream of a learner's own; the same for the same number. */
  own(number: number, ...address: readonly (string | number)[]): Stream {
    return stream(this.seed, 'learner', number, ...address);
  }

  /** The country that a journey of a learner's leads to, which may be its own. */
  destination(number: number, trip: number, home: Country): Country {
    return destination(this.own(number, 'trip', trip), home, this.#country);
  }

  /** A learner's full name, in its own script, and whose it may be. */
  fullName({ number, username, country }: { number: number; username: string; country: Country }): FullName {
    return fullNameOf(this.#siteSeed, number, country.names, username);
  }

  /** A learner's username. */
  username(number: number, locale: NameLocale): string {
    return (this.#spice ? spicedUsernameOf : usernameOf)(this.#siteSeed, number, locale);
  }

  /** A device of a learner's, by its index: what its browser sends; the same for the same number. */
  device(number: number, index: number): AgentAt {
    const random = stream(this.#siteSeed, 'learner', number, 'device', index);
    return this.#browser(random);
  }
}

/** The server, by index, that is a learner's home: its pool is the learner's. */
export const homeServer = (seed: string, number: number, servers: number): number =>
  hash(seed, 'server', number) % servers;
