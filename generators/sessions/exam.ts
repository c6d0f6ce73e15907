import { MINUTE, SECOND } from '../../src/base/time.ts';
import type { LocatedSequence } from '../course/sequences.ts';
import { Running, type Activity } from '../model/activity.ts';
import { goTo, silence, type Session } from '../model/session.ts';
import { ignore } from './autoplay.ts';
import { isOpenTo, solve } from './problem.ts';
import { closeOther } from './tabs.ts';

/** Goes through the problems of an exam, from the first to the last. */
function* workThrough(visit: Session, { sequence }: LocatedSequence): Activity {
  for (const [index, { problems, video }] of sequence.elements.entries()) {
    if (index > 0) {
      silence(visit);
      visit.platform.move(visit, sequence, index, index + 1, 'next');
      yield* ignore(visit, video, visit.dwell(visit.behaviour.dwell.navigation));
    }
    for (const problem of problems)
      if (isOpenTo(visit, problem)) yield* solve(visit, problem, video, sequence, () => 'next');
  }
}

/** Lets an activity go on until it ends, or until a time comes, microseconds since 1970; tells whether it came first. */
function* until(visit: Session, time: number, activity: Activity): Activity<boolean> {
  const running = new Running(activity);
  for (;;) {
    const { done, value } = running.next();
    if (done) return false;
    const left = (time - visit.now) / SECOND;
    yield Math.min(value, left);
    if (value >= left) return true;
  }
}

/**
 * Sits an exam, once and in one sitting: begins, which starts the clock, works through it, and hands it in. When the time is up it is
 * handed in as it is: what was answered and not checked is lost.
 */
export function* sit(visit: Session, located: LocatedSequence, number: number): Activity<boolean> {
  const { sequence, chapter } = located;
  const { solved, dropped, unsolved, positions } = visit.learner.progress;
  yield* closeOther(visit, sequence);
  visit.chapter = chapter.title;
  visit.studied.add(number);
  goTo(visit, sequence);
  visit.platform.show(visit, sequence.elements[0]!);
  yield* ignore(visit, sequence.elements[0]!.video, visit.dwell(visit.behaviour.dwell.navigation));
  visit.platform.beginExam(visit, sequence);
  const over = visit.now + sequence.timeLimit! * MINUTE;
  yield visit.lookAtAnswer();
  const isUp = yield* until(visit, over, workThrough(visit, located));
  visit.platform.endExam(visit, sequence);
  for (const { problems } of sequence.elements)
    for (const { index } of problems) {
      if (!solved.has(index)) dropped.add(index);
      unsolved.delete(index);
    }
  positions.set(number, sequence.elements.length);
  // Whoever ran out of time is led away from the page.
  if (isUp) goTo(visit, 'info');
  yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.navigation));
  return true;
}
