import { HOUR } from '../../src/base/time.ts';
import { chance, place } from '../../src/base/random/index.ts';
import type { Task } from '../course/course.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { qualityOf } from '../model/essays.ts';
import { mark } from './grading.ts';
import { written } from '../model/texts.ts';

/** Writes an essay in the page in front: reads the prompt, writes, submits; marks it itself where that is the rule. Some leave it as it is. */
export function* writeEssay(visit: Session, task: Task): Activity {
  const { platform, learner } = visit;
  visit.actions -= 2;
  platform.showPrompt(visit, 'oe', task);
  if (chance(visit.random, visit.behaviour.grading.givesUp)) {
    // Perhaps another time.
    yield visit.dwell(visit.behaviour.dwell.reading);
    return;
  }
  yield visit.dwell(visit.behaviour.dwell.writing);
  const text = written(visit, visit.behaviour.grading.essaySentences, task.title);
  platform.submitEssay(visit, task, visit.handsIn?.(task.key, text) ?? text);
  platform.handedIn.put(task, learner.number, Math.max(visit.now, visit.answered));
  yield visit.dwell(visit.behaviour.dwell.navigation);
  if (task.graded === 'self')
    yield* mark(visit, task, qualityOf(visit, task, learner.number) + visit.behaviour.grading.selfBias);
  yield visit.dwell(visit.behaviour.dwell.navigation);
  platform.hidePrompt(visit, 'oe', task);
  learner.progress.setEssay(task.index, { submitted: visit.now, feedbackRead: false, graded: 0, inVain: 0 });
  yield visit.dwell(visit.behaviour.dwell.navigation);
}

/** Whether there are marks on an essay of the learner's that have not been read. */
export function hasFeedback(visit: Session, task: Task): boolean {
  const essay = visit.learner.progress.essayAt(task.index);
  return (
    essay !== undefined &&
    !essay.feedbackRead &&
    visit.now - essay.submitted > visit.behaviour.grading.markedAfterHours * HOUR
  );
}

/** Reads the marks on the learner's own essay, in the page in front, and may answer them. */
export function* readFeedback(visit: Session, task: Task): Activity {
  const { random, platform, learner } = visit;
  yield visit.dwell(visit.behaviour.dwell.navigation);
  visit.actions -= 1;
  platform.showFeedback(visit, task);
  yield visit.dwell(visit.behaviour.dwell.reading);
  if (chance(random, visit.behaviour.grading.answersFeedback)) {
    platform.showFeedbackForm(visit);
    yield visit.dwell(visit.behaviour.dwell.rubric);
    platform.respondToFeedback(visit, 1 + place(random, visit.behaviour.grading.ratings));
    yield visit.dwell(visit.behaviour.dwell.navigation);
  }
  learner.progress.essayAt(task.index)!.feedbackRead = true;
}
