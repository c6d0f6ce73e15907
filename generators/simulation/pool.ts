import { SECOND } from '../../src/base/time.ts';
import { hashedShare, stream } from '../../src/base/random/index.ts';
import type { Course } from '../course/course.ts';
import type { Underway } from '../incidents/interruption.ts';
import type { Notes } from '../incidents/notes.ts';
import { Learner } from '../learners/learner.ts';
import type { Outline } from '../learners/population.ts';
import { Running } from '../model/activity.ts';
import type { SessionContext } from '../model/session-context.ts';
import { Session } from '../model/session.ts';
import { session } from '../sessions/session.ts';
import type { Ledger } from '../truth/ledger.ts';
import { Appointments } from './appointments.ts';
import { Enrolments } from './enrolments.ts';
import type { Log } from './log.ts';
import { membersOf } from './members.ts';
import { endOf, type Plan } from './plan.ts';
import { TimeQueue } from './queue.ts';
import { Servers, type CourseHere, type Tally } from './servers.ts';
import type { Stage } from './stage.ts';

/** Share of deeds on a whole second, where a run is spiced: a clock gives one in a million. */
const WHOLE_SECONDS = 0.02;

/**
 * A group of servers and the people whose requests they answer: a discrete-event simulation. It keeps the next action of
 * each person in a queue, takes the earliest, and so gives its lines in time order, holding people but never the log.
 */
export class Pool {
  readonly #plan: Plan;
  readonly #end: number;
  readonly #servers: Servers;
  readonly #courses: readonly CourseHere[];
  readonly #stage: Stage | undefined;
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

  /**
   * @param index of the pool, among those of the plan
   * @param log takes the lines
   * @param ledgers keep the truth, one for each course
   * @param notes keep that of incidents
   */
  constructor(plan: Plan, index: number, log: Log, ledgers: readonly Ledger[] = [], notes?: Notes) {
    this.#plan = plan;
    this.#end = endOf(plan);
    this.#servers = new Servers(plan, index, log, ledgers, notes);
    const { courses, stage } = this.#servers;
    this.#courses = courses;
    this.#stage = stage;
    this.#appointments = new Appointments(plan.offerings, this.#end);
    this.#enrolments = new Enrolments(plan);
    this.#catalogue = plan.site === undefined ? [] : plan.offerings.map(({ course }) => course);
    this.#numbers = membersOf(plan, index);
    for (const [entry, number] of this.#numbers.entries()) this.#enrol(entry, number);
  }

  /** Counts over the lines so far. */
  get tally(): Tally {
    return this.#servers.tally;
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

  /** What is known beforehand of somebody in a course that it takes beside its home; staff there are staff of their organisation's courses. */
  #outlineBeside(number: number, course: number, home: number, outline: Outline): Outline {
    const [{ offering: there }, { offering, population }] = [this.#courses[home]!, this.#courses[course]!];
    const isStaff = outline.kind.name === 'staff' && offering.course.org === there.course.org;
    return population.outlineBeside(number, outline, isStaff);
  }

  /** When somebody acts next, microseconds since 1970; infinite when nobody comes again. */
  get #time(): number {
    return Math.min(this.#present.time, this.#absent.time);
  }

  /** When the next line or action is due, microseconds since 1970; infinite when the run is over. */
  get next(): number {
    const time = Math.min(this.#servers.time, this.#time);
    return time < this.#end ? time : Infinity;
  }

  /**
   * Does what is due next. What a server had still to add comes before new deeds of the same instant.
   *
   * @returns whether there was anything
   */
  step(): boolean {
    const servers = this.#servers.time;
    const people = this.#time;
    if (Math.min(servers, people) >= this.#end) return false;
    if (servers <= people) this.#servers.step();
    else this.#act();
    return true;
  }

  #act(): void {
    const isPresent = this.#present.isBefore(this.#absent);
    const queue = isPresent ? this.#present : this.#absent;
    const entry = queue.first;
    const now = queue.time;
    this.#servers.now = now;
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
