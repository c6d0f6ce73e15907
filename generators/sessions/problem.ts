import { chance, integer, lognormal } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import { DAY } from '../../src/base/time.ts';
import type { Input, Problem, Sequence, Video } from '../course/course.ts';
import { isProgrammed } from '../course/programmed.ts';
import { hexKey } from '../learners/hex-key.ts';
import { untouched, type Mark, type ProblemState, type UnsolvedProblem } from '../learners/progress.ts';
import { type Activity, type Session } from '../model/session.ts';
import { isClosed, isClosing, type Due } from '../model/session-context.ts';
import { chanceOfRight, guesses, isExercise, isTaught, slowness, waitBetweenTries, type Approach } from './approach.ts';
import { handIn, hurried, takeNote } from './deadline.ts';
import {
  answerTo,
  drawnInput,
  isLeftOver,
  isRightFor,
  nextChoice,
  NOTHING,
  type Hand,
  type Refused,
} from './answers.ts';
import { feedbackOn, UNSAID } from './feedback.ts';
import { awaitMarks, isHandedIn, lookForMarks } from './grader.ts';
import { ownProgram, styleOf } from './programs.ts';
import { waitingAt } from './queue.ts';

/** Of those who see that all is right, so many go on at once. */
const GLANCES = 0.36;

/** Of those who check again when the answer was shown, so many have copied it right (a choice). */
const COPIES_RIGHT = 0.88;

const QUEUED = 'Submitted to grader.';

/** A grader is as busy for so many microseconds, as far as it matters for how long it takes. */
const BUSY = DAY / 144;

/** Whether somebody waits so long for a next try in the page, rather than to come back at another sitting. */
const staysFor = ({ random, behaviour }: Session, seconds: number): boolean =>
  chance(random, 1 / (1 + (seconds / behaviour.problem.patience) ** 5));

/** A problem that draws numbers gets another seed for each learner and reset; any other has the same for all. */
const seedOf = (visit: Session, problem: Problem): number =>
  problem.randomized ? integer(visit.random, -(2 ** 31), 2 ** 31 - 1) : 1;

/** @param written the answer, as the form sends it */
function mark(visit: Session, problem: Problem, input: Input, right: boolean, written: string | string[]): Mark {
  const points = problem.index % 3 === 0 ? Number(right) : null;
  if (input.kind === 'code') {
    const { now, start, course, population, behaviour } = visit;
    const waiting = (time: number): number =>
      waitingAt(population.seed, course, behaviour.problem, (time - start) / DAY, time);
    const ahead = waiting(now);
    // How long it takes is the same in all dialects, whose times differ by what networks and servers add.
    const usual = waiting(Math.floor(now / BUSY) * BUSY);
    const queued = { key: hexKey(visit.random), time: now, ahead, usual, right };
    const message = `${QUEUED} (Queue length: ${ahead})`;
    return { right: false, hint: '', message, points: null, queued };
  }
  const { hint, message } = right ? UNSAID : feedbackOn(input, written);
  return { right, hint, message, points, queued: undefined };
}

/** The number of the problem set that a problem is of, as its name says it. */
const setOf = onceFor(({ key }: Problem): { readonly set: number | undefined } => {
  const [, digits] = /(?:problem_?set|ps|pset|homework|hw)_?(\d{1,2})\b/i.exec(key) ?? [];
  return { set: digits === undefined ? undefined : Number(digits) };
});

/** Whether somebody leaves a field blank, which is never the first: it checks what it knows. */
const leavesBlank = ({ random, behaviour }: Session, { inputs }: Problem, input: Input): boolean =>
  (input.kind === 'number' || input.kind === 'text') &&
  input !== inputs[0] &&
  chance(random, behaviour.problem.leavesBlank);

/** The choice that somebody guesses next who goes down the list; undefined where nobody does. */
function nextInList(
  { random, behaviour }: Session,
  { isGuess }: Approach,
  input: Input,
  isRight: boolean | undefined,
  refused: Refused,
): string | undefined {
  if (!isGuess || isRight !== undefined || input.kind !== 'choice' || refused.length === 0) return undefined;
  return chance(random, behaviour.problem.downTheList) ? nextChoice(input, refused) : undefined;
}

/** Somebody's hand at a problem, at its nth try. */
function handOf(visit: Session, problem: Problem, nth: number): Hand {
  // Who looks for another answer than the one before tries the same programs.
  let written: Map<string, string> | undefined;
  return {
    byHand(key, program) {
      written ??= new Map();
      const known = written.get(key + program);
      if (known !== undefined) return known;
      const occasion = { set: setOf(problem).set, attempt: nth };
      const mine = ownProgram(visit.own('programs'), visit.own('program', key), program, occasion);
      written.set(key + program, mine);
      return mine;
    },
    slip: () => (chance(visit.random, visit.behaviour.problem.ownSlip) ? visit.learner.slip : undefined),
    style: () => styleOf(visit.own('programs')),
    person: visit.learner.username,
    beside: problem.inputs,
  };
}

/** How many tries somebody remembers before the last (a choice). */
const REMEMBERED = 9;

/** What of an unsolved problem's input was refused, the newest first. */
const refusedAt = ({ state, refused = [] }: UnsolvedProblem, id: string): Refused => [
  state.answers[id]!,
  ...refused.map((answers) => answers[id]!),
];

/** Somebody's answers were refused: what they were before is known still. */
function remember(tried: UnsolvedProblem): void {
  if (tried.state.done) tried.refused = [tried.state.answers, ...(tried.refused ?? [])].slice(0, REMEMBERED);
}

/** What somebody tries at an input, whether that is right or not. */
export type Guess = (input: Input) => string | string[];

/**
 * Fills in the form: what was right before stays as it was. Gives the state after the check, and whether all is right.
 *
 * @param isRight whether what is new is right, or what it is; by chance where neither is said
 */
function answer(
  visit: Session,
  approach: Approach,
  tried: UnsolvedProblem,
  isRight?: boolean | Guess,
): { after: ProblemState; solved: boolean } {
  const { random } = visit;
  const { problem } = approach;
  const { answers, marks, seed } = tried.state;
  const given: Record<string, string | string[]> = {};
  const marked: Record<string, Mark> = {};
  const hand = handOf(visit, problem, tried.attempts + 1);
  let solved = true;
  for (const asked of problem.inputs) {
    const input = drawnInput(asked, problem.randomized ? seed : undefined);
    const before = marks[input.id];
    const kept = before?.right === true;
    const refused = before && !kept ? refusedAt(tried, input.id) : NOTHING;
    const guess = typeof isRight === 'function' ? isRight(input) : nextInList(visit, approach, input, isRight, refused);
    const known = guess === undefined ? (isRight as boolean | undefined) : isRightFor(input, guess);
    const right =
      kept ||
      (known ?? (isLeftOver(input, refused) || chance(random, chanceOfRight(visit, approach, input, tried.attempts))));
    const isBlank = !kept && !right && guess === undefined && leavesBlank(visit, problem, asked);
    const written = kept
      ? answers[input.id]!
      : isBlank
        ? ''
        : (guess ?? answerTo(random, input, right, visit.behaviour.problem, hand, refused));
    const isProgram = input.kind === 'code' && typeof written === 'string';
    given[input.id] = (isProgram ? visit.handsIn?.(input.key, written) : undefined) ?? written;
    const key = visit.keyed?.(problem, input) ?? input;
    const isMarkedRight = kept || key === input ? right : isRightFor(key, written);
    marked[input.id] = mark(visit, problem, input, isMarkedRight, given[input.id]!);
    solved &&= isMarkedRight;
  }
  return { after: { answers: given, marks: marked, seed, done: true }, solved };
}

/** Checks a problem; tells whether it is solved, or that it is closed. */
function check(
  visit: Session,
  approach: Approach,
  tried: UnsolvedProblem,
  sequence: Due,
  isRight?: boolean | Guess,
): boolean | 'closed' {
  const { problem, video, isGuess } = approach;
  const { progress, home } = visit.learner;
  const { after, solved } = answer(visit, approach, tried, isRight);
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

/** Sends the same answers once more. What is said of them is the same, unless it is too late; tells whether they are marked. */
function checkAgain(
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

/** Checks what is solved once more, at times. */
function* checkSolved(visit: Session, problem: Problem, video: Video | undefined, sequence: Sequence): Activity {
  const tried = visit.learner.progress.kept.get(problem.index);
  if (!tried || exhausted(problem, tried) || isClosed(visit, sequence)) return;
  if (!chance(visit.random, visit.behaviour.problem.checksSolved)) return;
  // By a wrong key it would not be solved.
  if (problem.inputs.some((input) => (visit.keyed?.(problem, input) ?? input) !== input)) return;
  yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.sigh));
  checkAgain(visit, problem, video, sequence, tried);
  yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.glance));
}

function reset(visit: Session, problem: Problem, tried: UnsolvedProblem): void {
  const after = untouched(seedOf(visit, problem));
  visit.platform.reset(visit, problem, tried.state, after);
  tried.state = after;
  if (tried.refused) tried.refused = undefined;
}

const exhausted = (problem: Problem, tried: UnsolvedProblem): boolean =>
  problem.attempts !== undefined && tried.attempts >= problem.attempts;

/**
 * Works on a problem: thinks, checks, and tries again until it is right or no patience, time or attempts are left, or until
 * it is left for another sitting. A problem that draws new numbers is reset before it is tried again.
 *
 * @param video that comes before it
 * @param lookUp what may be done between two tries, such as a look into the book; nothing, where it is not given
 */
export function* solve(
  visit: Session,
  problem: Problem,
  video: Video | undefined,
  sequence: Sequence,
  lookUp?: () => Activity,
): Activity {
  const { random, platform } = visit;
  const { unsolved, solved } = visit.learner.progress;
  const habits = visit.behaviour.problem;
  const tried = unsolved.get(problem.index) ?? { attempts: 0, state: untouched(seedOf(visit, problem)) };
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
    platform.save(visit, problem, tried.state, answer(visit, approach, tried).after.answers);
    if (!tried.state.done && chance(random, habits.resetsSaved)) {
      yield visit.lookAtAnswer();
      if (isClosed(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'closed');
      else if (!isClosing(visit, sequence)) platform.resetRefused(visit, problem, tried.state, 'not_done');
    }
    yield visit.lookAtAnswer(visit.dwell(habits.retry));
  }
  for (;;) {
    // What is answered in an exam and not checked by its end is lost.
    if (sequence.timeLimit !== undefined && isClosing(visit, sequence)) break;
    if (programmed && lookForMarks(visit, problem, tried)) {
      solved.add(problem.index);
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
    }
    const right = check(visit, approach, tried, sequence);
    if (right === 'closed') {
      yield* takeNote(visit, problem, tried.state);
      break;
    }
    unsolved.set(problem.index, tried);
    // Whether a program is right nobody knows before it is marked.
    if (right && !programmed) {
      solved.add(problem.index);
      const { glance, marks } = visit.behaviour.dwell;
      yield visit.lookAtAnswer(visit.dwell(chance(random, GLANCES) ? glance : marks));
      yield* checkSolved(visit, problem, video, sequence);
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
    const wait = waitBetweenTries(visit, approach);
    const leaves = visit.actions <= 0;
    const tires = !leaves && !chance(random, visit.learner.kind.retries);
    if (leaves || tires || !staysFor(visit, wait)) {
      yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.sigh));
      if (tires) break;
      return;
    }
    if (lookUp && chance(random, visit.learner.home.habits.chance('looks things up', habits.looksUp))) {
      yield visit.lookAtAnswer();
      yield* lookUp();
    }
    const seconds = hurried(visit, sequence, problem, visit.lookAtAnswer(wait));
    platform.ponder(visit, problem, seconds);
    platform.workOn(visit, problem, seconds);
    yield seconds;
  }
  yield* giveUp(visit, approach, tried, sequence);
}

/** A problem is solved that was not before, as somebody sees now. */
function seesSolved({ learner: { progress } }: Session, { index }: Problem): void {
  progress.solved.add(index);
  progress.unsolved.delete(index);
}

/** What comes after the last try: for some, a look at the answer. */
function* giveUp(visit: Session, approach: Approach, tried: UnsolvedProblem, sequence: Sequence): Activity {
  const { problem } = approach;
  const { unsolved, solved, dropped } = visit.learner.progress;
  const right = solved.has(problem.index);
  const curious = right ? visit.behaviour.problem.showsWhenRight : visit.behaviour.problem.showsWhenTired;
  const sees =
    tried.attempts > 0 &&
    shows(problem, sequence) &&
    chance(visit.random, visit.learner.home.habits.chance('asks for answers', curious));
  if (sees) {
    visit.actions -= 1;
    visit.platform.showAnswer(visit, problem);
    yield visit.lookAtAnswer(visit.dwell(visit.behaviour.problem.retry));
    const again = !right && !problem.randomized && !exhausted(problem, tried) && !isClosed(visit, sequence);
    if (again && chance(visit.random, visit.behaviour.problem.checksAfterShown)) {
      const done = check(visit, approach, tried, sequence, chance(visit.random, COPIES_RIGHT));
      if (done === true) solved.add(problem.index);
      yield visit.lookAtAnswer(visit.dwell(visit.behaviour.dwell.marks));
    }
  }
  if (right || sees) unsolved.delete(problem.index);
  if (sees && !solved.has(problem.index)) dropped.add(problem.index);
}

/** Whether the answer to a problem is shown to those who have tried it. */
const shows = ({ showAnswer }: Problem, { timeLimit }: Sequence): boolean => showAnswer && timeLimit === undefined;

/** Sees a problem again that is solved, given up or closed: looks at its answer, or checks it once more. */
export function* lookAgain(visit: Session, problem: Problem, video: Video | undefined, sequence: Sequence): Activity {
  const { unsolved, solved, dropped } = visit.learner.progress;
  const { showsAgain, showsClosed } = visit.behaviour.problem;
  const isDone = solved.has(problem.index) || dropped.has(problem.index);
  const tried = unsolved.get(problem.index);
  if (isDone) yield* checkSolved(visit, problem, video, sequence);
  else if (!tried) return;
  else if (isProgrammed(problem) && lookForMarks(visit, problem, tried)) return seesSolved(visit, problem);
  const asks = visit.learner.home.habits.chance('asks for answers', isDone ? showsAgain : showsClosed);
  if (!shows(problem, sequence) || !chance(visit.random, asks)) return;
  yield visit.dwell(visit.behaviour.dwell.navigation);
  visit.platform.showAnswer(visit, problem);
  visit.actions -= 1;
  yield visit.lookAtAnswer(visit.dwell(visit.behaviour.problem.retry));
  if (unsolved.delete(problem.index)) dropped.add(problem.index);
}

/** Whether somebody would still work on a problem. */
export function isOpenTo(visit: Session, problem: Problem): boolean {
  const { solved, dropped, unsolved } = visit.learner.progress;
  const tried = unsolved.get(problem.index);
  if (solved.has(problem.index) || dropped.has(problem.index)) return false;
  return !tried || (!exhausted(problem, tried) && !isHandedIn(visit, problem, tried));
}

/** How often somebody may still check a problem. */
export const attemptsLeft = ({ learner: { progress } }: Session, { attempts = Infinity, index }: Problem): number =>
  attempts - (progress.unsolved.get(index)?.attempts ?? 0);

/**
 * Checks a problem that draws no numbers, right or wrong as is said, or with answers that are given; by chance where neither is said.
 *
 * @returns whether it is solved
 */
export function attempt(visit: Session, problem: Problem, isRight?: boolean | Guess): boolean {
  const { unsolved } = visit.learner.progress;
  const tried = unsolved.get(problem.index) ?? { attempts: 0, state: untouched(seedOf(visit, problem)) };
  if (isProgrammed(problem)) lookForMarks(visit, problem, tried);
  const approach: Approach = { problem, video: undefined, isGuess: false, thought: 0 };
  const right = check(visit, approach, tried, { due: undefined }, isRight) === true;
  if (right) seesSolved(visit, problem);
  else unsolved.set(problem.index, tried);
  return right;
}
