import { chance, integer } from '../../src/random/index.ts';
import type { Task } from '../course/course.ts';
import { BEHAVIOUR } from '../learners/behaviour.ts';
import type { Activity, Visit } from '../simulation/visit.ts';
import { mark, qualityOf } from './grading.ts';
import { sentences } from './texts.ts';

/** Marks come back this many microseconds after an essay was submitted, at the earliest. */
const MARKED_AFTER = 6 * 3_600_000_000;

/** Writes an essay in the page in front: reads the prompt, writes, submits; marks it itself where that is the rule. */
export function* writeEssay(visit: Visit, task: Task): Activity {
  const { random, platform, learner } = visit;
  visit.actions -= 2;
  platform.showPrompt(visit, 'oe', task);
  yield visit.dwell(BEHAVIOUR.writingDwell);
  platform.submitEssay(visit, task, sentences(random, 4, 14));
  yield visit.dwell(BEHAVIOUR.navigationDwell);
  if (task.graded === 'self') yield* mark(visit, task, qualityOf(visit));
  yield visit.dwell(BEHAVIOUR.navigationDwell);
  platform.hidePrompt(visit, 'oe', task);
  learner.progress.setEssay(task.index, { submitted: visit.now, feedbackRead: false, graded: 0 });
  yield visit.dwell(BEHAVIOUR.navigationDwell);
}

/** Whether there are marks on an essay of the learner's that have not been read. */
export function hasFeedback(visit: Visit, task: Task): boolean {
  const essay = visit.learner.progress.essayAt(task.index);
  return essay !== undefined && !essay.feedbackRead && visit.now - essay.submitted > MARKED_AFTER;
}

/** Reads the marks on the learner's own essay, in the page in front, and may answer them. */
export function* readFeedback(visit: Visit, task: Task): Activity {
  const { random, platform, learner } = visit;
  yield visit.dwell(BEHAVIOUR.navigationDwell);
  visit.actions -= 1;
  platform.showFeedback(visit);
  yield visit.dwell(BEHAVIOUR.readingDwell);
  if (chance(random, BEHAVIOUR.answersFeedback)) {
    platform.showFeedbackForm(visit);
    yield visit.dwell(BEHAVIOUR.rubricDwell);
    platform.respondToFeedback(visit, integer(random, 1, 5));
    yield visit.dwell(BEHAVIOUR.navigationDwell);
  }
  learner.progress.essayAt(task.index)!.feedbackRead = true;
}
