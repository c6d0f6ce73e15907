import { hash } from '../../../src/base/random/index.ts';
import type { Sequence } from '../../course/course.ts';
import { latency } from '../../model/platform.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { appsOf } from './addresses.ts';
import { userIdOf } from './ids.ts';
import type { Lines } from './lines.ts';

const ATTEMPTS = '/api/edx_proctoring/v1/proctored_exam/attempt';

/** Timed exams: what the learning app asks of edx-proctoring, whose own events are not among those that are known here. */
export class Exams {
  readonly #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Asks for the exam, and starts its clock. */
  begin(visit: SessionContext, { location }: Sequence): void {
    const asked = latency(visit, 0.1);
    const GET = { content_id: location, is_learning_mfe: 'true' };
    this.#request(visit, `${ATTEMPTS}/course_id/${visit.course.id}`, asked, GET);
    this.#request(visit, ATTEMPTS, asked + latency(visit, 0.15));
  }

  /** Hands the attempt in. */
  end(visit: SessionContext, { location }: Sequence): void {
    const attempt = 1 + (hash(location, 'attempt', userIdOf(visit.learner)) % 1_000_000);
    this.#request(visit, `${ATTEMPTS}/${attempt}`, latency(visit, 0.1));
  }

  #request(visit: SessionContext, path: string, delay: number, GET: Record<string, string> = {}): void {
    this.#lines.request(visit, `${appsOf(visit.course)}/`, path, delay, { GET });
  }
}
