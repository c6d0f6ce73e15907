import type { EncodedCommonFields } from '../../src/line/encoded-common-fields.ts';
import { DAY, HOUR, SESSION_IDLE } from '../../src/base/time.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Course, Problem, Video } from '../course/course.ts';
import { isProgrammed } from '../course/programmed.ts';
import { kindIndex } from '../learners/kinds.ts';
import type { Learner, Login } from '../learners/learner.ts';
import { fullNameOf } from '../learners/full-names.ts';
import type { TruthFiles } from './files.ts';
import { clientText, guessText, learnerLine, sessionText, watchingText } from './lines.ts';
import type { People } from './people.ts';
import { LearnerRecord } from './record.ts';
import {
  binFrom,
  curvesOf,
  noTotals,
  problemsOf,
  videosOf,
  type DayTotals,
  type Totals,
  type TruthPlan,
} from './totals.ts';
import { addRun, lengthOf, unwatched } from './watching.ts';

/** Line that was written, as far as the ground truth needs it. */
export interface WrittenLine {
  /** Whose it is; undefined for the load balancer's. */
  readonly visit: { readonly learner: Learner; readonly login: Login } | undefined;
  readonly common: EncodedCommonFields;
  /** When it was written, microseconds since 1970, and by how many the time that it tells is before that. */
  readonly time: number;
  readonly lag: number;
}

/** Learner of a deed, and its time in microseconds since 1970. */
interface Doer {
  readonly learner: Learner;
  readonly now: number;
}

/** A check of a problem, and whether every answer is right. */
interface Check {
  readonly problem: Problem;
  readonly attempts: number;
  readonly solved: boolean;
  readonly again: boolean;
  readonly isGuess: boolean;
  readonly taught: boolean;
}

/** So long after a learner's last visit all its lines are out: mails are followed within a quarter of an hour, and queues of workers are minutes long. */
const SETTLED = HOUR;

const WEEK = 7;

/** A learner carries its record, so that a line costs no look-up; nobody else knows what it is. */
const recordIn = ({ record }: Learner): LearnerRecord | undefined => record as LearnerRecord | undefined;

/** What ledgers look up of a course. */
interface Content {
  readonly videos: ReadonlyMap<Video, number>;
  /** As JSON. */
  readonly videoIds: readonly string[];
  /** Problems that count for the grade, by their index in the course. */
  readonly graded: ReadonlySet<number>;
}

const contentOf = onceFor((course: Course): Content => {
  const videos = videosOf(course);
  return {
    videos: new Map(videos.map((video, index) => [video, index])),
    videoIds: videos.map(({ id }) => JSON.stringify(id)),
    graded: new Set(
      problemsOf(course).flatMap(({ problem, graded }) => (graded && !isProgrammed(problem) ? [problem.index] : [])),
    ),
  };
});

/**
 * What a pool knows to be true of a course: it listens to the platform, hears of deeds as they are done, not of what is logged of them. Its memory is bounded by
 * the people who may come again.
 */
export class Ledger {
  readonly totals: Totals;
  readonly #plan: TruthPlan;
  /** Its id, as JSON; empty where there is but one course, which nobody has to name. */
  readonly #course: string;
  readonly #people: People | undefined;
  readonly #told: Set<string> | undefined;
  readonly #files: TruthFiles;
  readonly #records = new Map<Learner, LearnerRecord>();
  readonly #content: Content;
  /** Where the curve of each video begins. */
  readonly #curves: readonly number[];
  /** Learners who will not come again, and since when. */
  readonly #gone: { readonly learner: Learner; readonly time: number; readonly dropped: boolean }[] = [];
  #day = 0;
  #dayEnd: number;
  #today: DayTotals;

  /**
   * @param offering the course, by index among the plan's
   * @param people counts those of all courses
   * @param told takes the usernames of those who are told of
   */
  constructor(plan: TruthPlan, files: TruthFiles, offering = 0, people?: People, told?: Set<string>) {
    const { course } = plan.offerings[offering]!;
    this.#plan = plan;
    this.#course = plan.site !== undefined ? JSON.stringify(course.id) : '';
    this.#people = people;
    this.#told = told;
    this.#files = files;
    this.totals = noTotals(course, plan.days);
    this.#content = contentOf(course);
    this.#curves = curvesOf(course);
    this.#dayEnd = plan.start + DAY;
    this.#today = this.totals.days[0]!;
  }

  /** A line is written; lines come in that order. This is done for each, so that what changes by the day only is kept at hand. */
  line({ visit, common, time: written, lag }: WrittenLine): void {
    const time = written - lag;
    if (time >= this.#dayEnd || time < this.#dayEnd - DAY) this.#turnDay(time);
    this.#today.events += 1;
    if (visit === undefined || common.fields.username === '') return;
    const { learner } = visit;
    const record = this.#recordOf(learner);
    if (record.lastDay !== this.#day) this.#beginDay(learner, record);
    if (record.visits !== learner.visits) this.#beginVisit(visit, record, time);
    if (time - record.last > SESSION_IDLE) {
      this.#endSitting(learner, record);
      record.week!.sittings += 1;
      record.start = time;
    } else if (time < record.start) record.start = time;
    record.week!.events += 1;
    if (time > record.last) record.last = time;
    record.sittingEvents += 1;
  }

  /** A line is not written, since it is too long. */
  drops(): void {
    this.totals.dropped += 1;
  }

  /** A video starts to play; alone, where nobody wants it. */
  plays({ learner }: Doer, video: Video, alone: boolean): void {
    const index = this.#content.videos.get(video)!;
    const { viewers, plays } = this.totals.videos;
    const watched = this.#recordOf(learner).watched(index, unwatched);
    if (watched.plays === 0) viewers[index]! += 1;
    watched.plays += 1;
    if (alone) watched.alone += 1;
    plays[index]! += 1;
  }

  /** A run of a video is over that began at a time: its content from one second to another was watched. */
  watched({ learner }: Doer, video: Video, began: number, from: number, to: number): void {
    const index = this.#content.videos.get(video)!;
    const { seconds, again, seen, played } = this.totals.videos;
    const curve = this.#curves[index]!;
    const record = this.#recordOf(learner);
    const watched = record.watched(index, unwatched);
    const fresh = addRun(watched.seen, from, to);
    watched.seconds += to - from;
    seconds[index]! += to - from;
    again[index]! += to - from - lengthOf(fresh);
    played[curve + binFrom(from)]! += 1;
    played[curve + binFrom(to)]! -= 1;
    for (let part = 0; part < fresh.length; part += 2) {
      seen[curve + binFrom(fresh[part]!)]! += 1;
      seen[curve + binFrom(fresh[part + 1]!)]! -= 1;
    }
    const week = Math.floor((began - this.#plan.start) / (WEEK * DAY));
    this.totals.weeks[week]![record.kind]!.secondsWatched += to - from;
  }

  /** A problem is checked for the so-many-th time; the log says so at a time. */
  checks({ learner }: Doer, { problem, attempts, solved: right, again, isGuess, taught }: Check, time: number): void {
    const { index } = problem;
    // Marks of programs come later: the log tells of them by what it finds at the next check, if there is one.
    const solved = right && !isProgrammed(problem);
    const record = this.#recordOf(learner);
    const totals = this.totals.problems;
    const histogram = totals.attempts[index]!;
    const week = this.totals.weeks[Math.floor((time - this.#plan.start) / (WEEK * DAY))]![record.kind]!;
    while (histogram.length < attempts) histogram.push(0);
    histogram[attempts - 1]! += 1;
    if (attempts > 1) histogram[attempts - 2]! -= 1;
    else {
      totals.learners[index]! += 1;
      record.tried += 1;
      totals.correctAtFirst[index]! += Number(solved);
      totals.taught[index]! += Number(taught);
      totals.correctTaught[index]! += Number(taught && solved);
    }
    if (isGuess && learner.username !== '')
      this.#files.guesses.writeText(guessText(JSON.stringify(learner.username), this.#course, problem, time));
    totals.checks[index]! += 1;
    week.checks += 1;
    record.checks += 1;
    if (!solved || again) return;
    totals.correct[index]! += 1;
    week.solved += 1;
    record.solved += 1;
    if (this.#content.graded.has(index)) record.credit += 1;
  }

  /** A page of the book is looked at; turned to, unless the book was just opened. */
  reads({ learner }: Doer, page: number, turned: boolean): void {
    const record = this.#recordOf(learner);
    record.pages.add(page);
    record.turns += Number(turned);
  }

  /** A learner's visit ended after which none will come in the run, since it dropped out or the run is over. */
  endVisit(learner: Learner, time: number, dropped: boolean): void {
    this.#gone.push({ learner, time, dropped });
    while (this.#gone[0]!.time < time - SETTLED) this.#forget();
  }

  /** The run is over. */
  close(): void {
    while (this.#gone.length > 0) this.#forget();
    for (const learner of this.#records.keys()) this.#tell(learner, false);
  }

  #recordOf(learner: Learner): LearnerRecord {
    return recordIn(learner) ?? this.#newRecord(learner);
  }

  #newRecord(learner: Learner): LearnerRecord {
    const record = new LearnerRecord(kindIndex(learner.kind.name));
    learner.record = record;
    this.#records.set(learner, record);
    return record;
  }

  #turnDay(time: number): void {
    this.#day = Math.floor((time - this.#plan.start) / DAY);
    this.#dayEnd = this.#plan.start + (this.#day + 1) * DAY;
    this.#today = this.totals.days[this.#day]!;
  }

  #beginDay(learner: Learner, record: LearnerRecord): void {
    this.#people?.sees(learner.home, this.#day);
    const week = this.totals.weeks[Math.floor(this.#day / WEEK)]![record.kind]!;
    this.#today.learners += 1;
    if (record.week !== week) week.learners += 1;
    record.week = week;
    record.days += 1;
    record.lastDay = this.#day;
  }

  /** The browser may have another version by now, and the computer another address. */
  #beginVisit({ learner, login }: NonNullable<WrittenLine['visit']>, record: LearnerRecord, time: number): void {
    record.visits = learner.visits;
    if (record.address === login.address && record.agent === login.agent) return;
    record.address = login.address;
    record.agent = login.agent;
    this.#files.clients.writeText(clientText(JSON.stringify(learner.username), this.#course, time, login));
  }

  #endSitting(learner: Learner, record: LearnerRecord): void {
    if (record.sittingEvents === 0) return;
    record.sittings += 1;
    record.events += record.sittingEvents;
    record.time += record.last - record.start;
    this.#files.sessions.writeText(sessionText(JSON.stringify(learner.username), this.#course, record));
    record.sittingEvents = 0;
  }

  #forget(): void {
    const { learner, dropped } = this.#gone.shift()!;
    this.#tell(learner, dropped);
  }

  #tell(learner: Learner, dropped: boolean): void {
    const record = recordIn(learner);
    if (record === undefined || learner.username === '') return;
    this.#endSitting(learner, record);
    this.#told?.add(learner.username);
    const name = JSON.stringify(learner.username);
    for (const [index, watched] of record.videos ?? [])
      this.#files.watching.writeText(watchingText(name, this.#course, this.#content.videoIds[index]!, watched));
    const { name: fullName } = fullNameOf(this.#plan.seed, learner.number, learner.country.names, learner.username);
    this.#files.learners.write(
      learnerLine(learner, this.#course, record, dropped, this.#content.graded.size, fullName),
    );
    this.#records.delete(learner);
  }
}
