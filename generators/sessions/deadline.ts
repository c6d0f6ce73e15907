/** What people do as a deadline comes, and when it has come while they were at it: a page that is open keeps its button. */
import { chance, lognormal } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Problem, Sequence } from '../course/course.ts';
import type { ProblemState } from '../learners/progress.ts';
import type { MarkedCheck } from '../model/platform.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { closesAt, isClosed, type Due } from '../model/session-context.ts';

/** Of those who would still think about a problem when it closes, so many have an eye on the clock, and check what they have before (a choice). */
const WATCHES_CLOCK = 0.6;

/** They do so after so much of the time that is left, lognormal: some are too late by seconds (a choice). */
const OF_TIME_LEFT = { mean: -0.25, sd: 0.22 };

/** Nobody fills in a form in fewer seconds. */
const SOONEST = 1.5;

/** Of those who are told that it is too late, so many look whether what they have done before counts (a choice). */
const LOOKS_AT_PROGRESS = 0.4;

/** Seconds until somebody checks who would so many seconds from now. */
export function hurried(visit: Session, sequence: Due, { index }: Problem, seconds: number): number {
  const left = (closesAt(visit, sequence) - visit.now) / SECOND;
  if (seconds < left || left < SOONEST) return seconds;
  const random = visit.own('hurries', index, Math.round(left));
  if (!chance(random, WATCHES_CLOCK)) return seconds;
  const least = Math.max(SOONEST, (visit.answered - visit.now) / SECOND + SOONEST);
  return Math.max(least, Math.min(seconds, left * lognormal(random, OF_TIME_LEFT.mean, OF_TIME_LEFT.sd)));
}

/** Hands in answers; tells whether they are marked. Whoever is too late is told so. */
export function handIn(visit: Session, sequence: Due, check: MarkedCheck): boolean {
  if (!isClosed(visit, sequence)) {
    if (visit.platform.check(visit, check, closesAt(visit, sequence))) return true;
  } else visit.platform.checkRefused(visit, check.problem, check.before, check.after.answers, 'closed');
  visit.late = { sequence, answers: check.after.answers };
  return false;
}

/** Is told that a problem is closed: tries again, once or twice, and looks at the progress that it has made. */
export function* takeNote(visit: Session, problem: Problem, state: ProblemState): Activity {
  const { random, platform, behaviour } = visit;
  yield visit.lookAtAnswer(visit.dwell(behaviour.dwell.sigh));
  while (chance(random, behaviour.problem.checksTooLate)) {
    platform.checkRefused(visit, problem, state, visit.late!.answers, 'closed');
    yield visit.lookAtAnswer(visit.dwell(behaviour.dwell.sigh));
  }
  if (!chance(random, LOOKS_AT_PROGRESS)) return;
  const seconds = platform.lookAtProgress(visit);
  if (seconds > 0) yield visit.lookAtAnswer(seconds);
}

/**
 * Whether somebody knows that a sequence is closed: it was told so, or what stands there was shown after that, and so without a button.
 *
 * @param shownOpen whether it was open when it was shown
 */
export const knowsClosed = (visit: Session, sequence: Sequence, shownOpen: boolean): boolean =>
  isClosed(visit, sequence) && (!shownOpen || visit.late?.sequence === sequence);
