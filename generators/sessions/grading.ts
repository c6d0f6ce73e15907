import { integer, normal } from '../../src/random/index.ts';
import type { Task } from '../course/course.ts';
import { BEHAVIOUR } from '../learners/behaviour.ts';
import type { GradingPlace } from '../platform/platform.ts';
import { goTo, leave, type Activity, type Visit } from '../simulation/visit.ts';

/** Marks an essay: for each category of the rubric in turn, a value near its quality as this grader sees it. */
export function* mark(visit: Visit, task: Task, quality: number): Activity {
  const { random, platform, learner } = visit;
  for (const [category, highest] of task.rubric.entries()) {
    yield visit.dwell(BEHAVIOUR.rubricDwell);
    const seen = quality + learner.bias + normal(random, 0, BEHAVIOUR.graderNoise);
    const value = Math.min(highest, Math.max(0, Math.round(seen * highest)));
    visit.actions -= 1;
    platform.selectRubric(visit, task, category, value);
  }
}

/** How good an essay is, from 0 to 1. */
export const qualityOf = (visit: Visit): number => Math.min(1, Math.max(0, normal(visit.random, 0.7, 0.2)));

/** Grades essays of others, one after the other: shows the prompt, reads, marks, hides the prompt. */
function* grade(visit: Visit, place: GradingPlace, task: Task, essays: number): Activity {
  for (let essay = 0; essay < essays; essay += 1) {
    yield visit.dwell(BEHAVIOUR.navigationDwell);
    visit.actions -= 2;
    visit.platform.showPrompt(visit, place, task);
    yield visit.dwell(BEHAVIOUR.readingDwell);
    yield* mark(visit, task, qualityOf(visit));
    yield visit.dwell(BEHAVIOUR.rubricDwell);
    visit.platform.hidePrompt(visit, place, task);
  }
}

/** Whether a learner may grade peers: once its own essay is in, until it has graded enough. */
export function mayGrade(visit: Visit, task: Task): boolean {
  const essay = visit.learner.progress.essayAt(task.index);
  return essay !== undefined && essay.graded < BEHAVIOUR.gradesPerTask;
}

/** Grades peers, at tasks that the learner may grade. */
export function* gradePeers(visit: Visit, tasks: readonly Task[]): Activity {
  goTo(visit, `${visit.course.url}/peer_grading`);
  for (const task of tasks) {
    const essay = visit.learner.progress.essayAt(task.index)!;
    const essays = integer(visit.random, 1, BEHAVIOUR.gradesPerTask - essay.graded);
    yield* grade(visit, 'peer_grading', task, essays);
    essay.graded += essays;
  }
  yield visit.dwell(BEHAVIOUR.navigationDwell);
  leave(visit);
}

/** Grades as staff. */
export function* gradeAsStaff(visit: Visit, task: Task): Activity {
  goTo(visit, `${visit.course.url}/staff_grading`);
  yield* grade(visit, 'staff_grading', task, integer(visit.random, 2, 6));
  yield visit.dwell(BEHAVIOUR.navigationDwell);
  leave(visit);
}
