import { chance, hash, integer, lognormal, normal, pick, stream, weibull, weighted, type Stream } from '../../src/random/index.ts';
import { AGENTS } from './agents.ts';
import { BEHAVIOUR, KINDS, type Kind } from './behaviour.ts';
import { COUNTRIES, type Country } from './countries.ts';
import { username } from './identity.ts';
import { Progress } from './progress.ts';

const drawKind = weighted(KINDS.map((kind) => [kind, kind.share]));
const drawCountry = weighted(COUNTRIES.map((country) => [country, country.share]));
const drawAgents = weighted(AGENTS);
const drawSpeed = weighted(BEHAVIOUR.speeds);
const offsetOf = new Map<Country, (random: Stream) => number>(
  COUNTRIES.map((country) => [country, weighted(country.offsets)]),
);

/** The kind of a learner, and the first day: all that must be known of somebody who has not come yet. */
export interface Outline {
  readonly kind: Kind;
  readonly country: Country;
  /** Hours ahead of GMT. */
  readonly offset: number;
  /** Day of the first visit, from 0, and a draw that sets its time of day. */
  readonly firstDay: number;
  readonly firstTime: number;
}

/** Draws a learner's outline; the same for the same number, however many learners there are. */
export function outline(seed: string, number: number): Outline {
  const random = stream(seed, 'learner', number);
  const kind = drawKind(random);
  const country = drawCountry(random);
  const offset = offsetOf.get(country)!(random);
  const { shape, scale } = BEHAVIOUR.firstDay;
  const firstDay = kind.name === 'staff' ? 0 : Math.floor(weibull(random, shape, scale));
  return { kind, country, offset, firstDay, firstTime: random() };
}

/** The server, by place, that is a learner's home: its pool is the learner's. */
export const homeServer = (seed: string, number: number, servers: number): number =>
  hash(seed, 'server', number) % servers;

/** One login: what all its events share. */
export interface Login {
  /** Empty for visitors. */
  readonly session: string;
  /** The key of the login before, which a browser may still send; empty for the first. */
  readonly stale: string;
  readonly agent: string;
  readonly address: string;
  /** Whether a line has named it. */
  seen: boolean;
}

const HEX = '0123456789abcdef';

/** A key of hexadecimal digits, as sessions and queues have. */
export function hexKey(random: Stream, digits = 32): string {
  let key = '';
  while (key.length < digits) key += HEX[Math.floor(random() * 16)]!;
  return key;
}

/** Blocks that belong to nobody's home: private, loopback, link local, documentation, and from multicast on. */
const RESERVED = new Set([10, 100, 127, 169, 172, 192, 198, 203]);

/** An address on the public net. */
function address(random: Stream): string {
  if (chance(random, BEHAVIOUR.ipv6)) {
    const groups = [`2a0${integer(random, 0, 9)}`, hexKey(random, 4), hexKey(random, 4)].map((g) => g.replace(/^0{1,3}/, ''));
    return `${groups.join(':')}::${integer(random, 1, 9999)}`;
  }
  let first = integer(random, 1, 223);
  while (RESERVED.has(first)) first = integer(random, 1, 223);
  return `${first}.${integer(random, 0, 255)}.${integer(random, 0, 255)}.${integer(random, 1, 254)}`;
}

/** Somebody who has come at least once: who it is, what it can, and how far it is. */
export class Learner {
  readonly number: number;
  readonly kind: Kind;
  /** Hours ahead of GMT. */
  readonly offset: number;
  readonly username: string;
  readonly agents: readonly string[];
  readonly addresses: readonly string[];
  readonly ability: number;
  /** This learner's own deviation in actions a day, as a difference of logarithms. */
  readonly energy: number;
  readonly watches: boolean;
  readonly solves: boolean;
  readonly reads: boolean;
  readonly writes: boolean;
  readonly speed: (typeof BEHAVIOUR.speeds)[number][0];
  /** As a grader: points of a hundred given too much, or too little. */
  readonly bias: number;
  /** Days on which it will still come. */
  daysLeft: number;
  /** Visits so far; the next one's random stream is named by it. */
  visits = 0;
  /** When the last visit ended, microseconds since 1970. */
  lastSeen = 0;
  logins = 0;
  login: Login | undefined;
  /** Whether the next visit begins with logging in. */
  loggedOut = true;
  /** Whether a line has named this learner. */
  seen = false;
  readonly progress = new Progress();

  constructor(seed: string, number: number, { kind, country, offset }: Outline) {
    const random = stream(seed, 'learner', number, 'person');
    this.number = number;
    this.kind = kind;
    this.offset = offset;
    this.username = kind.name === 'visitor' ? '' : username(random, country.names, number);
    this.agents = [pick(random, drawAgents(random)), pick(random, drawAgents(random))];
    this.addresses = [address(random), address(random)];
    this.ability = normal(random, kind.ability, BEHAVIOUR.abilitySd);
    this.energy = normal(random, 0, BEHAVIOUR.actionsLearnerSd);
    this.watches = chance(random, kind.watches);
    this.solves = chance(random, kind.solves);
    this.reads = chance(random, kind.reads);
    this.writes = chance(random, kind.writes);
    this.speed = drawSpeed(random);
    this.bias = normal(random, 0, BEHAVIOUR.graderBias);
    const [scale, shape] = kind.activeDays;
    this.daysLeft = 1 + Math.floor(weibull(random, shape, scale));
  }

  /** How many actions a visit holds, drawn anew for each. */
  actions(random: Stream): number {
    return Math.max(1, Math.round(lognormal(random, this.kind.actions + this.energy, BEHAVIOUR.actionsDaySd)));
  }

  /** Logs in: a new session key, on this device or another. Visitors get none. */
  logIn(seed: string, random: Stream): Login {
    this.logins += 1;
    const agent = this.agents[chance(random, BEHAVIOUR.otherDevice) ? 1 : 0]!;
    const place = this.addresses[chance(random, BEHAVIOUR.otherAddress) ? 1 : 0]!;
    const session = this.username === '' ? '' : hexKey(stream(seed, 'learner', this.number, 'login', this.logins));
    this.login = { session, stale: this.login?.session ?? '', agent, address: place, seen: false };
    return this.login;
  }
}

