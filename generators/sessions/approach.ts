/** How somebody goes about a problem: how likely it is right, how long it thinks, whether it guesses. */
import { chance, hashedNormal, lognormal, normal } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Input, Problem, Sequence, Video } from '../course/course.ts';
import { isAssignment } from '../course/sequences.ts';
import type { Learner } from '../learners/learner.ts';
import type { Session } from '../model/session.ts';

/** Who guessed wrong guesses again. */
const GUESSES_ON = 0.7;

/** How much a good sitting is worth, in logits a standard deviation (a choice). */
const FORM = 0.4;

/** What somebody brings to a problem: the problem, its video, and whether it guesses now. */
export interface Approach {
  readonly problem: Problem;
  readonly video: Video | undefined;
  isGuess: boolean;
  /** By how many standard deviations it has thought longer about the next try than most do. */
  thought: number;
}

/** Whether the video before a problem was watched. */
export const isTaught = ({ progress }: Learner, video: Video | undefined): boolean =>
  video !== undefined && progress.watched.has(video.id);

/**
 * The chance to get one input right: a logistic curve of ability and difficulty that changes with each try, and with what was
 * learned from the video before and from problems solved. Who guesses at a choice is right by luck.
 */
export function chanceOfRight(
  { learner, behaviour, form }: Session,
  { problem, video, isGuess, thought }: Approach,
  input: Input,
  attempts: number,
) {
  if (isGuess && input.kind === 'choice') return 1 / input.choices;
  const { tries, watchedBefore, practice, thinking } = behaviour.problem;
  const taught = isTaught(learner, video) ? watchedBefore : 0;
  const learned = taught + FORM * form + (practice * learner.progress.solved.size) / 100 + thinking * thought;
  return (
    1 / (1 + Math.exp(problem.difficulty - learner.ability - learned - tries[Math.min(attempts, tries.length - 1)]!))
  );
}

/** How much longer a problem takes than others, in standard deviations of the logarithm; the same for everybody. */
const intensityOf = onceFor(({ key }: Problem) => hashedNormal(key, 'intensity', 0));

/** A program of so many characters takes as long as problems do. */
const USUAL_LENGTH = 190;

/** The logarithm of how much longer a problem's programs are than that; 0 of all other problems. */
const lengthOf = onceFor(({ inputs }: Problem): number => {
  const length = inputs.reduce((sum, input) => sum + (input.kind === 'code' ? input.answer.length : 0), 0);
  return length === 0 ? 0 : Math.log(length / USUAL_LENGTH);
});

/** By how much longer a learner takes over a problem than people over problems, as a difference of logarithms. */
export function slowness({ learner, behaviour }: Session, problem: Problem): number {
  const { intensitySd, perInput, perLength } = behaviour.problem;
  const own = intensitySd * intensityOf(problem) + perInput * Math.log(problem.inputs.length);
  return learner.pace + own + perLength * lengthOf(problem);
}

/** Whether somebody guesses at a problem of choices: the weak and late more. */
export function guesses({ random, learner, behaviour, day }: Session, { inputs }: Problem): boolean {
  if (inputs.some(({ kind }) => kind !== 'choice')) return false;
  return chance(random, behaviour.problem.guesses * Math.exp(day / 140 - 0.7 * learner.ability));
}

/** Before the last try that is allowed, so many take care: they do not guess, and think so many times as long (choices). */
const TAKES_CARE = { share: 0.65, longer: 1.8 };

/**
 * Seconds until the next try at a problem; who has guessed, or has a choice left, mostly guesses on.
 *
 * @param isLast whether there is no other one after it
 */
export function waitBetweenTries(visit: Session, approach: Approach, isLast: boolean): number {
  const { random, behaviour, learner } = visit;
  const { later, retry, retryLater, guessSeconds, guessesAfter, tempo } = behaviour.problem;
  const isOfChoices = approach.problem.inputs.every(({ kind }) => kind === 'choice');
  approach.thought = 0;
  const takesCare = isLast && chance(random, TAKES_CARE.share);
  const guessesNow = chance(random, approach.isGuess ? GUESSES_ON : isOfChoices ? guessesAfter : 0);
  approach.isGuess = guessesNow && !takesCare;
  if (approach.isGuess) return lognormal(random, guessSeconds.mean, guessSeconds.sd);
  const { mean, sd } = chance(random, later) ? retryLater : retry;
  approach.thought = normal(random, 0, 1);
  const slow = Math.sqrt(tempo) * learner.tempo + Math.sqrt(1 - tempo) * approach.thought;
  const seconds = Math.exp(mean + slowness(visit, approach.problem) / 2 + sd * slow);
  return takesCare ? TAKES_CARE.longer * seconds : seconds;
}

/** Whether it is one of a lecture's exercises, which take seconds rather than minutes, unless they ask for a program. */
export const isExercise = ({ inputs }: Problem, sequence: Sequence): boolean =>
  !isAssignment(sequence) && inputs.every(({ kind }) => kind !== 'code');
