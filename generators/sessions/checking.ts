/** Checks of a problem: its form is handed in, once more at times, and reset; what is left of that in somebody's progress. */
import { chance, hashedShare, integer, lognormal } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Problem, Sequence, Video } from '../course/course.ts';
import { isProgrammed } from '../course/programmed.ts';
import { untouched, type UnsolvedProblem } from '../learners/progress.ts';
import type { Session } from '../model/session.ts';
import type { Activity } from '../model/activity.ts';
import { isClosing, type Due } from '../model/session-context.ts';
import { isTaught, type Approach } from './approach.ts';
import { handIn } from './deadline.ts';
import { fillIn, isTyped, type Guess } from './form.ts';
import { lookForMarks } from './grader.ts';

/** How many tries somebody remembers before the last (a choice). */
const REMEMBERED = 9;

/** Somebody's answers were refused: what they were before is known still. */
function remember(tried: UnsolvedProblem): void {
  if (tried.state.done) tried.refused = [tried.state.answers, ...(tried.refused ?? [])].slice(0, REMEMBERED);
}

/** A problem that draws numbers gets another seed for each learner and reset; any other has the same for all. */
const seedOf = (visit: Session, problem: Problem): number =>
  problem.randomized ? integer(visit.random, -(2 ** 31), 2 ** 31 - 1) : 1;

/** What somebody has made of a problem so far that is not solved. */
export const triedSoFar = (visit: Session, problem: Problem): UnsolvedProblem =>
  visit.learner.progress.unsolved.get(problem.index) ?? {
    attempts: 0,
    state: untouched(seedOf(visit, problem)),
  };

/** Whether no attempts are left. */
export const exhausted = (problem: Problem, tried: UnsolvedProblem): boolean =>
  problem.attempts !== undefined && tried.attempts >= problem.attempts;

/** How often somebody may still check a problem. */
export const attemptsLeft = ({ learner: { progress } }: Session, { attempts = Infinity, index }: Problem): number =>
  attempts - (progress.unsolved.get(index)?.attempts ?? 0);

/** Checks a problem; tells whether it is solved, or that it is closed. */
export function check(
  visit: Session,
  approach: Approach,
  tried: UnsolvedProblem,
  sequence: Due,
  isRight?: boolean | Guess,
): boolean | 'closed' {
  const { problem, video, isGuess } = approach;
  const { progress, home } = visit.learner;
  const { after, solved } = fillIn(visit, approach, tried, isRight);
  const keeps = home.habits.chance('checks again', visit.behaviour.problem.keeps);
  // What waits for an external grader is not sent once more as it is: nobody knows yet that it is right.
  const kept = solved && !problem.randomized && !isProgrammed(problem) && chance(visit.random, keeps);
  visit.actions -= 2;
  const isMarked = handIn(visit, sequence, {
    problem,
    before: tried.state,
    after,
    attempts: tried.attempts + 1,
    solved,
    again: false,
    kept,
    isGuess: isGuess && isRight === undefined,
    taught: isTaught(visit.learner, video),
  });
  if (!isMarked) return 'closed';
  // Only now: a check that is not answered does not count.
  tried.attempts += 1;
  if (!solved) remember(tried);
  else if (tried.refused) tried.refused = undefined;
  tried.state = after;
  if (kept) progress.kept.set(problem.index, tried);
  return solved;
}

/** So many send a form that they have not filled in, before they do: a slip, or out of curiosity; seconds until they have seen it (choices). */
const SENDS_BLANK = 0.02;
const SEES_BLANK = { mean: 2.3, sd: 0.7 };

/** Sends a form with nothing in it, where it has fields to type in and nothing else. Nothing else that somebody does depends on it: not every dialect takes it. */
export function* checkBlank(visit: Session, problem: Problem, tried: UnsolvedProblem, sequence: Due): Activity {
  const { population, learner, platform, actions } = visit;
  const isFirst = tried.attempts === 0 && (problem.attempts ?? Infinity) > 2 && !problem.randomized;
  if (!isFirst || !platform.takesBlanks || !problem.inputs.every(isTyped)) return;
  if (hashedShare(population.seed, `sends blank ${learner.number}`, problem.index) >= SENDS_BLANK) return;
  const approach: Approach = { problem, video: undefined, isGuess: false, thought: 0 };
  if (isClosing(visit, sequence) || check(visit, approach, tried, sequence, () => '') === 'closed') return;
  tried.blanks = 1;
  learner.progress.unsolved.set(problem.index, tried);
  visit.actions = actions;
  const seen = lognormal(visit.own('sends blank', problem.index), SEES_BLANK.mean, SEES_BLANK.sd);
  yield (visit.answered - visit.now) / SECOND + seen;
}

/** Sends the same answers once more. What is said of them is the same, unless it is too late; tells whether they are marked. */
export function checkAgain(
  visit: Session,
  problem: Problem,
  video: Video | undefined,
  sequence: Sequence,
  tried: UnsolvedProblem,
): boolean {
  const { solved } = visit.learner.progress;
  const isSolved = solved.has(problem.index);
  const isMarked = handIn(visit, sequence, {
    problem,
    before: tried.state,
    after: tried.state,
    attempts: tried.attempts + 1,
    solved: isSolved,
    again: isSolved,
    kept: isSolved,
    isGuess: false,
    taught: isTaught(visit.learner, video),
  });
  if (isMarked) tried.attempts += 1;
  return isMarked;
}

/** Sets a problem that was checked back to its start. */
export function reset(visit: Session, problem: Problem, tried: UnsolvedProblem): void {
  const after = untouched(seedOf(visit, problem));
  visit.platform.reset(visit, problem, tried.state, after);
  tried.state = after;
  if (tried.refused) tried.refused = undefined;
}

/** A problem is solved that was not before, as somebody sees now. */
export function seesSolved({ learner: { progress } }: Session, { index }: Problem): void {
  progress.solved.add(index);
  progress.unsolved.delete(index);
}

/**
 * Checks a problem that draws no numbers, right or wrong as is said, or with answers that are given; by chance where neither is said.
 *
 * @returns whether it is solved
 */
export function attempt(visit: Session, problem: Problem, isRight?: boolean | Guess): boolean {
  const { unsolved } = visit.learner.progress;
  const tried = triedSoFar(visit, problem);
  if (isProgrammed(problem)) lookForMarks(visit, problem, tried);
  const approach: Approach = { problem, video: undefined, isGuess: false, thought: 0 };
  const right = check(visit, approach, tried, { due: undefined }, isRight) === true;
  if (right) seesSolved(visit, problem);
  else unsolved.set(problem.index, tried);
  return right;
}
