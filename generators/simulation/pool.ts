import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { DAY, SECOND } from '../../src/base/time.ts';
import { hash, stream } from '../../src/base/random/index.ts';
import type { EventType } from '../../src/spec/index.ts';
import { Learner } from '../learners/learner.ts';
import { Population, type Outline } from '../learners/population.ts';
import { platformOf } from '../platform/index.ts';
import type { EventSink, Platform } from '../model/platform.ts';
import { session } from '../sessions/session.ts';
import { Calendar } from './calendar.ts';
import { DelayedEvents, type Line } from './delayed-events.ts';
import { HealthChecks } from './health-checks.ts';
import { membersOf } from './members.ts';
import { endOf, serversOf, type Plan } from './plan.ts';
import { TimeQueue } from './queue.ts';
import type { Ledger } from '../truth/ledger.ts';
import { Session, type Activity } from '../model/session.ts';
import type { SessionContext } from '../model/session-context.ts';

/** Takes the lines of a pool, in time order. */
export interface Log {
  /** Takes a line; its server is the index among those of the pool. Gives false where the platform drops it, as too long. */
  line(line: Line): boolean | void;
}

/** Counts over the lines of a pool. */
export interface Tally {
  learners: number;
  sessions: number;
}

/** Share of deeds on a whole second, where a run is spiced: a clock gives one in a million. */
const WHOLE_SECONDS = 0.02;

/** What comes within so many microseconds is waited for. */
const SOON = 5 * SECOND;

/**
 * A group of servers and the people whose requests they answer: a discrete-event simulation. It keeps the next action of
 * each person in a queue, takes the earliest, and so gives its lines in time order, holding people but never the log.
 */
export class Pool implements EventSink {
  readonly servers: number;
  readonly tally: Tally = { learners: 0, sessions: 0 };
  readonly #plan: Plan;
  readonly #log: Log;
  readonly #ledger: Ledger | undefined;
  readonly #end: number;
  readonly #platform: Platform;
  readonly #population: Population;
  readonly #calendar: Calendar;
  /** The learners' numbers. Their indices here are the entries of the queues. */
  readonly #numbers: Int32Array;
  /** Learners by their next visit, and those who are here, few at any time, by their next action: most steps concern few. */
  readonly #absent = new TimeQueue();
  readonly #present = new TimeQueue();
  readonly #learners = new Map<number, Learner>();
  readonly #visits = new Map<number, { visit: Session; activity: Activity }>();
  readonly #delayed = new DelayedEvents();
  readonly #healthChecks: HealthChecks | undefined;

  /**
   * @param index of the pool, among those of the plan
   * @param log takes the lines
   * @param ledger keeps the truth
   */
  constructor(plan: Plan, index: number, log: Log, ledger?: Ledger) {
    this.#plan = plan;
    this.#log = log;
    this.#ledger = ledger;
    this.#end = endOf(plan);
    const servers = serversOf(index, plan.servers);
    this.servers = servers.length;
    this.#population = new Population(plan.seed, plan.behaviour, {
      today: plan.dialect === 'current',
      spice: plan.spice,
    });
    this.#calendar = new Calendar(plan);
    this.#platform = new (platformOf(plan))(this, ledger);
    this.#healthChecks = plan.heartbeats !== 'none' ? new HealthChecks(plan, servers) : undefined;

    this.#numbers = membersOf(plan, index);
    for (const [entry, number] of this.#numbers.entries()) {
      const time = this.#calendar.firstVisit(this.#population.outline(number));
      if (time < this.#end) this.#absent.add(entry, time);
    }
  }

  /** When the next line or action is due, microseconds since 1970; infinite when the run is over. */
  get next(): number {
    const time = Math.min(
      this.#present.time,
      this.#absent.time,
      this.#delayed.time,
      this.#healthChecks?.time ?? Infinity,
    );
    return time < this.#end ? time : Infinity;
  }

  /** Does what is due next. What a server had still to add comes before new deeds of the same instant. */
  step(): void {
    if (this.#delayed.time <= this.next) this.#give(this.#delayed.take());
    else if (this.#healthChecks && this.#healthChecks.time <= Math.min(this.#present.time, this.#absent.time))
      this.#log.line(this.#healthChecks.take());
    else this.#act();
  }

  log(
    visit: SessionContext,
    server: number,
    type: EventType,
    common: EncodedCommonFields,
    delay: number,
    payload: unknown,
    path = '',
    lag = 0,
  ): number | undefined {
    const time = visit.now + delay;
    // Nobody waits for a worker, which has no address.
    if (type.source === 'server' && delay < SOON && common.fields.ip !== '')
      visit.answered = Math.max(visit.answered, time);
    if (time >= this.#end) return undefined;
    const line = { visit, server, type, common, time, lag, payload, path };
    if (delay === 0) this.#give(line);
    else this.#delayed.put(line);
    return time - lag;
  }

  #give(due: Line): void {
    // The lines of one instant all move, so that they stay in order.
    const line = this.#plan.loadable && due.time % SECOND === 0 ? { ...due, time: due.time + 1 } : due;
    if (this.#log.line(line) === false) return this.#ledger?.drops();
    const { visit, type, common } = line;
    if (visit !== undefined && common.fields.username !== '') this.#count(visit, type, common);
    this.#ledger?.line(line);
  }

  #count({ learner, login }: SessionContext, type: EventType, { fields }: EncodedCommonFields): void {
    if (!learner.seen) {
      learner.seen = true;
      this.tally.learners += 1;
    }
    const hasSession = type.source === 'browser' || fields.context !== undefined;
    if (!login.seen && hasSession) {
      login.seen = true;
      this.tally.sessions += 1;
    }
  }

  #act(): void {
    const isPresent = this.#present.isBefore(this.#absent);
    const queue = isPresent ? this.#present : this.#absent;
    const entry = queue.first;
    const now = queue.time;
    const running = isPresent ? this.#visits.get(entry)! : this.#begin(entry, now);
    running.visit.now = now;
    const { done, value } = running.activity.next();
    if (done) this.#finish(entry, running.visit);
    else {
      const next = now + Math.max(1, Math.round(value * SECOND));
      this.#present.postpone(this.#plan.spice ? this.#spiced(next) : next);
    }
  }

  /** A time at which somebody clicks: now and then on the second, whose lines have no fraction. */
  #spiced(time: number): number {
    const isWhole = hash(this.#plan.seed, 'whole', time) < WHOLE_SECONDS * 2 ** 32;
    return isWhole ? Math.ceil(time / SECOND) * SECOND : time;
  }

  /** Lets the first of the absent come. */
  #begin(entry: number, now: number): { visit: Session; activity: Activity } {
    this.#absent.remove();
    this.#present.add(entry, now);
    const number = this.#numbers[entry]!;
    const { seed, keySeed, course, behaviour, start } = this.#plan;
    const learner = this.#learners.get(entry) ?? this.#meet(entry, this.#population.outline(number));
    learner.visits += 1;
    const random = stream(seed, 'learner', number, 'visit', learner.visits);
    const networkRandom = stream(seed, 'learner', number, 'wire', learner.visits);
    const expired = now - learner.lastSeen > behaviour.people.loginDays * DAY;
    const loggedIn = learner.login !== undefined && !learner.loggedOut && !expired;
    const login = loggedIn ? learner.login! : learner.logIn(keySeed, random, behaviour);
    learner.arrive(seed, random, this.#population, login, now);
    const visit = new Session(
      { course, population: this.#population, start, learner, login, loggedIn, random, networkRandom, now },
      this.#platform,
    );
    const running = { visit, activity: session(visit) };
    this.#visits.set(entry, running);
    return running;
  }

  #meet(entry: number, known: Outline): Learner {
    const learner = new Learner(this.#plan.seed, this.#numbers[entry]!, known, this.#population);
    this.#learners.set(entry, learner);
    return learner;
  }

  #finish(entry: number, { learner, random, now }: SessionContext): void {
    this.#visits.delete(entry);
    this.#present.remove();
    learner.lastSeen = now;
    const next = this.#calendar.nextVisit(random, learner, now);
    if (next !== undefined && next < this.#end) this.#absent.add(entry, next);
    else {
      this.#learners.delete(entry);
      this.#ledger?.endVisit(learner, now, next === undefined);
    }
  }
}
