import { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/time.ts';
import { exponential, hash, integer, lognormal, normal, stream, type Stream } from '../../src/base/random/index.ts';
import { request } from '../../src/spec/index.ts';
import { HEALTH_CHECKER } from '../learners/agents.ts';
import type { Line } from '../model/line.ts';
import type { Machine } from './fleet.ts';
import type { Plan } from './plan.ts';

/** Who asks a server whether it is well, address by address, and how long a spell of it lasts. */
interface Spell {
  readonly address: string;
  readonly from: number;
  readonly to: number;
}

/** Who asks whether servers are well, again and again. */
interface Asker {
  readonly agent: string;
  readonly host: (server: number) => string;
  /** Microseconds from one question to the next, by its own clock. */
  readonly every: number;
  /** The same for every server, whichever thread asks. */
  readonly spells: () => Generator<Spell, never, void>;
}

/** Balancers ask twice a minute unless they are told otherwise, a monitor on the machine itself every six seconds. */
const EVERY = { elb: 30 * SECOND, local: 6 * SECOND };
/** A node of a balancer is replaced after some days, and another takes some minutes to come. */
const NODE_LASTS = 4 * DAY;
const NODE_MISSING = { mean: Math.log(4 * MINUTE), sd: 0.8 };
/** A monitor is stopped for a moment when its machine is worked on. */
const MONITOR_LASTS = 9 * DAY;
const MONITOR_MISSING = { mean: Math.log(2 * MINUTE), sd: 1 };
/** Clocks are wrong by parts of a million, and a server answers within milliseconds. */
const DRIFT_SD = 60e-6;
const ANSWER = { mean: Math.log(0.004 * SECOND), sd: 0.6 };
/** Now and then an answer is waited for in vain: the next question comes late. */
const LATE = 1 / 3000;

function* spells(
  random: Stream,
  start: number,
  lasts: number,
  missing: { readonly mean: number; readonly sd: number },
  address: () => string,
): Generator<Spell, never, void> {
  for (let from = start - exponential(random, lasts); ;) {
    const to = from + HOUR + exponential(random, lasts);
    yield { address: address(), from, to };
    from = to + lognormal(random, missing.mean, missing.sd);
  }
}

/** The nodes of the run's balancer: two or three, one in each zone. */
function nodes({ seed, start }: Plan): Asker[] {
  const net = `10.${hash(seed, 'balancer', 0) % 256}`;
  return Array.from({ length: 2 + (hash(seed, 'balancer', 1) % 2) }, (_, zone): Asker => {
    const drift = normal(stream(seed, 'balancer', zone, 'clock'), 0, DRIFT_SD);
    return {
      agent: HEALTH_CHECKER,
      host: (server) => `${net}.${16 * (server % 3)}.${10 + (hash(seed, 'address', server) % 240)}`,
      every: EVERY.elb * (1 + drift),
      spells: () => {
        const random = stream(seed, 'balancer', zone);
        const address = (): string => `${net}.${16 * zone + integer(random, 0, 15)}.${integer(random, 4, 250)}`;
        return spells(random, start, NODE_LASTS, NODE_MISSING, address);
      },
    };
  });
}

/** A program on the server itself. */
function monitor({ seed, start }: Plan, server: number): Asker {
  const random = stream(seed, 'monitor', server);
  return {
    agent: 'Python-urllib/2.7',
    host: () => 'localhost',
    every: EVERY.local * (1 + normal(random, 0, DRIFT_SD)),
    spells: () => spells(random, start, MONITOR_LASTS, MONITOR_MISSING, () => '127.0.0.1'),
  };
}

/** The questions of one asker to one server. */
class Rhythm {
  readonly server: number;
  readonly #asker: Asker;
  readonly #host: string;
  readonly #random: Stream;
  readonly #spells: Generator<Spell, never, void>;
  readonly #to: number;
  #spell: Spell;
  /** When the next question is asked, before the answer is waited for. */
  #due: number;
  common!: EncodedCommonFields;
  time: number;

  constructor(plan: Plan, asker: Asker, { place, number: server, from, to }: Machine, zone: number) {
    this.server = place;
    this.#to = to;
    this.#asker = asker;
    this.#host = asker.host(server);
    this.#random = stream(plan.seed, 'heartbeat', server, zone);
    this.#spells = asker.spells();
    this.#spell = this.#spells.next().value;
    this.#due = from + this.#random() * asker.every;
    this.time = Math.round(this.#due);
    this.#settle();
  }

  /** Goes on to the next question. */
  go(): void {
    // Each question has its time, and takes its own while to be answered: one that was slow does not put off the next.
    const late = this.#random() < LATE ? this.#random() * this.#asker.every : 0;
    this.#due += this.#asker.every + late;
    this.time = Math.round(this.#due + lognormal(this.#random, ANSWER.mean, ANSWER.sd));
    if (this.time >= this.#spell.to) this.#settle();
    // Nobody asks a machine that is gone.
    if (this.time >= this.#to) this.time = Infinity;
  }

  /** Finds the spell that a time is in; between two nobody asks. */
  #settle(): void {
    while (this.time >= this.#spell.to) this.#spell = this.#spells.next().value;
    if (this.time >= this.#spell.from) return this.#tell();
    this.#due = this.#spell.from + this.#random() * this.#asker.every;
    this.time = Math.round(this.#due);
    this.#tell();
  }

  #tell(): void {
    const { agent } = this.#asker;
    const fields = { username: '', host: this.#host, ip: this.#spell.address, agent, page: null };
    this.common = new EncodedCommonFields(fields);
  }
}

const PAYLOAD = { POST: {}, GET: {} };

/** The questions of a balancer's nodes, or of monitors, whether a pool's servers are well: day and night [deployed]. */
export class HealthChecks {
  readonly #rhythms: readonly Rhythm[];
  #next: Rhythm;

  constructor(plan: Plan, machines: readonly Machine[]) {
    const balancer = plan.heartbeats === 'elb' ? nodes(plan) : undefined;
    this.#rhythms = machines
      .filter(({ place }) => place >= 0)
      .flatMap((machine) =>
        (balancer ?? [monitor(plan, machine.number)]).map((asker, zone) => new Rhythm(plan, asker, machine, zone)),
      );
    this.#next = this.#earliest();
  }

  get time(): number {
    return this.#next.time;
  }

  /** Takes the earliest question out; the next one of its kind follows. */
  take(): Line {
    const { server, common, time } = this.#next;
    this.#next.go();
    this.#next = this.#earliest();
    return {
      visit: undefined,
      server,
      type: request,
      common,
      time,
      lag: 0,
      payload: PAYLOAD,
      path: '/heartbeat',
      course: undefined,
      marks: undefined,
      more: '',
      renamed: undefined,
      reshape: undefined,
    };
  }

  #earliest(): Rhythm {
    return this.#rhythms.reduce((first, rhythm) => (rhythm.time < first.time ? rhythm : first));
  }
}
