import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { SECOND } from '../../src/base/time.ts';
import { hashedShare, stream } from '../../src/base/random/index.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Course } from '../course/course.ts';
import { Learner } from '../learners/learner.ts';
import type { Outline } from '../learners/population.ts';
import { platformOf } from '../platform/index.ts';
import type { EventSink, Platform } from '../model/platform.ts';
import { session } from '../sessions/session.ts';
import { SOON } from '../model/latency.ts';
import type { Line } from '../model/line.ts';
import { Appointments } from './appointments.ts';
import { DelayedEvents } from './delayed-events.ts';
import { Enrolments } from './enrolments.ts';
import { machinesOf, Places } from './fleet.ts';
import { HealthChecks } from './health-checks.ts';
import type { Log } from './log.ts';
import { membersOf } from './members.ts';
import { courseOf, OwnLog } from './own-log.ts';
import type { Offering } from './offering.ts';
import { peopleOf, type People } from './people.ts';
import { endOf, serversOf, type Plan } from './plan.ts';
import { TimeQueue } from './queue.ts';
import { Stage } from './stage.ts';
import { Strangers } from './strangers.ts';
import type { Underway } from '../incidents/interruption.ts';
import type { Notes } from '../incidents/notes.ts';
import type { Ledger } from '../truth/ledger.ts';
import { isWritten } from '../truth/totals.ts';
import { Running } from '../model/activity.ts';
import { Session } from '../model/session.ts';
import type { SessionContext } from '../model/session-context.ts';

/** Counts over the lines of a pool. */
export interface Tally {
  learners: number;
  sessions: number;
}

/** Share of deeds on a whole second, where a run is spiced: a clock gives one in a million. */
const WHOLE_SECONDS = 0.02;

/** A course as a pool has it: who takes it, when they come, and what the site logs of them. */
interface CourseHere extends People {
  readonly offering: Offering;
  readonly platform: Platform;
  readonly ledger: Ledger | undefined;
  /** Whether its lines are written. */
  readonly isWritten: boolean;
}

/**
 * A group of servers and the people whose requests they answer: a discrete-event simulation. It keeps the next action of
 * each person in a queue, takes the earliest, and so gives its lines in time order, holding people but never the log.
 */
export class Pool implements EventSink {
  readonly tally: Tally = { learners: 0, sessions: 0 };
  readonly #plan: Plan;
  readonly #log: Pick<Log, 'line'>;
  readonly #end: number;
  readonly #servers: number;
  /** Where machines stand, when; undefined where all stay. */
  readonly #places: Places | undefined;
  #now = 0;
  readonly #courses: readonly CourseHere[];
  readonly #enrolments: Enrolments;
  /** The courses that the site shows to everybody; none, where there is but one. */
  readonly #catalogue: readonly Course[];
  /** The learners' numbers. Their indices here are the entries of the queues. */
  readonly #numbers: Int32Array;
  /** Learners by their next visit, and those who are here, few at any time, by their next action: most steps concern few. */
  readonly #absent = new TimeQueue();
  readonly #present = new TimeQueue();
  /** By person and course: {@link Pool.#keyOf}. */
  readonly #learners = new Map<number, Learner>();
  readonly #appointments: Appointments;
  readonly #visits = new Map<number, Underway>();
  readonly #delayed = new DelayedEvents();
  readonly #healthChecks: HealthChecks | undefined;
  /** Whether what is written is an organisation's, or divided among them. */
  readonly #isByOrganisation: boolean;
  readonly #strangers: Strangers | undefined;
  /** When the next of them comes. */
  #strangerTime = Infinity;
  readonly #stage: Stage | undefined;

  /**
   * @param index of the pool, among those of the plan
   * @param log takes the lines
   * @param ledgers keep the truth, one for each course
   * @param notes keep that of incidents
   */
  constructor(plan: Plan, index: number, log: Log, ledgers: readonly Ledger[] = [], notes?: Notes) {
    this.#plan = plan;
    this.#end = endOf(plan);
    const machines = machinesOf(plan, index);
    this.#servers = serversOf(index, plan.servers).length;
    const isSteady = machines.every(({ from, to }) => from === plan.start && to === Infinity);
    this.#places = isSteady ? undefined : new Places(machines);
    const { incidents } = plan;
    this.#isByOrganisation = plan.site?.org !== undefined || plan.packaging === 'package';
    const isOwn = this.#isByOrganisation ? (course: number) => this.#isOwn(this.#courses[course]) : undefined;
    const own = new OwnLog(log, { of: (line) => courseOf(line, this.#courses), isOwn }, notes);
    this.#stage = incidents && new Stage({ ...plan, incidents }, index, this.#servers, own, notes);
    this.#log = this.#stage?.delivered ?? log;
    this.#appointments = new Appointments(plan.offerings, this.#end);
    const people = peopleOf(plan);
    this.#courses = plan.offerings.map((offering, course) => {
      const written = isWritten(plan, offering.course);
      const ledger = written ? ledgers[course] : undefined;
      const platform = new (platformOf(plan))(this, ledger);
      return {
        offering,
        ...people[course]!,
        platform: this.#stage?.unsteady(platform) ?? platform,
        ledger,
        isWritten: written,
      };
    });
    const isChecked = plan.site?.org === undefined || this.#stage?.cutsFiles === true;
    this.#healthChecks = plan.heartbeats !== 'none' && isChecked ? new HealthChecks(plan, machines) : undefined;
    // Of today's runs those of a site alone have them.
    const isAsked = plan.dialect === 'deployed' || (plan.dialect === 'current' && plan.site !== undefined);
    if (isAsked) {
      this.#strangers = new Strangers(plan, index, this.#servers);
      this.#strangerTime = this.#strangers.time;
    }
    this.#enrolments = new Enrolments(plan);
    this.#catalogue = plan.site === undefined ? [] : plan.offerings.map(({ course }) => course);
    this.#stage?.begin(
      this.#courses,
      (line) => this.#give(line),
      (line) => this.#placed(line),
    );

    this.#numbers = membersOf(plan, index);
    for (const [entry, number] of this.#numbers.entries()) this.#enrol(entry, number);
  }

  /** Draws when somebody comes for the first time, in each of its courses. */
  #enrol(entry: number, number: number): void {
    const home = this.#enrolments.home(number);
    const { population, calendar } = this.#courses[home]!;
    const outline = population.outline(number);
    const first = calendar.firstVisit(outline, number) ?? Infinity;
    // Whoever only looks at the site takes no course.
    const others = outline.kind.name === 'visitor' ? [] : this.#enrolments.others(number, home);
    if (!this.#isHeardOf(outline, [home, ...others])) return;
    const soonest =
      others.length === 0
        ? first
        : this.#appointments.keep(entry, [
            { offering: home, time: first },
            ...others.map((offering) => {
              const beside = this.#outlineBeside(number, offering, home, outline);
              return { offering, time: this.#courses[offering]!.calendar.firstVisit(beside, number) ?? Infinity };
            }),
          ]);
    if (soonest !== undefined && soonest < this.#end) this.#absent.add(entry, soonest);
  }

  /** Whether lines of somebody may be written: of its courses, of what a visitor looks at, or of an incident that it has a part in. */
  #isHeardOf({ kind }: Outline, courses: readonly number[]): boolean {
    if (kind.name === 'visitor' || this.#stage !== undefined) return true;
    return courses.some((course) => this.#courses[course]!.isWritten);
  }

  /** Whether lines of a course, or of none, are written: what is nobody's, and names no course, is no organisation's. */
  #isOwn(course: CourseHere | undefined): boolean {
    return course ? course.isWritten : !this.#isByOrganisation;
  }

  /** What is known beforehand of somebody in a course that it takes beside its home; staff there are staff of their organisation's courses. */
  #outlineBeside(number: number, course: number, home: number, outline: Outline): Outline {
    const [{ offering: there }, { offering, population }] = [this.#courses[home]!, this.#courses[course]!];
    const isStaff = outline.kind.name === 'staff' && offering.course.org === there.course.org;
    return population.outlineBeside(number, outline, isStaff);
  }

  /** How many servers answer now. */
  get servers(): number {
    return this.#places === undefined ? this.#servers : this.#places.at(this.#now).length;
  }

  /** When the next line or action is due, microseconds since 1970; infinite when the run is over. */
  get next(): number {
    const time = Math.min(
      this.#present.time,
      this.#absent.time,
      this.#delayed.time,
      this.#healthChecks?.time ?? Infinity,
      this.#stage?.time ?? Infinity,
      this.#strangerTime,
    );
    return time < this.#end ? time : Infinity;
  }

  /**
   * Does what is due next. What a server had still to add comes before new deeds of the same instant.
   *
   * @returns whether there was anything
   */
  step(): boolean {
    const { next } = this;
    if (next === Infinity) return false;
    if (this.#delayed.time <= next) this.#give(this.#delayed.take());
    else if (this.#stage !== undefined && this.#stage.time <= next) this.#stage.step();
    else if (this.#strangerTime <= next) this.#beAsked();
    else if (this.#healthChecks && this.#healthChecks.time <= Math.min(this.#present.time, this.#absent.time))
      this.#check(this.#healthChecks.take());
    else this.#act();
    return true;
  }

  /** Writes what a stranger asks for. */
  #beAsked(): void {
    const line = this.#placed(this.#strangers!.take());
    this.#strangerTime = this.#strangers!.time;
    const due = this.#stage === undefined ? line : this.#stage.line(line);
    if (due) this.#give(due);
  }

  /** The machine that is there at a time, of those that a server by index stands for. */
  #machineAt(server: number, time: number): number {
    if (this.#places === undefined) return server;
    const there = this.#places.at(time);
    return there[server % there.length]!;
  }

  /** A line of nobody's visit, at a machine that is there. */
  #placed(line: Line): Line {
    return this.#places === undefined ? line : { ...line, server: this.#machineAt(line.server, line.time) };
  }

  /** Writes that a server was asked whether it is well. */
  #check(line: Line): void {
    const due = this.#stage === undefined ? line : this.#stage.line(line);
    if (due) this.#log.line(due);
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
    const slowed = this.#stage?.slowed(type, visit.now, delay - lag) ?? 0;
    const time = visit.now + delay + slowed;
    // Nobody waits for a worker, which has no address.
    if ((type.source === 'server' || slowed > 0) && delay < SOON && common.fields.ip !== '')
      visit.answered = Math.max(visit.answered, time);
    if (time >= this.#end) return undefined;
    const line: Line = {
      visit,
      server: this.#machineAt(server, time),
      type,
      common,
      time,
      lag,
      payload,
      path,
      course: undefined,
      marks: undefined,
      more: '',
      renamed: undefined,
      reshape: undefined,
    };
    const due = this.#stage === undefined ? line : this.#stage.line(line);
    if (due === undefined) return undefined;
    if (delay === 0) this.#give(due);
    else this.#delayed.put(due);
    return time - lag;
  }

  withdraw(payload: unknown): void {
    this.#delayed.withdraw(payload);
  }

  #give(due: Line): void {
    // The lines of one instant all move, so that they stay in order.
    const line = this.#plan.loadable && due.time % SECOND === 0 ? { ...due, time: due.time + 1 } : due;
    const { visit, type, common } = line;
    const index = courseOf(line, this.#courses);
    const course = index < 0 ? undefined : this.#courses[index];
    if (!this.#isOwn(course)) {
      // Where a file is cut, all that is to stand in it decides.
      if (this.#stage?.cutsFiles) this.#log.line(line);
      return;
    }
    const isLogged = this.#log.line(line);
    // The first course's truth has what names none.
    const { ledger } = course ?? this.#courses[0]!;
    if (isLogged === false) return ledger?.drops();
    if (visit !== undefined && common.fields.username !== '') this.#count(visit, type, common);
    ledger?.line(line);
  }

  #count({ learner: { home }, login }: SessionContext, type: EventType, { fields }: EncodedCommonFields): void {
    if (!home.seen) {
      home.seen = true;
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
    this.#now = now;
    const underway = isPresent ? this.#visits.get(entry)! : this.#begin(entry, now);
    const { visit } = underway;
    visit.now = now;
    const { done, value } = this.#stage === undefined ? underway.running.next() : this.#stage.next(underway);
    if (done) this.#finish(entry, visit);
    else {
      visit.letPagesBe(value);
      const next = now + Math.max(1, Math.round(value * SECOND));
      this.#present.postpone(this.#plan.spice ? this.#spiced(next) : next);
    }
  }

  /** A time at which somebody clicks: now and then on the second, whose lines have no fraction. */
  #spiced(time: number): number {
    const isWhole = hashedShare(this.#plan.seed, 'whole', time) < WHOLE_SECONDS;
    return isWhole ? Math.ceil(time / SECOND) * SECOND : time;
  }

  /** Lets the first of the absent come. */
  #begin(entry: number, now: number): Underway {
    this.#absent.remove();
    this.#present.add(entry, now);
    const number = this.#numbers[entry]!;
    const index = this.#appointments.next(entry)?.offering ?? this.#enrolments.home(number);
    const { offering, population, platform } = this.#courses[index]!;
    const learner = this.#meet(entry, index);
    learner.visits += 1;
    if (learner.visits === 1) learner.began = offering.isSelfPaced ? now : offering.start;
    const random = stream(offering.seed, 'learner', number, 'visit', learner.visits);
    const networkRandom = stream(offering.seed, 'learner', number, 'wire', learner.visits);
    const atHome = this.#courses[learner.home.offering]!;
    const { keySeed } = atHome.offering;
    const { login, loggedIn } = learner.arrive(this.#plan.seed, keySeed, random, atHome.population, now);
    const { start } = offering;
    const course = this.#stage?.course(learner, now) ?? offering.course;
    const visit = new Session(
      { course, population, start, learner, login, loggedIn, random, networkRandom, now },
      platform,
      this.#catalogue,
    );
    const usual = session(visit);
    const underway = { visit, running: new Running(this.#stage?.activity(visit, usual) ?? usual) };
    this.#visits.set(entry, underway);
    return underway;
  }

  /** A person in a course, as a number. */
  #keyOf(entry: number, course: number): number {
    return entry * this.#courses.length + course;
  }

  #meet(entry: number, course: number): Learner {
    const key = this.#keyOf(entry, course);
    const known = this.#learners.get(key);
    if (known) return known;
    const number = this.#numbers[entry]!;
    const home = this.#enrolments.home(number);
    const outline = this.#courses[home]!.population.outline(number);
    const { population } = this.#courses[course]!;
    const learner =
      course === home
        ? new Learner(number, course, outline, population)
        : new Learner(
            number,
            course,
            this.#outlineBeside(number, course, home, outline),
            population,
            this.#meet(entry, home),
          );
    this.#learners.set(key, learner);
    return learner;
  }

  #finish(entry: number, visit: SessionContext): void {
    const { learner, random, now } = visit;
    this.#visits.delete(entry);
    this.#present.remove();
    learner.home.lastSeen = now;
    visit.login.lastSeen = now;
    const { calendar, ledger } = this.#courses[learner.offering]!;
    const next =
      this.#stage?.returns(visit) ?? calendar.nextVisit(random, learner, now, this.#stage?.course(learner, now));
    const comes = next !== undefined && next < this.#end;
    const takesSeveral = this.#appointments.has(entry);
    const soonest = takesSeveral ? this.#appointments.settle(entry, learner, comes ? next : undefined) : next;
    if (soonest !== undefined && soonest < this.#end) this.#absent.add(entry, soonest);
    if (!comes) ledger?.endVisit(learner, now, next === undefined);
    // A person's home is needed as long as it comes for any course.
    if (!takesSeveral && !comes) this.#learners.delete(this.#keyOf(entry, learner.offering));
    if (takesSeveral && soonest === undefined)
      for (const course of this.#courses.keys()) this.#learners.delete(this.#keyOf(entry, course));
  }
}
