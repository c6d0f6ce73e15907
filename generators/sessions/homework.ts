/** When homework and exams are taken up, and when somebody is through with a course. */
import { chance, geometric } from '../../src/base/random/index.ts';
import type { Sequence } from '../course/course.ts';
import { duesOf, homeworkOf, sequencesOf, type Homework } from '../course/sequences.ts';
import { takesUpNow } from '../learners/putting-off.ts';
import type { Session } from '../model/session.ts';
import { isClosed, isClosing } from '../model/session-context.ts';
import { isOpenTo } from './problem.ts';

/** Whether somebody takes up homework: of what is due seldom long before, mostly on the last day; else as it is come to, or passed by before. */
function takesUp(visit: Session, { sequence: { due }, number }: Homework): boolean {
  const { random, behaviour, day, course, learner } = visit;
  const { usual, last, days: scale } = behaviour.course.homework;
  if (due !== undefined) {
    const most = Math.max(usual, last);
    const average = usual + (last - usual) * Math.exp((day - due) / scale);
    return chance(random, most * takesUpNow(learner, average / most, behaviour.people.putsOff));
  }
  const { progress, onlyHomework } = learner;
  if (number > progress.sequence && !onlyHomework) return false;
  const isPassed = number < progress.sequence && progress.sequence < sequencesOf(course).length && !onlyHomework;
  return chance(random, isPassed ? behaviour.ownPace.goesBack : last);
}

const hasOpen = (visit: Session, { elements }: Sequence): boolean =>
  elements.some(({ problems }) => problems.some((problem) => isOpenTo(visit, problem)));

/** Homework that is released, not done and taken up now, by index in the course; -1 when there is none. */
export function homework(visit: Session): number {
  if (!visit.learner.solves) return -1;
  const { day } = visit;
  const found = homeworkOf(visit.course).find(
    (located) =>
      located.chapter.release <= day &&
      !isClosed(visit, located.sequence) &&
      !visit.studied.has(located.number) &&
      hasOpen(visit, located.sequence) &&
      takesUp(visit, located),
  );
  return found?.number ?? -1;
}

/** Whether a sequence is an exam that somebody does not sit, or no longer. */
export const isMissedExam = (visit: Session, sequence: Sequence): boolean =>
  sequence.timeLimit !== undefined &&
  (!visit.learner.solves || isClosing(visit, sequence) || !hasOpen(visit, sequence));

/** Whoever has done all of a course without deadlines soon comes no more. */
export function windUp(visit: Session): void {
  const { learner, course, behaviour } = visit;
  const isThrough =
    learner.progress.sequence >= sequencesOf(course).length ||
    (learner.solves && learner.onlyHomework && !homeworkOf(course).some(({ sequence }) => hasOpen(visit, sequence)));
  if (!isThrough || learner.devotion > 0 || duesOf(course).length > 0) return;
  const stays = geometric(visit.own('stays'), 1 - behaviour.ownPace.stays);
  learner.daysLeft = Math.min(learner.daysLeft, stays);
}
