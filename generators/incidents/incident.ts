import { hash } from '../../src/base/random/index.ts';
import type { Dialect, RuleId } from '../../src/spec/index.ts';
import type { Learner, Login } from '../learners/learner.ts';
import type { Population } from '../learners/population.ts';
import type { Course, Input, Problem, Task } from '../course/course.ts';
import type { Line } from '../model/line.ts';
import type { MarkedCheck, Platform, Text } from '../model/platform.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import type { SessionContext } from '../model/session-context.ts';

/** Where an incident happens. */
export const FAMILIES = ['platform', 'traffic', 'people'] as const;
export type Family = (typeof FAMILIES)[number];

/** A parameter of an incident: a number from `least` to `most`, or one of some words. */
export interface Parameter {
  readonly about: string;
  readonly unit?: string;
  readonly default: number | string;
  readonly least?: number;
  readonly most?: number;
  /** Whether it is a whole number. */
  readonly whole?: true;
  readonly words?: readonly string[];
}

/** Values of an incident's parameters, all of them. */
export type Values = Readonly<Record<string, number | string>>;

/** An incident of a run: which, when, and how. Plain data, part of the plan. */
export interface PlannedIncident {
  /** Of its own in the run; its random streams are named by it. */
  readonly id: string;
  readonly kind: string;
  /** Microseconds since 1970; it ends with the run at the latest. */
  readonly from: number;
  readonly to: number;
  readonly values: Values;
}

/** Parts of a plan that incidents depend on. */
export interface IncidentPlan {
  readonly seed: string;
  /** The first midnight, microseconds since 1970. */
  readonly start: number;
  readonly days: number;
  readonly dialect: Dialect;
  readonly servers: number;
  readonly site: { readonly hasWorkers: boolean } | undefined;
}

/** A course of the site, as incidents see it. */
export interface CourseHere {
  readonly offering: {
    readonly keySeed: string;
    readonly course: Course;
    readonly start: number;
    readonly isSelfPaced: boolean;
  };
  readonly population: Population;
  readonly platform: Platform;
}

/** Somebody who comes, and what it is to do. */
export interface Visiting {
  readonly visit: Session;
  readonly activity: Activity;
}

/** The pool that an incident happens in, as far as it may change it. */
export interface Scene {
  readonly plan: IncidentPlan;
  readonly incident: PlannedIncident;
  /** The incident, by its index in the plan. */
  readonly index: number;
  /** The pool, and how many there are. */
  readonly pool: number;
  readonly pools: number;
  /** How many servers the pool has when the run begins. */
  readonly servers: number;
  /** How many places for servers the pool ever has; an incident names a server by its place. */
  readonly places: number;
  /** The places where there is a server at a time. */
  there(time: number): readonly number[];
  /** Until when a server would stand in a place that does at a time, were there no incidents; the time itself where none does. */
  standsUntil(place: number, time: number): number;
  /** When the file ends that holds a time of one of its servers; the time itself where there has been none. */
  endOfFile(server: number, time: number): number;
  /** The courses of the site; not there before the first of its people has come. */
  readonly courses: readonly CourseHere[];
  /** Tells the truth that somebody plays a role. */
  takesPart(learner: Learner, role: string): void;
  /**
   * Marks a line as one of the incident, and gives it back.
   *
   * @param reshape changes its text, with its newline, after what other incidents make of it
   */
  marked(line: Line, how: 'written' | 'changed', reshape?: (text: string) => string): Line;
  /** Whether lines of a visit that are written from now on are there because of the incident. */
  owns(visit: SessionContext, isOwn: boolean): void;
  /** Tells the truth that a line is not written. */
  missing(line: Line): void;
  /** Tells the truth that a request was not answered, which writes a line where the dialect logs requests. */
  unanswered(visit: SessionContext): void;
  /** Begins a visit of somebody, as of now. */
  visit(
    learner: Learner,
    login: Login,
    loggedIn: boolean,
    now: number,
    ...address: readonly (string | number)[]
  ): Session;
  /** Somebody comes at a time, beside those who come anyhow. */
  comes(time: number, begin: (now: number) => Visiting): void;
  /** A machine asks, at a time and again: gives the line, and when it asks next, if it does. */
  asks(time: number, ask: (now: number) => { readonly line: Line; readonly next: number }): void;
  /** Something is done at a time that nobody comes for. */
  at(time: number, act: (now: number) => void): void;
  /** When somebody comes again whose visit ends now. */
  returns(visit: SessionContext, time: number): void;
}

/** A pool, as far as it decides which of its machines an incident strikes. */
export type Struck = Pick<Scene, 'plan' | 'incident' | 'pool' | 'pools' | 'places'>;

/** What an incident does in a pool; whatever it does not change, it leaves out. */
export interface Work {
  /** Whether what somebody asks of the site now is not answered. */
  fails?(visit: SessionContext): boolean;
  /** How many times as long as usual servers take at a time. */
  slowness?(time: number): number;
  /**
   * What becomes of a line that a server is to write; undefined where nobody writes it.
   *
   * @param asked when it was asked for what the line tells of: microseconds since 1970
   */
  line?(line: Line, asked: number): Line | undefined;
  /** What becomes of a line on its way to the files: none, one, or several; those of a later time come then. */
  ship?(line: Line): readonly Line[] | Line | undefined;
  /** What becomes of a line as it is written to its file; undefined where it is not. */
  file?(line: Line): Line | undefined;
  /** What somebody hands in for an input of a problem, or for a task, by its key: a program, an essay. Texts are made when they are asked for. */
  text?(visit: SessionContext, what: string, text: Text): Text;
  /** An input with the answer that the site takes for the right one now. */
  key?(visit: SessionContext, problem: Problem, input: Input): Input;
  /** What lines have to do with the incident that tell of an answer to a problem, checked or saved, or to a task. */
  hands?(
    visit: SessionContext,
    what: Problem | Task,
    check: MarkedCheck | undefined,
  ): 'written' | 'changed' | undefined;
  /** The course as somebody finds it who is here now; undefined where it is as it was. */
  course?(learner: Learner, now: number): Course | undefined;
  /** Somebody comes: gives what it does in place of the usual, which it may go on with; undefined to leave it as it is. */
  comes?(visit: Session, usual: Activity): Activity | undefined;
}

/** The role of those who have a part in any incident that people have parts in: people are dealt essays of others, and find threads of theirs. */
export const MET = {
  role: 'met',
  about:
    'is to grade an essay, or looks into the forum where the dialect shows threads, when somebody has a part whose essays and threads it finds: it may find others than it would have found',
} as const;

/** A kind of incident. */
export interface Incident {
  /** Stable; the truth and the command line name it. */
  readonly id: string;
  readonly family: Family;
  /** What happens, in a sentence or two. */
  readonly about: string;
  /** The roles that people play, and what each is. */
  readonly roles: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The rules that lines may break because of it. */
  readonly causes: readonly RuleId[];
  /** The dialects whose lines show it; all unless said. */
  readonly dialects?: readonly Dialect[];
  /** Whether it strikes the machine that stands in a place of a pool; none unless said. */
  strikes?(pool: Struck, place: number): boolean;
  /** Whether it acts on the files of machines, and so needs a run whose machines have files of their own. */
  readonly onFiles?: true;
  /** When it ends, microseconds since 1970, where no parameter says so; with the run, where this does not either. */
  ends?(from: number, dialect: Dialect, values: Values): number;
  begin(scene: Scene): Work;
}

/** When it begins; it has no end, or one of its own. */
export const moment = (at: number): Record<'at', Parameter> => ({
  at: { about: 'when it begins, after the run’s first midnight', unit: 'days', default: at, least: 0, most: 3660 },
});

/** When it begins, and how long it lasts. */
export const spell = (at: number, hours: number): Record<'at' | 'hours', Parameter> => ({
  ...moment(at),
  hours: { about: 'how long it lasts', unit: 'hours', default: hours, least: 0.01, most: 87_840 },
});

/** One of the machines of each pool, or of one. */
export const MACHINE: Readonly<Record<'pool' | 'machine', Parameter>> = {
  pool: { about: 'the pool, from 1; 0 for every one', default: 0, least: 0, most: 500, whole: true },
  machine: { about: 'which of a pool’s servers, from 1', default: 1, least: 1, most: 500, whole: true },
};

/** A share of somebody or something. */
export const share = (about: string, standard: number): Parameter => ({
  about,
  unit: 'share',
  default: standard,
  least: 0,
  most: 1,
});

/** A value that is a number. */
export const numberOf = ({ incident }: Pick<Scene, 'incident'>, name: string): number =>
  incident.values[name] as number;

/** Whether an incident strikes a pool, by its parameter. */
export function strikesPool(scene: Pick<Struck, 'incident' | 'pool'>): boolean {
  const pool = numberOf(scene, 'pool');
  return pool === 0 || pool === scene.pool + 1;
}

/** The machine of a scene’s pool that an incident strikes, by its index in the pool; -1 where it strikes none here. */
export const struck = (scene: Struck): number =>
  strikesPool(scene) ? (numberOf(scene, 'machine') - 1) % scene.places : -1;

/** Whether an incident strikes a machine that strikes one of each pool, or of one. */
export const strikesMachine = (pool: Struck, place: number): boolean => place === struck(pool);

/** Whether a line stands in the log of a worker, which no machine's incident concerns. */
export const isOfWorker = ({ plan: { site, dialect } }: Scene, { common }: Line): boolean =>
  site?.hasWorkers === true && dialect === 'current' && common.fields.ip === '';

/** Whether an incident goes on at a time. */
export const goesOn = ({ incident: { from, to } }: Pick<Scene, 'incident'>, time: number): boolean =>
  time >= from && time < to;

/** Whether a thing of an incident, by its number, is this pool's: each is of one. */
export const isHere = ({ plan: { seed }, incident: { id }, pool, pools }: Scene, number: number): boolean =>
  hash(seed, `${id}/pool`, number) % pools === pool;
