import { chance, integer, lognormal } from '../../src/base/random/index.ts';
import type { Input, Problem, Sequence } from '../course/course.ts';
import { hexKey } from '../learners/hex-key.ts';
import { untouched, type Mark, type ProblemState, type UnsolvedProblem } from '../learners/progress.ts';
import { type Activity, type Session } from '../model/session.ts';
import { isClosed, isClosing } from '../model/session-context.ts';
import { answerTo } from './answers.ts';

/** The server answers a click within this many seconds; nobody clicks again before the answer is there. */
const ANSWERED = 3.5;

const QUEUED = 'Submitted to grader.';
const WRONG = [
  '',
  '',
  '',
  '<p>Try <b>again</b>.</p>',
  '<span class="message">Check your <em>units</em> &amp; signs.</span>',
] as const;

/** The chance to get one input right: a logistic curve of ability and difficulty that changes with each try. */
function chanceOfRight({ learner, behaviour }: Session, problem: Problem, attempts: number): number {
  const { tries } = behaviour.problem;
  return 1 / (1 + Math.exp(problem.difficulty - learner.ability - tries[Math.min(attempts, tries.length - 1)]!));
}

/** Seconds until the next try at a problem. */
function waitBetweenTries({ random, behaviour }: Session): number {
  const { later, retry, retryLater } = behaviour.problem;
  const { mean, sd } = chance(random, later) ? retryLater : retry;
  return lognormal(random, mean, sd);
}

/** A problem that draws numbers gets another seed for each learner and reset; any other has the same for all. */
const seedOf = (visit: Session, problem: Problem): number =>
  problem.randomized ? integer(visit.random, -(2 ** 31), 2 ** 31 - 1) : 1;

function mark(visit: Session, problem: Problem, input: Input, right: boolean, attempts: number): Mark {
  const points = problem.index % 3 === 0 ? Number(right) : null;
  if (input.kind === 'code') {
    const queued = { key: hexKey(visit.random), time: visit.now };
    return {
      right: false,
      hint: '',
      message: `${QUEUED} (Queue length: ${integer(visit.random, 1, 9)})`,
      points: null,
      queued,
    };
  }
  const hint = !right && attempts >= 2 ? (input.hint ?? '') : '';
  return {
    right,
    hint,
    message: right ? '' : WRONG[(problem.index + attempts) % WRONG.length]!,
    points,
    queued: undefined,
  };
}

/** Fills in the form: what was right before stays as it was. Gives the state after the check, and whether all is right. */
function answer(visit: Session, problem: Problem, tried: UnsolvedProblem): { after: ProblemState; solved: boolean } {
  const { random } = visit;
  const { answers, marks, seed } = tried.state;
  const given: Record<string, string | string[]> = {};
  const marked: Record<string, Mark> = {};
  let solved = true;
  for (const input of problem.inputs) {
    const kept = marks[input.id]?.right === true;
    const right = kept || chance(random, chanceOfRight(visit, problem, tried.attempts));
    given[input.id] = kept ? answers[input.id]! : answerTo(random, input, right, visit.behaviour.problem.typesSpace);
    marked[input.id] = mark(visit, problem, input, right, tried.attempts + 1);
    solved &&= right;
  }
  return { after: { answers: given, marks: marked, seed, done: true }, solved };
}

function check(visit: Session, problem: Problem, tried: UnsolvedProblem): boolean {
  const { after, solved } = answer(visit, problem, tried);
  tried.attempts += 1;
  visit.actions -= 2;
  visit.platform.check(visit, { problem, before: tried.state, after, attempts: tried.attempts, solved });
  tried.state = after;
  return solved;
}

function reset(visit: Session, problem: Problem, tried: UnsolvedProblem): void {
  const after = untouched(seedOf(visit, problem));
  visit.platform.reset(visit, problem, tried.state, after);
  tried.state = after;
}

const exhausted = (problem: Problem, tried: UnsolvedProblem): boolean =>
  problem.attempts !== undefined && tried.attempts >= problem.attempts;

/**
 * Works on a problem: thinks, checks, and tries again until it is right or no patience, time or attempts are left, or until
 * it is left for another sitting. A problem that draws new numbers is reset before it is tried again.
 *
 * @param lookUp what may be done between two tries, such as a look into the book
 */
export function* solve(visit: Session, problem: Problem, sequence: Sequence, lookUp: () => Activity): Activity {
  const { random, platform } = visit;
  const { unsolved, solved } = visit.learner.progress;
  const habits = visit.behaviour.problem;
  const tried = unsolved.get(problem.index) ?? { attempts: 0, state: untouched(seedOf(visit, problem)) };
  yield visit.dwell(visit.behaviour.dwell.problem);
  if (chance(random, habits.savesFirst) && !isClosing(visit, sequence)) {
    platform.save(visit, problem, tried.state, answer(visit, problem, tried).after.answers);
    if (!tried.state.done && chance(random, habits.resetsSaved)) {
      yield ANSWERED;
      if (isClosed(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'closed');
      else if (!isClosing(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'not_done');
    }
    yield ANSWERED + visit.dwell(habits.retry);
  }
  for (;;) {
    if (isClosing(visit, sequence)) break;
    if (exhausted(problem, tried)) {
      if (chance(random, habits.checksTooOften)) {
        platform.checkRefused(visit, problem, tried.state, tried.state.answers, 'closed');
        yield ANSWERED + visit.dwell(visit.behaviour.dwell.navigation);
      }
      break;
    }
    if (problem.randomized && tried.state.done) {
      if (chance(random, habits.forgetsReset)) {
        platform.checkRefused(visit, problem, tried.state, tried.state.answers, 'unreset');
        yield ANSWERED + visit.dwell(visit.behaviour.dwell.navigation);
      }
      if (isClosed(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'closed');
      else if (isClosing(visit, sequence)) break;
      else reset(visit, problem, tried);
      yield ANSWERED + visit.dwell(visit.behaviour.dwell.navigation);
      if (isClosing(visit, sequence)) break;
    }
    const right = check(visit, problem, tried);
    unsolved.set(problem.index, tried);
    if (right) {
      solved.add(problem.index);
      yield ANSWERED + visit.dwell(visit.behaviour.dwell.marks);
      break;
    }
    yield ANSWERED;
    const queued = problem.inputs.some(({ kind }) => kind === 'code');
    const retries = queued ? habits.retriesWhileQueued : visit.learner.kind.retries;
    if (visit.actions <= 0) return;
    if (!chance(random, retries)) break;
    const wait = waitBetweenTries(visit);
    if (wait > habits.patience) return;
    if (chance(random, habits.looksUp)) yield* lookUp();
    yield wait;
  }
  yield* giveUp(visit, problem, tried);
}

/** What comes after the last try: for some, a look at the answer. */
function* giveUp(visit: Session, problem: Problem, tried: UnsolvedProblem): Activity {
  const { unsolved, solved, dropped } = visit.learner.progress;
  const right = solved.has(problem.index);
  const curious = right ? visit.behaviour.problem.showsWhenRight : visit.behaviour.problem.showsWhenTired;
  const sees = tried.attempts > 0 && problem.showAnswer && chance(visit.random, curious);
  if (sees) {
    visit.actions -= 1;
    visit.platform.showAnswer(visit, problem);
    yield ANSWERED + visit.dwell(visit.behaviour.problem.retry);
  }
  if (right || sees) unsolved.delete(problem.index);
  if (sees && !right) dropped.add(problem.index);
}

/** Comes too late: checks a problem that has closed, from a page that was open before. */
export function* checkTooLate(visit: Session, problem: Problem): Activity {
  const tried = visit.learner.progress.unsolved.get(problem.index);
  if (!tried) return;
  yield visit.dwell(visit.behaviour.dwell.problem);
  visit.platform.checkRefused(visit, problem, tried.state, tried.state.answers, 'closed');
  yield ANSWERED;
}

/** Whether somebody would still work on a problem. */
export function isOpenTo(visit: Session, problem: Problem): boolean {
  const { solved, dropped, unsolved } = visit.learner.progress;
  const tried = unsolved.get(problem.index);
  return !solved.has(problem.index) && !dropped.has(problem.index) && !(tried && exhausted(problem, tried));
}
