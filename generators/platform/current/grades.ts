/** What follows from points: the platform hands them to the grade book, and a worker works out what they mean. */
import { lognormal } from '../../../src/base/random/index.ts';
import { DAY, SECOND, formatOffset } from '../../../src/base/time.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Course, Sequence } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { secondIn } from '../object-ids.ts';
import { base64Of, hexOf, newUuid } from './ids.ts';
import type { Block, Lines } from './lines.ts';
import { gradeOf, partOf, standingOf } from './standing.ts';
import { backlog, taskTime } from './workers.ts';

/** Whoever has half of the points passes. */
const PASSES = 0.5;
const GRADE = 'Pass';

const SUBMITTED = events.problemSubmitted.name;
/** [grades/events.py] What begins it where a problem is rescored. */
const RESCORED = 'edx.grades.problem.rescored';

/** As Python's str() writes a time. */
const printed = (time: number): string => formatOffset(time).replace('T', ' ');

/** When the course's team last edited a part: in the weeks before the course. */
const editedAt = (start: number, what: string): number =>
  start - 5 * DAY - Math.floor((parseInt(hexOf(what, 12), 16) / 16 ** 12) * 30 * DAY);

/** What came of a deed that has points, and where. */
export interface Scored {
  readonly block: Block;
  readonly sequence: Sequence;
  readonly referer: string;
  readonly path: string;
  readonly earned: number;
  readonly possible: number;
}

/** Microseconds from the grade book's turn to the worker's: its countdown. */
const COUNTDOWN = 2e6;

/** Logs that points are handed in, and later what the worker makes of them. */
export function submit(lines: Lines, visit: SessionContext, scored: Scored, delay: number): void {
  const { course, learner, networkRandom: random } = visit;
  const { block, referer, path, sequence, earned: weighted_earned, possible } = scored;
  const standing = standingOf(learner);
  const transaction = { event_transaction_id: newUuid(random), event_transaction_type: SUBMITTED };
  const whose = { user_id: String(learner.accountNumber), course_id: course.id };
  standing.score(course, partOf(course, sequence), block.location, weighted_earned);
  const { location } = sequence;
  if (!standing.attempted.has(location)) standing.attempted.set(location, visit.now + delay);
  lines.handler(
    visit,
    referer,
    path,
    block,
    events.problemSubmitted,
    {
      ...whose,
      problem_id: block.location,
      ...transaction,
      weighted_earned,
      weighted_possible: possible,
    },
    delay,
  );
  work(lines, visit, sequence, whose, transaction, delay + COUNTDOWN);
}

/** Logs what the worker makes of points that an instructor has had counted anew: the learner asks for nothing. */
export function regrade(
  lines: Lines,
  visit: SessionContext,
  { location }: Block,
  sequence: Sequence,
  weighted_earned: number,
): void {
  const { course, learner, networkRandom: random } = visit;
  const standing = standingOf(learner);
  if (!standing.attempted.has(sequence.location)) return;
  standing.score(course, partOf(course, sequence), location, weighted_earned);
  const transaction = { event_transaction_id: newUuid(random), event_transaction_type: RESCORED };
  const whose = { user_id: String(learner.accountNumber), course_id: course.id };
  work(lines, visit, sequence, whose, transaction, COUNTDOWN);
}

type Whose = { readonly user_id: string; readonly course_id: string };
type Transaction = { readonly event_transaction_id: string; readonly event_transaction_type: string };

/** A lognormal time by its median in seconds, in microseconds. */
export const micros = (random: SessionContext['random'], seconds: number, sd: number): number =>
  Math.round(lognormal(random, Math.log(seconds), sd) * SECOND);

/** When what a line tells of was stored, microseconds since 1970: some milliseconds before the line is written (choice). */
export const storedBefore = (random: SessionContext['random'], time: number): number =>
  time - micros(random, 0.003, 0.6);

/** What a worker tells of a course or a part of it at each of its grades: when it was edited, and hashes of what it is made of. */
interface Made {
  readonly start: number;
  readonly edited: string;
  readonly version: string;
  readonly hash: string;
}

/** By course or part; hashes are slow. */
const made = new WeakMap<Course | Sequence, Made>();

function madeOf(of: Course | Sequence, start: number, what: string, parts: string): Made {
  const known = made.get(of);
  if (known?.start === start) return known;
  const time = editedAt(start, what);
  const version = secondIn(time) + hexOf(`${what} version`, 16);
  const fresh = { start, edited: printed(time), version, hash: base64Of(`${what} ${parts}`) };
  made.set(of, fresh);
  return fresh;
}

function work(
  lines: Lines,
  visit: SessionContext,
  sequence: Sequence,
  whose: Whose,
  transaction: Transaction,
  due: number,
): void {
  const { course, learner, start, now, networkRandom: random } = visit;
  const delay = due + backlog(visit, now + due) + micros(random, 0.05, 0.7);
  const standing = standingOf(learner);
  const part = partOf(course, sequence);
  const task = lines.work(visit);
  const { location } = sequence;
  const [total, possible] = [standing.earned(course, part), part.possible];
  const counts = sequence.graded;
  const ofPart = madeOf(sequence, start, location, 'blocks');
  const ofCourse = madeOf(course, start, course.id, 'policy');
  lines.worker(
    visit,
    task,
    events.subsectionGraded,
    {
      ...whose,
      block_id: location,
      course_version: ofCourse.version,
      weighted_total_earned: total,
      weighted_total_possible: possible,
      weighted_graded_earned: counts ? total : 0,
      weighted_graded_possible: counts ? possible : 0,
      first_attempted: printed(standing.attempted.get(location)!),
      subtree_edited_timestamp: ofPart.edited,
      ...transaction,
      visible_blocks_hash: ofPart.hash,
    },
    delay,
  );
  const percent_grade = gradeOf(course, standing);
  const passes = percent_grade >= PASSES;
  const later = delay + taskTime(visit, now + delay, 0.018);
  lines.worker(
    visit,
    task,
    events.courseGraded,
    {
      ...whose,
      course_version: ofCourse.version,
      percent_grade,
      letter_grade: passes ? GRADE : '',
      course_edited_timestamp: ofCourse.edited,
      ...transaction,
      grading_policy_hash: ofCourse.hash,
    },
    later,
  );
  const told = later + taskTime(visit, now + later, 0.011);
  lines.worker(visit, task, passes ? events.nowPassed : events.nowFailed, { ...whose, ...transaction }, told);
  if (!passes || standing.hasPassed) return;
  standing.hasPassed = true;
  lines.worker(
    visit,
    task,
    events.passedFirstTime,
    { ...whose, ...transaction },
    told + taskTime(visit, now + told, 0.009),
  );
}
