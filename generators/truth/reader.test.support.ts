/** The truth as lines alone tell it: an analysis of its own, which shares nothing with what the simulation counts. */
import type { Course } from '../course/course.ts';
import type { Entry } from '../../testing/causality/entry.test.support.ts';

const SECOND = 1e6;
const DAY = 86_400 * SECOND;
const IDLE = 1800 * SECOND;

/** Nobody comes back sooner [presets, calendar.soonest], but on another device. */
const AWAY = 1200 * SECOND;
/** What a player tells though its user does nothing, and the pause that ends a long run. */
const PLAYS_ON = /^(?:pause_video|complete_video|edx\.completion\..*|.*\/(?:publish_completion|save_user_state))$/;

interface Run {
  readonly began: number;
  readonly from: number;
  readonly to: number;
  /** Whether a pause says where it ended. */
  readonly paused: boolean;
  /** Whether lines say so at all: whoever is not heard of for so long may have left at any time before. */
  readonly told: boolean;
}

interface Session {
  readonly start: number;
  end: number;
  events: number;
}

export class Person {
  readonly sessions: Session[] = [];
  readonly days = new Set<number>();
  events = 0;
  readonly tried = new Map<string, { attempts: number; solved: boolean; first: boolean }>();
  readonly runs = new Map<string, Run[]>();
  readonly plays = new Map<string, number>();
  /** Events, sessions begun, checks and solved problems, by week. */
  readonly weeks = new Map<number, { events: number; sittings: number; checks: number; solved: number }>();
  readonly pages = new Set<number>();
  turns = 0;
  /** What its browser sent last. */
  agent: string | undefined;
  /** What plays, by its page. */
  readonly playing = new Map<string, Playing>();
}

interface Playing {
  readonly id: string;
  readonly time: number;
  readonly at: number;
  readonly speed: number;
  /** Whether another page has told of something since. */
  elsewhere: boolean;
}

function lengthsOf({ chapters }: Course): ReadonlyMap<string, number> {
  const elements = chapters.flatMap(({ sequences }) => sequences.flatMap((sequence) => sequence.elements));
  return new Map(elements.flatMap(({ video }) => (video ? [[video.id, video.seconds] as const] : [])));
}

const gradedOf = ({ chapters }: Course): ReadonlySet<string> =>
  new Set(
    chapters
      .flatMap(({ sequences }) => sequences)
      .filter(({ due }) => due !== undefined)
      .flatMap(({ elements }) => elements.flatMap(({ problems }) => problems))
      .filter(({ inputs }) => inputs.every(({ kind }) => kind !== 'code'))
      .map(({ location }) => location),
  );

/** What of a line the reader looks at. */
export type Read = Pick<Entry, 'username' | 'time' | 'type' | 'payload' | 'page' | 'cut' | 'agent'>;

/** Reads the lines of a run in time order. */
export class Reader {
  readonly people = new Map<string, Person>();
  readonly dayEvents: number[] = [];
  readonly dayLearners: Set<string>[] = [];
  readonly #start: number;
  readonly #lengths: ReadonlyMap<string, number>;
  readonly #graded: ReadonlySet<string>;

  constructor(start: number, course: Course) {
    this.#start = start;
    this.#lengths = lengthsOf(course);
    this.#graded = gradedOf(course);
  }

  read({ username, time, type, payload, page, cut, agent }: Read): void {
    if (type === '/heartbeat') return;
    const day = Math.floor((time - this.#start) / DAY);
    this.dayEvents[day] = (this.dayEvents[day] ?? 0) + 1;
    if (username === '') return;
    (this.dayLearners[day] ??= new Set()).add(username);
    const person = this.people.get(username) ?? new Person();
    this.people.set(username, person);
    person.events += 1;
    person.days.add(day);
    const week = person.weeks.get(Math.floor(day / 7)) ?? { events: 0, sittings: 0, checks: 0, solved: 0 };
    person.weeks.set(Math.floor(day / 7), week);
    week.events += 1;
    const session = person.sessions.at(-1);
    const away = session !== undefined && (time - session.end >= AWAY || (agent ?? person.agent) !== person.agent);
    person.agent = agent ?? person.agent;
    if (away && !PLAYS_ON.test(type)) for (const open of person.playing.keys()) this.#endRun(person, open, time, false);
    if (page?.startsWith('http'))
      for (const [open, playing] of person.playing) if (open !== page) playing.elsewhere = true;
    if (session && time - session.end <= IDLE) {
      session.end = time;
      session.events += 1;
    } else {
      person.sessions.push({ start: time, end: time, events: 1 });
      week.sittings += 1;
    }
    if (cut) return;
    if (type === 'save_problem_check' || (type === 'problem_check' && payload.attempts !== undefined)) {
      const known = person.tried.get(payload.problem_id);
      const solved = payload.success === 'correct';
      person.tried.set(payload.problem_id, { attempts: payload.attempts, solved, first: known?.first ?? solved });
      week.checks += 1;
      week.solved += Number(solved && !known?.solved);
    } else if (type === 'play_video') {
      this.#endRun(person, page!, time);
      const speed = Number(payload.speed);
      person.playing.set(page!, { id: payload.id, time, at: payload.currentTime, speed, elsewhere: false });
      person.plays.set(payload.id, (person.plays.get(payload.id) ?? 0) + 1);
    } else if (type === 'pause_video') {
      const playing = person.playing.get(page!);
      // Who was away for long may only have listened: where that run ended is not told any more.
      if (!playing) return;
      const { at, time: began } = playing;
      person.playing.delete(page!);
      this.#addRun(person, payload.id, { began, from: at, to: payload.currentTime, paused: true, told: true });
    } else if (type === 'book') {
      person.turns += 1;
      this.#lookAt(person, page!);
      person.pages.add(Number(payload.new));
    } else if (type.startsWith('seq_')) {
      // What plays is out of sight: it was never asked for.
      this.#endRun(person, page!, time);
    } else if (type === 'page_close') {
      this.#endRun(person, page!, time, true);
      this.#lookAt(person, page!);
    }
  }

  /** The share of graded problems that somebody has solved. */
  grade({ tried }: Person): number {
    const solved = [...tried].filter(([problem, trial]) => trial.solved && this.#graded.has(problem)).length;
    return Math.round((solved / this.#graded.size) * 10_000) / 10_000;
  }

  #lookAt(person: Person, page: string): void {
    const number = /\/book\/0\/(\d+)$/.exec(page)?.[1];
    if (number !== undefined) person.pages.add(Number(number));
  }

  /**
   * A run that no pause ended: it went on until its page was left, or the video was over. Where something else came between, the page may have been left then and
   * opened anew, and nothing says when.
   */
  #endRun(person: Person, page: string, time: number, isTold = true): void {
    const playing = person.playing.get(page);
    if (!playing) return;
    const { id, at, time: began, speed, elsewhere } = playing;
    person.playing.delete(page);
    // Of a tab that somebody left for another one nobody knows how long it was listened to.
    const told = isTold && !elsewhere;
    const to = Math.min(this.#lengths.get(id)!, at + ((time - began) / SECOND) * speed);
    this.#addRun(person, id, { began, from: at, to, paused: false, told });
  }

  #addRun(person: Person, id: string, run: Run): void {
    const runs = person.runs.get(id) ?? [];
    runs.push(run);
    person.runs.set(id, runs);
  }
}

/** Seconds of content that runs cover together, by sorting them. */
export function covered(runs: readonly Run[]): number {
  let seconds = 0;
  let reached = -1;
  for (const { from, to } of runs.toSorted((a, b) => a.from - b.from)) {
    seconds += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return seconds;
}
