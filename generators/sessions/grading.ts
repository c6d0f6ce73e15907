import { chance, integer, normal } from '../../src/base/random/index.ts';
import type { Task } from '../course/course.ts';
import type { LocatedSequence } from '../course/sequences.ts';
import type { PromptView } from '../model/platform.ts';
import { goTo, leave, type Activity, type Session } from '../model/session.ts';
import { remarksOn } from '../model/texts.ts';

/** Categories of a rubric in the order in which somebody marks them: in turn, but now and then one after the next. */
function inTurn({ random, behaviour }: Session, { rubric }: Task): number[] {
  const order = [...rubric.keys()];
  for (let place = 0; place + 1 < order.length; place += 1)
    if (chance(random, behaviour.grading.outOfTurn))
      [order[place], order[place + 1]] = [order[place + 1]!, order[place]!];
  return order;
}

/**
 * Marks an essay: for each category of the rubric a value near its quality as this grader sees it; of one it may think otherwise then.
 *
 * @param most categories that are marked before the essay is left
 */
export function* mark(visit: Session, task: Task, quality: number, most = Infinity): Activity {
  const { random, platform, learner, behaviour } = visit;
  const { noiseSd, changesMind } = behaviour.grading;
  const order = inTurn(visit, task);
  // The last one in front, or one of those before.
  if (chance(random, changesMind * order.length)) order.push(order[integer(random, 0, order.length - 1)]!);
  const marked = new Map<number, number>();
  for (const category of order) {
    if (marked.size >= most) return;
    yield visit.dwell(behaviour.dwell.rubric);
    const highest = task.rubric[category]!;
    const seen = quality + learner.bias + normal(random, 0, noiseSd);
    const before = marked.get(category);
    const value = Math.min(highest, Math.max(0, Math.round(seen * highest)));
    // Who thinks again thinks otherwise.
    const chosen = value !== before ? value : value === highest ? value - 1 : value + 1;
    marked.set(category, chosen);
    visit.actions -= 1;
    platform.selectRubric(visit, task, category, chosen);
  }
}

/** How good the essay in front is, from 0 to 1. */
export function qualityOf(visit: Session): number {
  const { random, behaviour, platform } = visit;
  const { mean, sd } = behaviour.grading.quality;
  const drawn = Math.min(1, Math.max(0, normal(random, mean, sd)));
  return platform.qualityInFront(visit) ?? drawn;
}

/**
 * Grades essays of others, one after the other: shows the prompt, reads, marks, hides the prompt. Some leave the last one as it is.
 *
 * @returns how many were graded
 */
function* grade(visit: Session, view: PromptView, task: Task, essays: number): Activity<number> {
  for (let essay = 0; essay < essays; essay += 1) {
    yield visit.dwell(visit.behaviour.dwell.navigation);
    visit.actions -= 2;
    visit.platform.showPrompt(visit, view, task);
    yield visit.dwell(visit.behaviour.dwell.reading);
    if (chance(visit.random, visit.behaviour.grading.leaves)) {
      yield* mark(visit, task, qualityOf(visit), integer(visit.random, 0, Math.max(0, task.rubric.length - 1)));
      return essay;
    }
    yield* mark(visit, task, qualityOf(visit));
    yield visit.dwell(visit.behaviour.dwell.rubric);
    const writes = chance(visit.random, visit.behaviour.grading.writesFeedback);
    const feedback = writes ? remarksOn(visit, visit.behaviour.grading.feedbackSentences, task.title) : undefined;
    visit.platform.hidePrompt(visit, view, task, feedback);
  }
  return essays;
}

/**
 * Whether essays at a task are graded now: from some days before its end, or after its release when it has none. Whether
 * anybody else has written one is not asked: nobody's lines may depend on people of higher numbers.
 */
export function isGraded({ behaviour, day }: Session, { chapter }: LocatedSequence, { due }: Task): boolean {
  const { opensBefore, lasts } = behaviour.grading;
  if (due === undefined) return day >= chapter.release + opensBefore;
  return day >= Math.max(chapter.release, due - opensBefore) && day < due + lasts;
}

/** Whether a learner may grade peers: once its own essay is in, until it has graded enough. */
export function mayGrade(visit: Session, task: Task): boolean {
  const essay = visit.learner.progress.essayAt(task.index);
  return essay !== undefined && essay.graded < visit.behaviour.grading.essays;
}

/** Grades peers, at tasks that the learner may grade, until an essay is left. */
export function* gradePeers(visit: Session, tasks: readonly Task[]): Activity {
  goTo(visit, 'peer grading');
  for (const task of tasks) {
    const essay = visit.learner.progress.essayAt(task.index)!;
    const essays = integer(visit.random, 1, visit.behaviour.grading.essays - essay.graded);
    const graded = yield* grade(visit, 'peer_grading', task, essays);
    essay.graded += graded;
    if (graded < essays) break;
  }
  yield visit.dwell(visit.behaviour.dwell.navigation);
  leave(visit);
}

/** Grades as staff. */
export function* gradeAsStaff(visit: Session, task: Task): Activity {
  goTo(visit, 'staff grading');
  yield* grade(visit, 'staff_grading', task, integer(visit.random, 1, 2 * visit.behaviour.grading.staffEssays - 1));
  yield visit.dwell(visit.behaviour.dwell.navigation);
  leave(visit);
}
