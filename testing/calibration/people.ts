import { SECOND, SESSION_IDLE } from '../../src/base/time.ts';
import { Table, HOUR, type Observer, type Seen, type Syllabus } from './observer.ts';

const PROBLEM = /^(save_problem_|problem_|reset_problem)/;

/** The hour of the day, by GMT. */
const hourOf = (time: number): number => Math.floor(time / HOUR) % 24;

/** One learner, as the log shows it. */
export class Person {
  events = 0;
  /** Days on which there was an event, in order. */
  readonly days: number[] = [];
  daysWithVideo = 0;
  daysWithProblems = 0;
  checks = 0;
  plays = 0;
  /** Problem sets that were tried, by their deadline. */
  readonly sets = new Set<number>();
  /** Weeks in which it did exercises of lectures, which are never due. */
  readonly exercised = new Set<number>();
  readonly chapters = new Set<number>();
  /** Seconds of all sittings. */
  seconds = 0;
  sittings = 0;
  last = -Infinity;
  /** Graded problems that were solved. */
  solved = 0;
  tries = 0;
  readonly agent: string;
  readonly ips = new Set<string>();
  readonly agents = new Set<string>();
  /** Active days by weekday, once the rush of the start is over. */
  readonly weekdays = new Uint32Array(7);
  eventsToday = 0;
  problemsToday = 0;
  videosToday = new Set<string>();

  constructor({ agent }: Seen) {
    this.agent = agent;
  }
}

/** Who is there when, and how much each does. */
export class People implements Observer {
  readonly all = new Map<string, Person>();
  /** Events on each day that somebody was active; events of problems, and videos, on each that had any. */
  readonly dayEvents: number[] = [];
  readonly dayProblems: number[] = [];
  readonly dayVideos: number[] = [];
  /** What browsers sent on one day. */
  readonly agentsOnDay = new Set<string>();
  readonly hours = new Float64Array(24);
  /** Sittings that begin in each hour of a day on which a week of the course begins, but for the first, and of the three days after it. */
  readonly arrivals = { first: new Float64Array(24), next: new Float64Array(24) };
  readonly weekChecks = new Table<number, number[]>(() => [0]);
  readonly byType = new Table<string, number[]>(() => [0]);
  /** Learners active, by day. */
  readonly active = new Table<number, number[]>(() => [0]);
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  see(line: Seen): void {
    const { username, time, day, type, source, page, payload, ip, agent, unasked } = line;
    let person = this.all.get(username);
    if (!person) this.all.set(username, (person = new Person(line)));
    if (person.days.at(-1) !== day) this.#newDay(person, day);
    if (time - person.last > SESSION_IDLE / SECOND) {
      person.sittings += 1;
      if (day >= 7 && day % 7 < 4) this.arrivals[day % 7 === 0 ? 'first' : 'next'][hourOf(time)]! += 1;
    } else person.seconds += time - person.last;
    person.last = time;
    person.ips.add(ip);
    person.agents.add(agent);
    if (day === 9) this.agentsOnDay.add(agent);
    person.events += 1;
    person.eventsToday += 1;
    if (source === 'browser') this.hours[hourOf(time)]! += 1;
    this.byType.at(type)[0]! += 1;
    const chapter = page === null ? undefined : this.#syllabus.pages.get(page)?.chapter;
    if (chapter !== undefined) person.chapters.add(chapter);
    if (PROBLEM.test(type) || type === 'show_answer') person.problemsToday += 1;
    if (type === 'play_video' && !unasked) {
      person.plays += 1;
      person.videosToday.add(payload.id);
    } else if (type === 'save_problem_check') {
      const { due } = this.#syllabus.problems.get(payload.problem_id)!;
      person.checks += 1;
      if (due !== undefined) person.sets.add(due);
      else person.exercised.add(Math.floor(day / 7));
      this.weekChecks.at(Math.floor(day / 7))[0]! += 1;
      if (due !== undefined && payload.success === 'correct') person.solved += 1;
    }
  }

  end(): void {
    for (const person of this.all.values()) this.#endDay(person);
  }

  #newDay(person: Person, day: number): void {
    this.#endDay(person);
    person.days.push(day);
    if (day >= 14) person.weekdays[day % 7]! += 1;
    this.active.at(day)[0]! += 1;
  }

  #endDay(person: Person): void {
    if (person.eventsToday > 0) this.dayEvents.push(person.eventsToday);
    if (person.problemsToday > 0) this.dayProblems.push(person.problemsToday);
    if (person.videosToday.size > 0) this.dayVideos.push(person.videosToday.size);
    person.daysWithProblems += Number(person.problemsToday > 0);
    person.daysWithVideo += Number(person.videosToday.size > 0);
    person.eventsToday = 0;
    person.problemsToday = 0;
    person.videosToday.clear();
  }
}
