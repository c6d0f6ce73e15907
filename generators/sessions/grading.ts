import { chance, hashedShare, integer, normal, pick } from '../../src/base/random/index.ts';
import type { Task } from '../course/course.ts';
import { tasksOf, type LocatedSequence } from '../course/sequences.ts';
import type { Submission } from '../learners/progress.ts';
import { qualityOf } from '../model/essays.ts';
import { examplesFor, qualityOfExample } from '../model/examples.ts';
import type { PromptView } from '../model/platform.ts';
import type { Activity } from '../model/activity.ts';
import { goTo, leave, type Session } from '../model/session.ts';
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

/** The essay that somebody gets to grade: that which it has opened and left, or else another one; undefined where none is waiting. */
function dealt(visit: Session, view: PromptView, task: Task): Submission | undefined {
  const { learner, now, platform, random } = visit;
  const grading = learner.progress.gradingAt(task.index);
  if (grading.open) return grading.open;
  const { handedIn } = platform;
  const meets = (lowest: number): void => visit.meets?.('essays', lowest);
  return (grading.open =
    view === 'staff_grading'
      ? handedIn.dealToStaff(task, learner.number, now, grading.dealt, meets)
      : handedIn.dealToPeer(task, learner.number, now, grading.dealt, random, meets));
}

/**
 * Grades essays of others, one after the other, while there are any: shows the prompt, reads, marks, hides the prompt. Some leave the last one as it is.
 *
 * @returns how many were graded
 */
function* grade(visit: Session, view: PromptView, task: Task, essays: number): Activity<number> {
  for (let essay = 0; essay < essays; essay += 1) {
    yield visit.dwell(visit.behaviour.dwell.navigation);
    const submission = dealt(visit, view, task);
    if (submission === undefined) return essay;
    const quality = qualityOf(visit, task, submission.number);
    visit.actions -= 2;
    visit.platform.showPrompt(visit, view, task, submission);
    yield visit.dwell(visit.behaviour.dwell.reading);
    if (chance(visit.random, visit.behaviour.grading.leaves)) {
      yield* mark(visit, task, quality, integer(visit.random, 0, Math.max(0, task.rubric.length - 1)));
      return essay;
    }
    yield* mark(visit, task, quality);
    yield visit.dwell(visit.behaviour.dwell.rubric);
    const writes = chance(visit.random, visit.behaviour.grading.writesFeedback);
    const feedback = writes ? remarksOn(visit, visit.behaviour.grading.feedbackSentences, task.title) : undefined;
    visit.platform.hidePrompt(visit, view, task, feedback);
    visit.learner.progress.gradingAt(task.index).open = undefined;
  }
  return essays;
}

/** Marks the examples of a task that somebody has yet to mark before it grades peers there. */
function* learnToGrade(visit: Session, task: Task): Activity {
  const { learner, platform, behaviour } = visit;
  const grading = learner.progress.gradingAt(task.index);
  const examples = examplesFor(learner, task);
  for (; grading.examples < examples; grading.examples += 1) {
    const { examples: example } = grading;
    yield visit.dwell(behaviour.dwell.navigation);
    visit.actions -= 2;
    platform.showPrompt(visit, 'peer_grading', task, { example, left: examples - example - 1 });
    yield visit.dwell(behaviour.dwell.reading);
    yield* mark(visit, task, qualityOfExample(task, example));
    yield visit.dwell(behaviour.dwell.rubric);
    platform.hidePrompt(visit, 'peer_grading', task);
  }
}

/** Whether essays at a task are graded now: from some days before its end, or after its release when it has none. */
function isGraded({ behaviour, day }: Session, { chapter }: LocatedSequence, { due }: Task): boolean {
  const { opensBefore, lasts } = behaviour.grading;
  if (due === undefined) return day >= chapter.release + opensBefore;
  return day >= Math.max(chapter.release, due - opensBefore) && day < due + lasts;
}

/** Whether a learner grades peers now: once its own essay is in, until it has graded enough; less and less where it found none that is left. */
function gradesNow(visit: Session, task: Task): boolean {
  const { learner, behaviour, random } = visit;
  const essay = learner.progress.essayAt(task.index);
  if (essay === undefined || essay.graded >= enough(visit, task)) return false;
  return chance(random, behaviour.grading.gradesPeers / (1 + essay.inVain));
}

/** After an essay so many stop who should grade more, and so many go on who need not (choices). */
const STOPS = 0.1;
const GOES_ON = 0.14;

/** So many essays somebody grades at a task: those that are asked for mostly, but some stop before, and some go on. */
function enough({ learner, behaviour, population }: Session, task: Task): number {
  const { essays } = behaviour.grading;
  const drawn = (number: number): number =>
    hashedShare(`${population.seed} ${learner.number}`, `grades ${task.key}`, number);
  let most = 1;
  while (most < essays ? drawn(most) >= STOPS : drawn(most) < GOES_ON) most += 1;
  return most;
}

/** Tasks that are marked by peers or staff, and whose essays are graded now. */
const openTo = (visit: Session, graders: Task['graded']): Task[] =>
  tasksOf(visit.course)
    .filter(({ located, task }) => task.graded === graders && isGraded(visit, located, task))
    .map(({ task }) => task);

/** Grades peers, at tasks where the learner does so now, until an essay is left. */
export function* gradePeers(visit: Session): Activity {
  const tasks = openTo(visit, 'peer').filter((task) => gradesNow(visit, task));
  if (tasks.length === 0) return;
  goTo(visit, 'peer grading');
  for (const task of tasks) {
    const { progress } = visit.learner;
    const essay = progress.essayAt(task.index)!;
    yield* learnToGrade(visit, task);
    const essays = integer(visit.random, 1, enough(visit, task) - essay.graded);
    const graded = yield* grade(visit, 'peer_grading', task, essays);
    essay.graded += graded;
    if (progress.gradingAt(task.index).open) break;
    if (graded === 0) essay.inVain += 1;
  }
  yield visit.dwell(visit.behaviour.dwell.navigation);
  leave(visit);
}

/** Grades as staff, at one of the tasks that are there to be graded. */
export function* gradeAsStaff(visit: Session): Activity {
  const { learner, random, platform, behaviour } = visit;
  platform.handedIn.join(learner.number);
  const tasks = openTo(visit, 'staff');
  if (tasks.length === 0) return;
  goTo(visit, 'staff grading');
  yield* grade(visit, 'staff_grading', pick(random, tasks), integer(random, 1, 2 * behaviour.grading.staffEssays - 1));
  yield visit.dwell(behaviour.dwell.navigation);
  leave(visit);
}
