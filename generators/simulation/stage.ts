import { stream } from '../../src/base/random/index.ts';
import type { EventType } from '../../src/spec/index.ts';
import type { Course } from '../course/course.ts';
import type { CourseHere, PlannedIncident, Scene, Work } from '../incidents/incident.ts';
import { arriving, nextStep, Unanswered, type Underway } from '../incidents/interruption.ts';
import type { Notes } from '../incidents/notes.ts';
import type { Learner, Login } from '../learners/learner.ts';
import { SOON } from '../model/latency.ts';
import type { Line } from '../model/line.ts';
import type { Platform } from '../model/platform.ts';
import { Running, type Activity } from '../model/activity.ts';
import { Session } from '../model/session.ts';
import type { SessionContext } from '../model/session-context.ts';
import { intercept } from './intercept.ts';
import { Cast } from './cast.ts';
import { Delivery } from './delivery.ts';
import { byTime, machinesOf, placeCount, Places, type Machine } from './fleet.ts';
import { endsOf } from './rotation.ts';
import { Parts } from './parts.ts';
import { endOf, poolCount, type Plan } from './plan.ts';
import type { Log } from './log.ts';
import { Handing } from './handing.ts';
import { answersLate, waitsFor } from './slowness.ts';
import { Works, type Does } from './works.ts';

/** What browsers tell of that waits for a server: the next page, a video in it, or marks. */
const WAIT = ['page_close', 'problem_graded', 'load_video'];

/** Deeds that the site has to answer, by their names; what else is done, browsers do and tell of. */
const ASKED = [
  'open',
  'move',
  'check',
  'checkRefused',
  'save',
  'reset',
  'resetRefused',
  'showAnswer',
  'showPrompt',
  'submitEssay',
  'openBook',
  'goToPage',
  'turnPage',
  'post',
] as const satisfies readonly (keyof Platform)[];

/** A pool's incidents: stands between its people, its platform and its log, where there are any. */
export class Stage {
  readonly #plan: Plan;
  readonly #pool: number;
  readonly #log: Log;
  readonly #servers: number;
  readonly #machines: readonly Machine[];
  readonly #places: Places;
  /** Takes the lines, by way of whoever delivers them. */
  readonly delivered: Pick<Log, 'line'>;
  /** Whether what becomes of a line may depend on those that stand before it in its file. */
  readonly cutsFiles: boolean;
  #courses: readonly CourseHere[] = [];
  /** What can be asked of them, of the first incident on. */
  readonly #fails: readonly Does<'fails'>[];
  /** When the first of them begins, and the last is over. */
  readonly #failsFrom: number;
  readonly #failsUntil: number;
  readonly #slowness: readonly NonNullable<Work['slowness']>[];
  readonly #lines: readonly NonNullable<Work['line']>[];
  readonly #comes: readonly NonNullable<Work['comes']>[];
  readonly #handing: Handing;
  readonly #revisions: readonly NonNullable<Work['course']>[];
  readonly #cast: Cast;
  readonly #delivery: Delivery;
  #write: (line: Line) => void = () => {};
  #placed: (line: Line) => Line = (line) => line;
  readonly #returns = new WeakMap<SessionContext, number>();
  readonly #parts: Parts;

  constructor(
    plan: Plan & { readonly incidents: readonly PlannedIncident[] },
    pool: number,
    servers: number,
    log: Log,
    notes: Notes | undefined,
  ) {
    this.#plan = plan;
    this.#pool = pool;
    this.#servers = servers;
    this.#machines = machinesOf(plan, pool);
    this.#places = new Places(this.#machines);
    this.#log = log;
    const end = endOf(plan);
    this.#parts = new Parts(plan, notes);
    this.#cast = new Cast(
      end,
      ({ visit, activity }) => ({ visit, running: new Running(arriving(visit, activity)) }),
      (underway) => this.next(underway),
      (line) => {
        const due = this.line(this.#placed(line));
        if (due) this.#write(due);
      },
    );
    const works = new Works(plan.incidents.map((incident, index) => this.#scene(incident, index)));
    this.#fails = works.byScene('fails');
    this.#failsFrom = Math.min(...this.#fails.map(({ scene }) => scene.incident.from));
    this.#failsUntil = Math.max(...this.#fails.map(({ scene }) => scene.incident.to));
    this.#handing = new Handing(works);
    this.#slowness = works.all('slowness');
    this.#lines = works.all('line');
    this.#delivery = new Delivery(works, log, end);
    this.cutsFiles = this.#delivery.cutsFiles;
    this.delivered = this.#delivery.isUsual ? log : this.#delivery;
    this.#comes = works.all('comes');
    this.#revisions = works.all('course');
  }

  /**
   * The pool is made.
   *
   * @param courses that it has
   * @param write takes lines of nobody's visit
   * @param placed lets a machine write one that is there
   */
  begin(courses: readonly CourseHere[], write: (line: Line) => void, placed: (line: Line) => Line): void {
    this.#courses = courses;
    this.#write = write;
    this.#placed = placed;
  }

  /** A platform whose deeds may not be answered, or have to do with incidents. */
  unsteady(platform: Platform): Platform {
    this.#handing.watch(platform);
    if (this.#fails.length > 0) this.#cast.enters(this.#failsFrom, { act: () => this.#mayFail(platform) });
    return platform;
  }

  /** The course as somebody finds it now, where incidents have changed it. */
  course(learner: Learner, now: number): Course | undefined {
    let found: Course | undefined;
    for (const revised of this.#revisions) found = revised(learner, now) ?? found;
    return found;
  }

  /** When something of an incident is due, microseconds since 1970. */
  get time(): number {
    return Math.min(this.#delivery.time, this.#cast.time);
  }

  /** Does what is due. */
  step(): void {
    if (this.#delivery.time <= this.#cast.time) this.#delivery.step();
    else this.#cast.step();
  }

  /** What somebody does who comes now. */
  activity(visit: Session, usual: Activity): Activity {
    this.#equip(visit);
    let activity = usual;
    for (const comes of this.#comes) activity = comes(visit, activity) ?? activity;
    return arriving(visit, activity);
  }

  /** Does the next step of what somebody is about. */
  next(underway: Underway): IteratorResult<number, void> {
    return nextStep(underway, this.#unanswered);
  }

  /** When somebody comes again whose visit has ended; undefined where that is as usual. */
  returns(visit: SessionContext): number | undefined {
    return this.#returns.get(visit);
  }

  /**
   * What becomes of a line that a server is to write; undefined where nobody writes it.
   *
   * @param line whose time is without what slows the servers
   */
  line(line: Line): Line | undefined {
    const asked = line.visit === undefined || line.time - line.visit.now > SOON ? line.time : line.visit.now;
    const marks = line.visit?.marks;
    if (marks) line.marks = marks;
    let due: Line | undefined = line;
    for (const change of this.#lines) {
      due = change(due, asked);
      if (due === undefined) return undefined;
    }
    return due;
  }

  /** By how many microseconds a line comes later that was asked for now, and is due after a delay. */
  slowed({ source, name }: EventType, now: number, delay: number): number {
    if (this.#slowness.length === 0 || delay <= 0) return 0;
    // What a browser tells of waits for what it has asked for, however late that comes anyhow.
    if (source === 'browser' && !WAIT.includes(name)) return 0;
    let times = 1;
    for (const slowness of this.#slowness) times *= slowness(now);
    return source === 'browser' ? waitsFor(delay, times) : answersLate(delay, times);
  }

  /** Lets a platform's deeds fail, as long as something fails: to ask each time costs a run a twentieth. */
  #mayFail(platform: Platform): void {
    const answerAgain = intercept(platform, ASKED, (deed) => (visit, ...more) => {
      this.#ask(visit, more[0]);
      return deed(visit, ...more);
    });
    this.#cast.enters(this.#failsUntil, { act: answerAgain });
  }

  #ask(visit: SessionContext, place: unknown): void {
    const failure = this.#unanswered(visit);
    if (failure === undefined) return;
    // Who logs in is in when the page after it comes.
    if (place === 'dashboard') visit.loggedIn = false;
    throw failure;
  }

  readonly #unanswered = (visit: SessionContext): Unanswered | undefined => {
    for (const { scene, does } of this.#fails)
      if (does(visit)) return new Unanswered(scene, scene.incident.values['complains'] as number);
    return undefined;
  };

  #scene(incident: PlannedIncident, index: number): Scene {
    const coursesHere = () => this.#courses;
    const mark = {
      written: { incident: index, how: 'written' },
      changed: { incident: index, how: 'changed' },
    } as const;
    const alone = { written: [mark.written], changed: [mark.changed] } as const;
    return {
      plan: this.#plan,
      incident,
      index,
      pool: this.#pool,
      pools: poolCount(this.#plan.servers),
      servers: this.#servers,
      places: placeCount(this.#machines),
      there: (time) => this.#places.at(time),
      standsUntil: (server, time) =>
        machinesOf({ ...this.#plan, incidents: [] }, this.#pool).find(
          ({ place, from, to }) => place === server && from < time && time < to,
        )?.to ?? time,
      endOfFile: (server, time) => {
        const machine = byTime(this.#machines).findLast(({ place, from }) => place === server && from <= time);
        return machine === undefined ? time : endsOf(this.#plan, machine.number)(time);
      },
      get courses() {
        return coursesHere();
      },
      takesPart: (learner, role) => this.#parts.take(index, learner, role),
      marked: (line, how, reshape) => {
        line.marks = line.marks === undefined ? alone[how] : [...line.marks, mark[how]];
        const before = line.reshape;
        if (reshape) line.reshape = before ? (text) => reshape(before(text)) : reshape;
        return line;
      },
      owns: (visit, isOwn) => {
        const others = (visit.marks ?? []).filter((each) => each.incident !== index);
        const marks = isOwn ? [...others, mark.written] : others;
        visit.marks = marks.length > 0 ? marks : undefined;
      },
      missing: (line) => this.#log.missing?.(line, index),
      unanswered: (visit) => {
        if (this.#plan.dialect !== 'documented') this.#log.missing?.({ server: 0, time: visit.now, visit }, index);
      },
      visit: (learner, login, loggedIn, now, ...address) =>
        this.#visit(incident.id, learner, login, loggedIn, now, address),
      comes: (time, begin) => this.#cast.enters(time, { begin, underway: undefined }),
      asks: (time, ask) => this.#cast.enters(time, { ask }),
      at: (time, act) => this.#cast.enters(time, { act }),
      returns: (visit, time) => this.#returns.set(visit, time),
    };
  }

  #visit(
    id: string,
    learner: Learner,
    login: Login,
    loggedIn: boolean,
    now: number,
    address: readonly (string | number)[],
  ): Session {
    const { seed } = this.#plan;
    const { offering, population, platform } = this.#courses[learner.offering]!;
    const { start } = offering;
    const course = this.course(learner, now) ?? offering.course;
    const random = stream(seed, 'incident', id, ...address);
    const networkRandom = stream(seed, 'incident', id, ...address, 'wire');
    const visit = new Session(
      { course, population, start, learner, login, loggedIn, random, networkRandom, now },
      platform,
    );
    this.#equip(visit);
    return visit;
  }

  /** Lets incidents act on what somebody does in a visit. */
  #equip(visit: Session): void {
    this.#handing.equip(visit);
    visit.meets = (what, lowest = 0) => this.#parts.meet(visit.learner, what, lowest);
  }
}
