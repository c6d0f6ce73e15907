import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { SECOND } from '../../src/base/time.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Notes } from '../incidents/notes.ts';
import { SOON } from '../model/latency.ts';
import type { Line } from '../model/line.ts';
import type { EventSink, Platform } from '../model/platform.ts';
import type { SessionContext } from '../model/session-context.ts';
import { platformOf } from '../platform/index.ts';
import type { Ledger } from '../truth/ledger.ts';
import { isWritten } from '../truth/totals.ts';
import { DelayedEvents } from './delayed-events.ts';
import { machinesOf, Places } from './fleet.ts';
import { HealthChecks } from './health-checks.ts';
import type { Log } from './log.ts';
import type { Offering } from './offering.ts';
import { courseOf, OwnLog } from './own-log.ts';
import { peopleOf, type People } from './people.ts';
import { endOf, serversOf, type Plan } from './plan.ts';
import { Stage } from './stage.ts';
import { Strangers } from './strangers.ts';

/** Counts over the lines of a pool. */
export interface Tally {
  learners: number;
  sessions: number;
}

/** A course as a pool has it: who takes it, when they come, and what the site logs of them. */
export interface CourseHere extends People {
  readonly offering: Offering;
  readonly platform: Platform;
  readonly ledger: Ledger | undefined;
  /** Whether its lines are written. */
  readonly isWritten: boolean;
}

/** A pool's servers: what they write of people's deeds, at once or later, and what nobody's deed is behind. */
export class Servers implements EventSink {
  readonly tally: Tally = { learners: 0, sessions: 0 };
  readonly courses: readonly CourseHere[];
  readonly stage: Stage | undefined;
  /** The time of people's last deed, microseconds since 1970. */
  now = 0;
  readonly #plan: Plan;
  readonly #log: Pick<Log, 'line'>;
  readonly #end: number;
  readonly #servers: number;
  /** Where machines stand, when; undefined where all stay. */
  readonly #places: Places | undefined;
  readonly #delayed = new DelayedEvents();
  readonly #healthChecks: HealthChecks | undefined;
  /** Whether what is written is an organisation's, or divided among them. */
  readonly #isByOrganisation: boolean;
  readonly #strangers: Strangers | undefined;

  /**
   * @param index of the pool, among those of the plan
   * @param log takes the lines
   * @param ledgers keep the truth, one for each course
   * @param notes keep that of incidents
   */
  constructor(plan: Plan, index: number, log: Log, ledgers: readonly Ledger[], notes: Notes | undefined) {
    this.#plan = plan;
    this.#end = endOf(plan);
    const machines = machinesOf(plan, index);
    this.#servers = serversOf(index, plan.servers).length;
    const isSteady = machines.every(({ from, to }) => from === plan.start && to === Infinity);
    this.#places = isSteady ? undefined : new Places(machines);
    const { incidents } = plan;
    this.#isByOrganisation = plan.site?.org !== undefined || plan.packaging === 'package';
    const isOwn = this.#isByOrganisation ? (course: number) => this.#isOwn(this.courses[course]) : undefined;
    const own = new OwnLog(log, { of: (line) => courseOf(line, this.courses), isOwn }, notes);
    this.stage = incidents && new Stage({ ...plan, incidents }, index, this.#servers, own, notes);
    this.#log = this.stage?.delivered ?? log;
    const people = peopleOf(plan);
    this.courses = plan.offerings.map((offering, course) => {
      const written = isWritten(plan, offering.course);
      const ledger = written ? ledgers[course] : undefined;
      const platform = new (platformOf(plan))(this, ledger);
      return {
        offering,
        ...people[course]!,
        platform: this.stage?.unsteady(platform) ?? platform,
        ledger,
        isWritten: written,
      };
    });
    const isChecked = plan.site?.org === undefined || this.stage?.cutsFiles === true;
    this.#healthChecks = plan.heartbeats !== 'none' && isChecked ? new HealthChecks(plan, machines) : undefined;
    // Of today's runs those of a site alone have them.
    const isAsked = plan.dialect === 'deployed' || (plan.dialect === 'current' && plan.site !== undefined);
    this.#strangers = isAsked ? new Strangers(plan, index, this.#servers) : undefined;
    this.stage?.begin(
      this.courses,
      (line) => this.#give(line),
      (line) => this.#placed(line),
    );
  }

  /** How many servers answer now. */
  get servers(): number {
    return this.#places === undefined ? this.#servers : this.#places.at(this.now).length;
  }

  /** When there is something to write, or an incident has something to do: microseconds since 1970; infinite when there is none. */
  get time(): number {
    return Math.min(
      this.#delayed.time,
      this.stage?.time ?? Infinity,
      this.#strangers?.time ?? Infinity,
      this.#healthChecks?.time ?? Infinity,
    );
  }

  /** Does what is due next; there must be something. What was still to be added comes first. */
  step(): void {
    const { time } = this;
    if (this.#delayed.time === time) return this.#give(this.#delayed.take());
    if (this.stage?.time === time) return this.stage.step();
    const isAsked = this.#strangers?.time === time;
    const due = this.#due(isAsked ? this.#placed(this.#strangers!.take()) : this.#healthChecks!.take());
    if (due === undefined) return;
    if (isAsked) this.#give(due);
    // Whether a server is well no course's truth tells.
    else this.#log.line(due);
  }

  /** Whether lines of a course, or of none, are written: what is nobody's, and names no course, is no organisation's. */
  #isOwn(course: CourseHere | undefined): boolean {
    return course ? course.isWritten : !this.#isByOrganisation;
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

  /** What incidents make of a line; undefined where nobody writes it. */
  #due(line: Line): Line | undefined {
    return this.stage === undefined ? line : this.stage.line(line);
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
    const slowed = this.stage?.slowed(type, visit.now, delay - lag) ?? 0;
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
    const due = this.#due(line);
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
    const index = courseOf(line, this.courses);
    const course = index < 0 ? undefined : this.courses[index];
    if (!this.#isOwn(course)) {
      // Where a file is cut, all that is to stand in it decides.
      if (this.stage?.cutsFiles) this.#log.line(line);
      return;
    }
    const isLogged = this.#log.line(line);
    // The first course's truth has what names none.
    const { ledger } = course ?? this.courses[0]!;
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
}
