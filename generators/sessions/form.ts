/** How a problem's form is filled in: what somebody answers in each field, and how that is marked. */
import { chance } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import { DAY } from '../../src/base/time.ts';
import type { Input, Problem } from '../course/course.ts';
import { hexKey } from '../learners/hex-key.ts';
import { attemptsAt, untouched, type Mark, type ProblemState, type UnsolvedProblem } from '../learners/progress.ts';
import type { Session } from '../model/session.ts';
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
import { chanceOfRight, type Approach } from './approach.ts';
import { feedbackOn, UNSAID } from './feedback.ts';
import { ownProgram, styleOf } from './programs.ts';
import { waitingAt } from './queue.ts';

const QUEUED = 'Submitted to grader.';

/** A grader is as busy for so many microseconds, as far as it matters for how long it takes. */
const BUSY = DAY / 144;

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

/** Whether an input is a field to type in that a form sends blank. */
export const isTyped = ({ kind }: Input): boolean => kind === 'number' || kind === 'text';

/**
 * Whether somebody leaves a field blank beside others, since it checks what it knows. One of those to type in it fills: with none, the button of today is disabled.
 *
 * @param filled whether one is
 */
const leavesBlank = ({ random, behaviour }: Session, { inputs }: Problem, input: Input, filled: boolean): boolean =>
  isTyped(input) && (filled || inputs.findLast(isTyped) !== input) && chance(random, behaviour.problem.leavesBlank);

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

/** Of the tries at a problem with several inputs wrong so many are at some of them; each of the others is left then so often (choices). */
const ONE_AT_A_TIME = 0.45;
const LEAVES = 0.75;

/** The inputs that somebody leaves as they were refused this time: it works on one after the other, and on one at least. */
function leftWrong(
  { random }: Session,
  { inputs }: Problem,
  marks: ProblemState['marks'],
): ReadonlySet<Input> | undefined {
  const wrong = inputs.filter(({ kind }, place) => marks[place]?.right === false && kind !== 'code');
  if (wrong.length < 2 || !chance(random, ONE_AT_A_TIME)) return undefined;
  return new Set(wrong.filter((_, nth) => nth > 0 && chance(random, LEAVES)));
}

/** Of a problem's inputs that are marked right, while others are not, so many are changed at a try all the same; of what is typed, so many only in how they are spelled (choices). */
const DOUBTS = 0.03;
const RESPELLS = 0.4;

/** Who spells anew what is right. */
const ANEW = { spellsOtherwise: 1, typesSpace: 0.5 };

/** What of an unsolved problem's input was refused, the newest first. */
const refusedAt = ({ state, refused = [] }: UnsolvedProblem, place: number): Refused => [
  state.answers[place]!,
  ...refused.map((answers) => answers[place]!),
];

/** What somebody tries at an input, whether that is right or not. */
export type Guess = (input: Input) => string | string[];

/**
 * Fills in the form: what was right before stays as it was, and so may some of what was wrong. Gives the state after the check, and whether all is right.
 *
 * @param isRight whether what is new is right, or what it is; by chance where neither is said
 */
export function fillIn(
  visit: Session,
  approach: Approach,
  tried: UnsolvedProblem,
  isRight?: boolean | Guess,
): { after: ProblemState; solved: boolean } {
  const { random } = visit;
  const { problem } = approach;
  const { seed } = tried.state;
  // Whoever has sent nothing yet begins as if it had not checked.
  const { answers, marks } = attemptsAt(tried) > 0 ? tried.state : untouched(seed);
  const hand = handOf(visit, problem, tried.attempts + 1);
  const left = isRight === undefined && !approach.isGuess ? leftWrong(visit, problem, marks) : undefined;
  let isFilled = false;
  const filled = problem.inputs.map((asked, place) => {
    const input = drawnInput(asked, problem.randomized ? seed : undefined);
    const before = marks[place];
    const doubts =
      before?.right === true &&
      isRight === undefined &&
      asked.kind !== 'code' &&
      problem.inputs.length > 1 &&
      chance(random, DOUBTS);
    const kept = before?.right === true && !doubts;
    const stays = kept || (left?.has(asked) === true && answers[place] !== '');
    const refused = before?.right === false ? refusedAt(tried, place) : NOTHING;
    const guess = typeof isRight === 'function' ? isRight(input) : nextInList(visit, approach, input, isRight, refused);
    const said = guess === undefined ? (isRight as boolean | undefined) : isRightFor(input, guess);
    const respells = doubts && isTyped(asked) && chance(random, RESPELLS);
    const known = doubts ? respells : said;
    const right = stays
      ? kept || isRightFor(input, answers[place]!)
      : (known ??
        (isLeftOver(input, refused) || chance(random, chanceOfRight(visit, approach, input, attemptsAt(tried)))));
    const isBlank = !stays && !right && guess === undefined && leavesBlank(visit, problem, asked, isFilled);
    isFilled ||= isTyped(asked) && !isBlank;
    const habits = visit.behaviour.problem;
    const thought = stays
      ? answers[place]!
      : isBlank
        ? ''
        : (guess ?? answerTo(random, input, right, respells ? { ...habits, ...ANEW } : habits, hand, refused));
    const isProgram = input.kind === 'code' && typeof thought === 'string';
    const written = (isProgram ? visit.handsIn?.(input.key, () => thought)() : undefined) ?? thought;
    const key = visit.keyed?.(problem, input) ?? input;
    const isMarkedRight = kept || key === input ? right : isRightFor(key, thought);
    return { written, isMarkedRight, marked: mark(visit, problem, input, isMarkedRight, written) };
  });
  const after = {
    answers: filled.map(({ written }) => written),
    marks: filled.map(({ marked }) => marked),
    seed,
    done: true,
  };
  return { after, solved: filled.every(({ isMarkedRight }) => isMarkedRight) };
}
