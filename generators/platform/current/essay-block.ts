/** The block of an essay: what its page asks for, and what it logs while it answers. */
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import type { Task } from '../../course/course.ts';
import { serving } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { handlerPath } from './addresses.ts';
import { submit } from './grades.ts';
import { hexOf, uuidOf } from './ids.ts';
import type { Lines } from './lines.ts';
import { unitPage } from './page.ts';

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The id of what somebody has handed in, by whose it is: the learner's own, or another one's by number. */
export const submissionOf = (
  { learner, population }: SessionContext,
  { location }: Task,
  number = learner.number,
): string => uuidOf(`${location} ${population.seed} ${number}`);

/** What the block calls somebody. */
export const anonymousOf = ({ learner, course }: SessionContext): string =>
  hexOf(`${course.id} ${learner.username}`, 32);

export class EssayBlock {
  readonly lines: Lines;

  constructor(lines: Lines) {
    this.lines = lines;
  }

  /** @returns the request's path */
  ask(visit: SessionContext, { location }: Task, handler: string, delay: number): string {
    const path = handlerPath(visit.course, location, handler);
    this.lines.request(visit, unitPage(visit)!.frameUrl, path, delay);
    return path;
  }

  /**
   * What the block logs some .1 s after a request.
   *
   * @returns when, microseconds from now
   */
  log<T extends EventType>(
    visit: SessionContext,
    task: Task,
    path: string,
    type: T,
    payload: PayloadOf<T, 'current'>,
    asked: number,
  ): number {
    const delay = asked + 10_000 + serving(visit, 0.08);
    this.lines.handler(visit, unitPage(visit)!.frameUrl, path, task, type, payload, delay);
    return delay;
  }

  /** The learner’s own essay has points, as a request of its own finds. */
  score(visit: SessionContext, task: Task, path: string, earned: number, delay: number): void {
    const page = unitPage(visit)!;
    const { sequence, frameUrl: referer } = page;
    submit(this.lines, visit, { block: task, sequence, referer, path, earned, possible: sum(task.rubric) }, delay);
  }
}
