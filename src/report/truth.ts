import { tryJson } from '../line/decode.ts';
import { DAY, parseInstant } from '../base/time.ts';
import { MANIFEST, TRUTH, TRUTH_FOLDER } from '../archive/file-names.ts';
import type { Store } from '../store/store.ts';
import { isObject } from '../base/shape.ts';
import { objectOr, readOrNothing, type RunManifest } from '../validation/run-manifest.ts';
import { readJsonLines } from './run-artifacts.ts';

const WEEK = 7;
/** Entries at most, more than any run has; a file with more is no ground truth of edxgen. */
const MOST_DAYS = 4000;
const MOST_KINDS = 50;
const MOST_COURSES = 100;

/** Figures of one kind of learner, which no line of the logs tells. */
export interface KindTruth {
  readonly kind: string;
  learners: number;
  /** Those of them who dropped out: they would never have come again. */
  dropped: number;
  sessions: number;
  attempts: number;
  solved: number;
  /** Of content, each watched at least once. */
  secondsWatched: number;
  /** By week: who was active, and who was there for the last time. */
  readonly active: number[];
  readonly last: number[];
}

/** Figures of one course of a site. */
export interface CourseTruth {
  readonly course: string;
  /** Lines, but for the load balancer's. */
  readonly events: number;
  /** Those of them who took another course too are learners of both. */
  learners: number;
}

/** Ground truth of a run: what a right analysis of its logs finds; as much of it as a report shows. */
export interface Truth {
  /** Each week's first day, as numbers since 1970. */
  readonly starts: readonly number[];
  readonly learners: number;
  readonly sessions: number;
  /** Sittings as they were, before an idle time parts them. */
  readonly visits: number;
  /** Of people who are logged in. */
  readonly events: number;
  /** The most learners of one day. */
  readonly busiest: number;
  /** Problems that anybody checked; then pairs of learner and problem: checked, right at the first try, right at last. */
  readonly problems: number;
  readonly tried: number;
  readonly correctAtFirst: number;
  readonly solved: number;
  readonly attempts: number;
  /** Pairs of learner and video. */
  readonly viewings: number;
  /** Seconds of content in all runs, and those of what the same learner had watched before. */
  readonly secondsWatched: number;
  readonly secondsAgain: number;
  /** The largest first. */
  readonly kinds: readonly KindTruth[];
  /** The courses of a site; none where there is but one. */
  readonly courses: readonly CourseTruth[];
}

/** Ground truth, or a sentence that says why a file of its name cannot be used. */
export type TruthRead = Truth | { readonly leftOut: string };

/** Error that says in a sentence why the files are no ground truth that can be shown. */
class NoTruth extends Error {}

type Values = Readonly<Record<string, unknown>>;

/** A number that counts or measures something. */
function amount(values: Values, key: string, file: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = values[key];
  if (typeof value !== 'number' || !(value >= 0 && value <= most)) throw new NoTruth(`${file} has no fitting ${key}`);
  return value;
}

const listOf = (values: Values, key: string): Values[] => {
  const list = values[key];
  if (!Array.isArray(list)) throw new NoTruth(`${TRUTH} has no ${key}`);
  return list.map(objectOr);
};

/** Reads the lines of a part; there must be as many as truth.json says. */
async function readPart(
  store: Store,
  lines: Values,
  part: string,
  take: (values: Values, file: string) => void,
): Promise<void> {
  const file = `${TRUTH_FOLDER}/${part}.jsonl`;
  let count = 0;
  let broken: unknown;
  const read = (values: Values) => {
    count += 1;
    try {
      if (broken === undefined) take(values, file);
    } catch (error) {
      broken = error;
    }
  };
  if (!(await store.find(file))) throw new NoTruth(`${file} is missing`);
  await readJsonLines(store.path(file), read);
  if (broken !== undefined) throw broken;
  if (count !== amount(lines, part, TRUTH)) throw new NoTruth(`${file} has another number of lines than ${TRUTH} says`);
}

/** The kinds of learner, made when they are first told of. */
class Kinds {
  readonly all = new Map<string, KindTruth>();
  readonly #weeks: number;

  constructor(weeks: number) {
    this.#weeks = weeks;
  }

  of({ kind }: Values, file: string): KindTruth {
    if (typeof kind !== 'string') throw new NoTruth(`${file} has no fitting kind`);
    const none = () => Array<number>(this.#weeks).fill(0);
    const known = this.all.get(kind) ?? {
      kind,
      learners: 0,
      dropped: 0,
      sessions: 0,
      attempts: 0,
      solved: 0,
      secondsWatched: 0,
      active: none(),
      last: none(),
    };
    this.all.set(kind, known);
    if (this.all.size > MOST_KINDS) throw new NoTruth(`${file} has more than ${MOST_KINDS} kinds of learner`);
    return known;
  }
}

/** Sentence for a ground truth whose manifest is that of another run. */
function checkRun({ seed, dialect }: Values, days: readonly Values[], manifest: RunManifest | undefined): void {
  const found: Values = { seed, dialect, start: days[0]?.['date'], days: days.length };
  const other = Object.entries(manifest?.options ?? {}).find(
    ([option, value]) => option in found && found[option] !== value,
  );
  if (other) throw new NoTruth(`${TRUTH} is of another run than ${MANIFEST}: they differ in ${other[0]}`);
}

/** The courses of a site, by name. */
function coursesIn(told: Values): Map<string, CourseTruth> {
  const courses = told['courses'] === undefined ? [] : listOf(told, 'courses');
  if (courses.length > MOST_COURSES) throw new NoTruth(`${TRUTH} has more than ${MOST_COURSES} courses`);
  return new Map(
    courses.map((values) => {
      const { course } = values;
      if (typeof course !== 'string') throw new NoTruth(`${TRUTH} has no fitting course`);
      const events = listOf(values, 'days').reduce((sum, day) => sum + amount(day, 'events', TRUTH), 0);
      return [course, { course, events, learners: 0 }];
    }),
  );
}

async function truthOf(store: Store, told: Values, manifest: RunManifest | undefined): Promise<Truth> {
  const days = listOf(told, 'days');
  const date = days[0]?.['date'];
  const first = typeof date === 'string' ? Math.floor(parseInstant(`${date.slice(0, 10)}T00:00:00`) / DAY) : NaN;
  if (Number.isNaN(first) || days.length > MOST_DAYS) throw new NoTruth(`${TRUTH} has no fitting days`);
  checkRun(told, days, manifest);
  const starts = Array.from({ length: Math.ceil(days.length / WEEK) }, (_, week) => first + week * WEEK);
  const kinds = new Kinds(starts.length);
  const lines = objectOr(told['lines']);
  const courses = coursesIn(told);
  const sums = {
    visits: 0,
    events: 0,
    tried: 0,
    correctAtFirst: 0,
    solved: 0,
    attempts: 0,
    secondsWatched: 0,
    secondsAgain: 0,
  };

  for (const week of listOf(told, 'weeks')) {
    sums.events += amount(week, 'events', TRUTH);
    const index = Math.ceil(amount(week, 'week', TRUTH, starts.length)) - 1;
    kinds.of(week, TRUTH).active[Math.max(0, index)]! += amount(week, 'learners', TRUTH);
  }
  await readPart(store, lines, 'learners', (learner, file) => {
    const hidden = objectOr(learner['hidden']);
    const kind = kinds.of(hidden, file);
    kind.learners += 1;
    const course = courses.get(String(learner['course']));
    if (course !== undefined) course.learners += 1;
    kind.sessions += amount(learner, 'sessions', file);
    kind.attempts += amount(learner, 'attempts', file);
    kind.solved += amount(learner, 'problemsSolved', file);
    kind.secondsWatched += amount(learner, 'secondsWatched', file);
    sums.visits += amount(hidden, 'visits', file);
    if (hidden['dropOut'] === null) return;
    kind.dropped += 1;
    kind.last[Math.floor(amount(hidden, 'dropOut', file, days.length - 1) / WEEK)]! += 1;
  });
  await readPart(store, lines, 'problems', (problem, file) => {
    sums.tried += amount(problem, 'learners', file);
    sums.correctAtFirst += amount(problem, 'correctAtFirst', file);
    sums.solved += amount(problem, 'correct', file);
    sums.attempts += amount(problem, 'checks', file);
  });
  await readPart(store, lines, 'videos', (video, file) => {
    const again = amount(video, 'again', file);
    sums.secondsWatched += amount(video, 'seconds', file) + again;
    sums.secondsAgain += again;
  });
  return {
    ...sums,
    starts,
    learners: told['people'] === undefined ? amount(lines, 'learners', TRUTH) : amount(told, 'people', TRUTH),
    sessions: amount(lines, 'sessions', TRUTH),
    problems: amount(lines, 'problems', TRUTH),
    viewings: amount(lines, 'watching', TRUTH),
    busiest: Math.max(...days.map((day) => amount(day, 'learners', TRUTH))),
    courses: [...courses.values()],
    kinds: [...kinds.all.values()].sort((a, b) => b.learners - a.learners || (a.kind < b.kind ? -1 : 1)),
  };
}

/**
 * Reads the truth that a run left beside its logs; nothing is taken for granted of it. Memory is bounded by the course and the days.
 *
 * @returns undefined where there is none
 */
export async function readTruth(store: Store, manifest: RunManifest | undefined): Promise<TruthRead | undefined> {
  if (!(await store.find(TRUTH))) return undefined;
  const told = tryJson((await readOrNothing(store, TRUTH)) ?? '');
  try {
    if (!isObject(told)) throw new NoTruth(`${TRUTH} is no JSON object that can be read`);
    return await truthOf(store, told, manifest);
  } catch (error) {
    return { leftOut: error instanceof NoTruth ? error.message : `what ${TRUTH} tells of cannot be read` };
  }
}
