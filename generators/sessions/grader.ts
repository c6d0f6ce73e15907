/** Programs that wait for an external grader: people look for its marks, and find them when they come again. */
import { SECOND } from '../../src/base/time.ts';
import { chance } from '../../src/base/random/index.ts';
import type { Problem } from '../course/course.ts';
import { isProgrammed } from '../course/programmed.ts';
import type { Mark, ProblemState, UnsolvedProblem } from '../learners/progress.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { markedAt, resultOf } from '../platform/external-grader.ts';

/** Of those who would have to wait for so many seconds, half go on with something else (choice). */
const PATIENCE = 300;

/** When all is marked of a state, microseconds since 1970; 0 where nothing waits. */
const readyAt = ({ marks }: ProblemState): number =>
  marks.reduce((latest, { queued }) => (queued ? Math.max(latest, markedAt(queued)) : latest), 0);

/** Whether there is nothing to do for a program: it has been marked right, or had no marks when its author came, who looks for them then. */
export const isHandedIn = ({ came }: Session, problem: Problem, { attempts, state }: UnsolvedProblem): boolean =>
  attempts > 0 &&
  isProgrammed(problem) &&
  state.marks.every(
    ({ right, queued }) => right || (queued !== undefined && (queued.right || markedAt(queued) > came)),
  );

/** The marks that have come, in the place of those that were waited for; tells whether all is right now. */
export function lookForMarks(visit: Session, { location, inputs }: Problem, tried: UnsolvedProblem): boolean {
  const { answers, marks } = tried.state;
  if (marks.length === 0) return false;
  const settled = inputs.map(({ answer }, place): Mark => {
    const mark = marks[place]!;
    const hasCome = mark.queued !== undefined && markedAt(mark.queued) <= visit.now;
    const sent = { program: String(answers[place]), answer: String(answer) };
    return hasCome ? resultOf(location, mark.queued, sent) : mark;
  });
  tried.state = { ...tried.state, marks: settled };
  return settled.every(({ right }) => right);
}

/**
 * Waits for marks that are not there yet, if they come soon: some go on with something else, and few send another program meanwhile.
 *
 * @returns whether all is right now, or `left` for who goes on with something else
 */
export function* awaitMarks(visit: Session, problem: Problem, tried: UnsolvedProblem): Activity<boolean | 'left'> {
  const { random, behaviour, now } = visit;
  const seconds = (readyAt(tried.state) - now) / SECOND;
  if (seconds > 0) {
    const waits = visit.actions > 0 && chance(random, 1 / (1 + (seconds / PATIENCE) ** 3));
    yield visit.lookAtAnswer((waits ? seconds : 0) + visit.dwell(behaviour.dwell.marks));
    if (!waits && !chance(random, behaviour.problem.retriesWhileQueued)) return 'left';
  }
  return lookForMarks(visit, problem, tried);
}
