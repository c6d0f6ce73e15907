import { DAY, SECOND } from '../../src/base/time.ts';
import {
  chance,
  exponential,
  geometric,
  hash,
  hashedNormal,
  hashedShare,
  integer,
  lognormal,
  pick,
  ranked,
  stream,
  type Stream,
} from '../../src/base/random/index.ts';
import { urlOf } from '../course/url.ts';
import type { Line } from '../model/line.ts';
import { machineRequest, type Asked, type Asking } from '../platform/machine-request.ts';
import { CRAWLERS, NOT_THERE, PUBLIC, PUBLIC_2013, scannedHost, SCANNERS } from '../learners/machines.ts';
import { endOf, poolCount, type Plan } from './plan.ts';

/** How some machine comes: every so many microseconds on average, for so many pages, one so many seconds after the other (choices). */
interface Manner {
  readonly every: number;
  readonly pages: number;
  readonly seconds: { readonly mean: number; readonly sd: number };
}

const crawls = (times: number): Manner => ({ every: DAY / times, pages: 7, seconds: { mean: 3.2, sd: 0.9 } });

/** Each of the crawlers, and all scanners together. */
const MANNERS: readonly Manner[] = [
  ...[4, 2, 1, 0.7].map(crawls),
  { every: 1.6 * DAY, pages: 16, seconds: { mean: 0.1, sd: 0.7 } },
];

/** Where each of the crawlers comes from (choices); scanners come from anywhere. */
const NETS = ['66.249', '157.55', '180.76', '95.108'];

/** A crawler asks first what it may read, so often. */
const ASKS_FIRST = 0.5;

/** How evenly a crawler spreads over pages, from where each is asked for in inverse proportion to its rank (choices). */
const EVENNESS = { least: 0.75, more: 0.5 };
/** How far its ranks are from the order of how much the pages matter, as a standard deviation of the logarithm (a choice). */
const OWN_ORDER = 0.8;

const plain = (paths: readonly string[]): Asked[] => paths.map((path) => ({ path }));

/** What a crawler reads, as often as it does: what matters on the site mostly first. */
function publicPages({ offerings, dialect, seed }: Plan, crawler: number): Asked[] {
  const courses = offerings.flatMap(({ course }) =>
    ['/about', '/info', '/syllabus'].map((page) => ({ path: urlOf(course).pathname + page, course })),
  );
  const pages = [...plain(PUBLIC.slice(0, 2)), ...courses, ...plain(PUBLIC.slice(2))];
  if (dialect === 'deployed') pages.push(...plain(PUBLIC_2013));
  const rank = (page: Asked, place: number): number =>
    Math.log(1 + place) + OWN_ORDER * hashedNormal(seed, `crawled ${page.path}`, crawler);
  return pages
    .map((page, place) => ({ page, rank: rank(page, place) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ page }) => page);
}

/** One of the machines, in one pool. */
class Stranger {
  readonly #plan: Plan;
  readonly #manner: Manner;
  /** Undefined for scanners, each of which is another one. */
  readonly #crawler: string | undefined;
  readonly #random: Stream;
  readonly #net: string;
  readonly #host: string;
  readonly #pages: readonly Asked[];
  readonly #evenness: number;
  readonly #end: number;
  #left = 0;
  #asking!: Asking;
  #next!: Asked;
  time: number;

  constructor(plan: Plan, number: number) {
    const { host } = urlOf(plan.offerings[0].course);
    this.#plan = plan;
    this.#manner = MANNERS[number]!;
    this.#crawler = CRAWLERS[number];
    this.#random = stream(plan.seed, 'stranger', number);
    this.#net = NETS[number] ?? '';
    this.#host = host;
    this.#pages = this.#crawler === undefined ? plain(NOT_THERE) : publicPages(plan, number);
    this.#evenness = EVENNESS.least + EVENNESS.more * hashedShare(plan.seed, 'crawler', number);
    this.#end = endOf(plan);
    this.time = plan.start;
    this.#comeAgain();
  }

  take(servers: number): Line {
    const { time } = this;
    const server = Math.floor(this.#random() * servers);
    const line = machineRequest(this.#plan.dialect, this.#asking, this.#next, time, server);
    this.#left -= 1;
    if (this.#left > 0) {
      this.time = Math.round(
        time + lognormal(this.#random, this.#manner.seconds.mean, this.#manner.seconds.sd) * SECOND,
      );
      this.#next = this.#page();
    } else this.#comeAgain();
    return line;
  }

  /** What it asks for next: scanners anything, crawlers some pages much oftener than others. */
  #page(): Asked {
    const pages = this.#pages;
    if (this.#crawler === undefined) return pick(this.#random, pages);
    return pages[ranked(this.#random, pages.length, this.#evenness)]!;
  }

  #comeAgain(): void {
    const random = this.#random;
    this.time = Math.round(this.time + exponential(random, this.#manner.every));
    if (this.time >= this.#end) return;
    this.#left = geometric(random, 1 / this.#manner.pages);
    const net = this.#net === '' ? `${integer(random, 77, 95)}.${integer(random, 0, 255)}` : this.#net;
    const ip = `${net}.${integer(random, 0, 31)}.${integer(random, 1, 254)}`;
    const agent = this.#crawler ?? pick(random, SCANNERS);
    const isKnown = this.#crawler !== undefined;
    this.#asking = { ip, agent, host: isKnown ? this.#host : scannedHost(random, this.#plan.seed, this.#host) };
    const asksFirst = isKnown && chance(random, ASKS_FIRST);
    this.#next = asksFirst ? { path: '/robots.txt' } : this.#page();
  }
}

/** Machines that come to a site though nobody there knows them: search engines' crawlers read what is public, scanners ask for what is not there [deployed]; dialects that log requests tell of it. */
export class Strangers {
  readonly #here: readonly Stranger[];
  readonly #servers: number;
  #next: Stranger | undefined;

  /** @param servers of the pool of that index */
  constructor(plan: Plan, index: number, servers: number) {
    const pools = poolCount(plan.servers);
    const isHere = (number: number): boolean => hash(plan.seed, 'stranger', number) % pools === index;
    this.#here = [...MANNERS.keys()].filter(isHere).map((number) => new Stranger(plan, number));
    this.#servers = servers;
    this.#next = this.#earliest();
  }

  /** When one of them asks next, microseconds since 1970; infinite when none does. */
  get time(): number {
    return this.#next?.time ?? Infinity;
  }

  /** Takes the earliest question out. */
  take(): Line {
    const asked = this.#next!.take(this.#servers);
    this.#next = this.#earliest();
    return asked;
  }

  #earliest(): Stranger | undefined {
    return this.#here.reduce<Stranger | undefined>(
      (first, one) => (first !== undefined && first.time <= one.time ? first : one),
      undefined,
    );
  }
}
