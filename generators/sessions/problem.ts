/** How somebody works on a problem: thinks or guesses, tries again, has the answer shown or gives up, and sees it again later. */
import { chance, lognormal } from '../../src/base/random/index.ts';
import type { Problem, Sequence, Video } from '../course/course.ts';
import { isProgrammed } from '../course/programmed.ts';
import type { UnsolvedProblem } from '../learners/progress.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { isClosed, isClosing } from '../model/session-context.ts';
import { guesses, isExercise, slowness, waitBetweenTries, type Approach } from './approach.ts';
import { check, checkAgain, checkBlank, exhausted, reset, seesSolved, triedSoFar } from './checking.ts';
import { hurried, takeNote } from './deadline.ts';
import { fillIn } from './form.ts';
import { awaitMarks, isHandedIn, lookForMarks } from './grader.ts';
import { lookBefore, readRefusal, type Next, type Seen } from './waits.ts';

/** Of those who check again when the answer was shown, so many have copied it right (a choice). */
const COPIES_RIGHT = 0.88;

/** Who has saved its answers leaves them so often for another time, and who has reset a problem (choices). */
const LEAVES_SAVED = 0.25;
const LEAVES_RESET = 0.06;

/** Whether somebody waits so long for a next try in the page, rather than to come back at another sitting. */
const staysFor = ({ random, behaviour }: Session, seconds: number): boolean =>
  chance(random, 1 / (1 + (seconds / behaviour.problem.patience) ** 5));

/** Checks what is solved once more, at times; tells whether it does. */
function* checkSolved(
  visit: Session,
  problem: Problem,
  video: Video | undefined,
  sequence: Sequence,
): Activity<boolean> {
  const tried = visit.learner.progress.kept.get(problem.index);
  if (!tried || exhausted(problem, tried) || isClosed(visit, sequence)) return false;
  if (!chance(visit.random, visit.behaviour.problem.checksSolved)) return false;
  // By a wrong key it would not be solved.
  if (problem.inputs.some((input) => (visit.keyed?.(problem, input) ?? input) !== input)) return false;
  yield lookBefore(visit, 'right', 'check');
  checkAgain(visit, problem, video, sequence, tried);
  return true;
}

/** With each further check in a row that is wrong people are so much readier to give a problem up, and to leave altogether from the second on (choices). */
const TIRED = 0.25;
const FED_UP = 0.018;

/** Somebody is wrong once more; tells whether it gives the problem up, and may end the visit. */
function losesHeart(visit: Session): boolean {
  const { random, learner, wrongs } = visit;
  const { habits } = learner.home;
  if (wrongs > 1 && chance(random, FED_UP * (wrongs - 1) * Math.min(3, habits.factor('gives up')))) visit.actions = 0;
  const usual = 1 - learner.kind.retries;
  const now = Math.max(usual, Math.min(0.5, usual * (1 + TIRED * (wrongs - 1))));
  return visit.actions > 0 && chance(random, habits.chance('gives up', now));
}

/**
 * Works on a problem: thinks, checks, and tries again until it is right or no patience, time or attempts are left, or until
 * it is left for another sitting. A problem that draws new numbers is reset before it is tried again.
 *
 * @param video that comes before it
 * @param ahead what somebody does when it is done with it
 * @param lookUp what may be done between two tries, such as a look into the book; nothing, where it is not given
 */
export function* solve(
  visit: Session,
  problem: Problem,
  video: Video | undefined,
  sequence: Sequence,
  ahead: () => Next,
  lookUp?: () => Activity,
): Activity {
  const { random, platform } = visit;
  const { unsolved, solved } = visit.learner.progress;
  const habits = visit.behaviour.problem;
  const tried = triedSoFar(visit, problem);
  const approach: Approach = {
    problem,
    video,
    isGuess: tried.attempts === 0 && guesses(visit, problem),
    thought: 0,
  };
  const programmed = isProgrammed(problem);
  if (approach.isGuess) {
    visit.learner.guesses += 1;
    yield lognormal(random, habits.guessSeconds.mean, habits.guessSeconds.sd);
  } else {
    const { exercise, problem: long } = visit.behaviour.dwell;
    const { mean, sd } = isExercise(problem, sequence) ? exercise : long;
    const seconds = hurried(visit, sequence, problem, visit.dwell({ mean: mean + slowness(visit, problem), sd }));
    platform.workOn(visit, problem, seconds);
    yield seconds;
  }
  if (programmed) lookForMarks(visit, problem, tried);
  if (chance(random, visit.learner.home.habits.chance('saves', habits.savesFirst)) && !isClosing(visit, sequence)) {
    platform.save(visit, problem, tried.state, fillIn(visit, approach, tried).after.answers);
    if (!tried.state.done && chance(random, habits.resetsSaved)) {
      yield visit.lookAtAnswer();
      if (isClosed(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'closed');
      else if (!isClosing(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'not_done');
    }
    yield visit.lookAtAnswer(visit.dwell(habits.retry));
    if (sequence.timeLimit === undefined && chance(random, LEAVES_SAVED)) {
      unsolved.set(problem.index, tried);
      return;
    }
  }
  let seen: Seen | undefined;
  for (;;) {
    // What is answered in an exam and not checked by its end is lost.
    if (sequence.timeLimit !== undefined && isClosing(visit, sequence)) break;
    if (programmed && lookForMarks(visit, problem, tried)) {
      solved.add(problem.index);
      visit.wrongs = 0;
      break;
    }
    if (exhausted(problem, tried)) {
      if (chance(random, habits.checksTooOften)) {
        platform.checkRefused(visit, problem, tried.state, tried.state.answers, 'closed');
        yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.navigation));
      }
      break;
    }
    if (problem.randomized && tried.state.done) {
      if (chance(random, habits.forgetsReset)) {
        const failure = isClosed(visit, sequence) ? 'closed' : 'unreset';
        platform.checkRefused(visit, problem, tried.state, tried.state.answers, failure);
        yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.navigation));
      }
      const isOver = isClosed(visit, sequence);
      if (isOver) platform.resetRefused(visit, problem, tried.state, 'closed');
      else if (isClosing(visit, sequence)) break;
      else reset(visit, problem, tried);
      yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.navigation));
      if (isOver) break;
      if (chance(random, LEAVES_RESET)) return;
    }
    yield* checkBlank(visit, problem, tried, sequence);
    const right = check(visit, approach, tried, sequence);
    if (right === 'closed') {
      yield* takeNote(visit, problem, tried.state);
      break;
    }
    unsolved.set(problem.index, tried);
    // Whether a program is right nobody knows before it is marked.
    if (right && !programmed) {
      solved.add(problem.index);
      visit.wrongs = 0;
      yield* checkSolved(visit, problem, video, sequence);
      seen = 'right';
      break;
    }
    const isRight = programmed && (yield* awaitMarks(visit, problem, tried));
    if (isRight === 'left') return;
    if (isRight) continue;
    const sendsAgain = !programmed && !problem.randomized && problem.attempts === undefined;
    if (sendsAgain && chance(random, visit.learner.home.habits.chance('sends again', habits.sendsAgain))) {
      yield visit.lookAtAnswer(visit.dwell(habits.sendsAgainSeconds));
      if (!checkAgain(visit, problem, video, sequence, tried)) {
        yield* takeNote(visit, problem, tried.state);
        break;
      }
    }
    visit.wrongs += 1;
    const isLast = problem.attempts !== undefined && tried.attempts === problem.attempts - 1;
    const wait = waitBetweenTries(visit, approach, isLast);
    const tires = losesHeart(visit);
    if (tires) {
      seen = 'given up';
      break;
    }
    const leaves = visit.actions <= 0;
    if (leaves || !staysFor(visit, wait)) return yield lookBefore(visit, 'given up', leaves ? 'end' : ahead());
    const reading = readRefusal(visit);
    if (lookUp && chance(random, visit.learner.home.habits.chance('looks things up', habits.looksUp))) {
      yield reading;
      yield* lookUp();
    }
    const seconds = hurried(visit, sequence, problem, visit.lookAtAnswer(wait));
    platform.ponder(visit, problem, seconds);
    platform.workOn(visit, problem, seconds);
    yield seconds;
  }
  yield* giveUp(visit, approach, tried, sequence, ahead, seen);
}

/**
 * What comes after the last try: for some, a look at the answer.
 *
 * @param seen what is to be looked at before that; nothing, where somebody has
 */
function* giveUp(
  visit: Session,
  approach: Approach,
  tried: UnsolvedProblem,
  sequence: Sequence,
  ahead: () => Next,
  seen: Seen | undefined,
): Activity {
  const { problem } = approach;
  const { unsolved, solved, dropped } = visit.learner.progress;
  const right = solved.has(problem.index);
  const curious = right ? visit.behaviour.problem.showsWhenRight : visit.behaviour.problem.showsWhenTired;
  const sees =
    tried.attempts > 0 &&
    shows(problem, sequence) &&
    chance(visit.random, visit.learner.home.habits.chance('asks for answers', curious));
  if (seen) yield lookBefore(visit, seen, sees ? 'answer' : ahead());
  if (sees) {
    visit.actions -= 1;
    visit.platform.showAnswer(visit, problem);
    const mayCheck = !right && !problem.randomized && !exhausted(problem, tried) && !isClosed(visit, sequence);
    const again = mayCheck && chance(visit.random, visit.behaviour.problem.checksAfterShown);
    yield lookBefore(visit, 'shown', again ? 'check' : ahead());
    if (again) {
      const done = check(visit, approach, tried, sequence, chance(visit.random, COPIES_RIGHT));
      if (done === true) solved.add(problem.index);
      yield lookBefore(visit, 'right', ahead());
    }
  }
  if (right || sees) unsolved.delete(problem.index);
  if (sees && !solved.has(problem.index)) dropped.add(problem.index);
}

/** Whether the answer to a problem is shown to those who have tried it. */
const shows = ({ showAnswer }: Problem, { timeLimit }: Sequence): boolean => showAnswer && timeLimit === undefined;

/** So often the answer to a problem is asked for that is closed and was never tried (a choice). */
const SHOWS_UNTRIED = 0.2;

/**
 * Sees a problem that is solved, given up or closed, tried or not: looks at its answer, or checks it once more.
 *
 * @param ahead what somebody does when it is done with it
 */
export function* lookAgain(
  visit: Session,
  problem: Problem,
  video: Video | undefined,
  sequence: Sequence,
  ahead: () => Next,
): Activity {
  const { unsolved, solved, dropped } = visit.learner.progress;
  const { showsAgain, showsClosed } = visit.behaviour.problem;
  const isDone = solved.has(problem.index) || dropped.has(problem.index);
  const tried = unsolved.get(problem.index);
  if (isDone) {
    if (yield* checkSolved(visit, problem, video, sequence))
      yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.glance));
  } else if (!tried && !isClosed(visit, sequence)) return;
  else if (tried && isProgrammed(problem) && lookForMarks(visit, problem, tried)) return seesSolved(visit, problem);
  const usual = isDone ? showsAgain : tried ? showsClosed : SHOWS_UNTRIED;
  const asks = visit.learner.home.habits.chance('asks for answers', usual);
  if (!shows(problem, sequence) || !chance(visit.random, asks)) return;
  yield visit.dwell(visit.behaviour.dwell.navigation);
  visit.platform.showAnswer(visit, problem);
  visit.actions -= 1;
  yield lookBefore(visit, 'shown', ahead());
  unsolved.delete(problem.index);
  if (!isDone) dropped.add(problem.index);
}

/** Whether somebody would still work on a problem. */
export function isOpenTo(visit: Session, problem: Problem): boolean {
  const { solved, dropped, unsolved } = visit.learner.progress;
  const tried = unsolved.get(problem.index);
  if (solved.has(problem.index) || dropped.has(problem.index)) return false;
  return !tried || (!exhausted(problem, tried) && !isHandedIn(visit, problem, tried));
}
