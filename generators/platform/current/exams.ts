import { hash } from '../../../src/base/random/index.ts';
import { formatOffset } from '../../../src/base/time.ts';
import type { PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Sequence } from '../../course/course.ts';
import { sequencesOf } from '../../course/sequences.ts';
import { latency, serving } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { appsOf } from './addresses.ts';
import { newUuid } from './ids.ts';
import type { Lines } from './lines.ts';
import { Page } from './page.ts';

const ATTEMPTS = '/api/edx_proctoring/v1/proctored_exam/attempt';
const { created, submitted } = events.specialExams.timed;

/** An attempt: what stays the same of it, and when its clock began, microseconds since 1970. */
interface Attempt {
  readonly id: number;
  readonly code: string;
  readonly started: number;
}

/** Timed exams: what the learning app asks of edx-proctoring, and what that logs of an attempt. */
export class Exams {
  readonly #lines: Lines;
  readonly #attempts = new WeakMap<SessionContext, Attempt>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Asks for the exam, and makes an attempt, whose clock begins at once. */
  begin(visit: SessionContext, exam: Sequence): void {
    const { course, networkRandom: random, now } = visit;
    const asked = latency(visit, 0.1);
    const GET = { content_id: exam.location, is_learning_mfe: 'true' };
    this.#lines.request(visit, `${appsOf(course)}/`, `${ATTEMPTS}/course_id/${course.id}`, asked, { GET });
    const made = this.#write(visit, ATTEMPTS, asked + latency(visit, 0.15));
    const told = made + serving(visit, 0.06);
    const id = 1 + (hash(exam.location, 'attempt', visit.learner.accountNumber) % 1_000_000);
    const attempt = { id, code: newUuid(random).toUpperCase(), started: now + told + serving(visit, 0.005, 0.3) };
    this.#attempts.set(visit, attempt);
    this.#tell(visit, created, ATTEMPTS, told, {
      ...this.#of(visit, exam, attempt),
      attempt_started_at: null,
      attempt_completed_at: null,
      attempt_code: attempt.code,
      attempt_allowed_time_limit_mins: null,
      attempt_status: 'created',
      attempt_event_elapsed_time_secs: null,
    });
  }

  /** Hands the attempt in. */
  end(visit: SessionContext, exam: Sequence): void {
    const { now } = visit;
    const attempt = this.#attempts.get(visit);
    if (!attempt) return;
    const path = `${ATTEMPTS}/${attempt.id}`;
    const asked = this.#write(visit, path, latency(visit, 0.1));
    const completed = asked + serving(visit, 0.06);
    const told = completed + serving(visit, 0.026, 0.3);
    this.#tell(visit, submitted, path, told, {
      ...this.#of(visit, exam, attempt),
      attempt_started_at: formatOffset(attempt.started),
      attempt_completed_at: formatOffset(now + completed),
      attempt_code: attempt.code,
      attempt_allowed_time_limit_mins: Math.ceil(exam.timeLimit!),
      attempt_status: 'submitted',
      attempt_event_elapsed_time_secs: Math.round((now + told - attempt.started) / 100) / 10_000,
    });
  }

  #of({ course, learner }: SessionContext, { location, title, timeLimit }: Sequence, { id }: Attempt) {
    const timed = sequencesOf(course).filter(({ sequence }) => sequence.timeLimit !== undefined);
    return {
      exam_id: 1 + timed.findIndex(({ sequence }) => sequence.location === location),
      exam_content_id: location,
      exam_name: title,
      exam_default_time_limit_mins: Math.ceil(timeLimit!),
      exam_is_proctored: false,
      exam_is_practice_exam: false,
      exam_is_active: true,
      attempt_id: id,
      attempt_user_id: learner.accountNumber,
    };
  }

  #tell(
    visit: SessionContext,
    type: typeof created | typeof submitted,
    path: string,
    delay: number,
    payload: PayloadOf<typeof created, 'current'>,
  ): void {
    this.#lines.server(visit, `${appsOf(visit.course)}/`, path, true, type, payload, delay);
  }

  #write(visit: SessionContext, path: string, delay: number): number {
    const load = visit.view instanceof Page ? visit.view.load : { hasToken: true };
    return this.#lines.write(visit, load, `${appsOf(visit.course)}/`, path, delay);
  }
}
