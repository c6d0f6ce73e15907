/** What somebody does in another tab while a video goes on playing, to which it listens. */
import { chance, integer, lognormal } from '../../src/base/random/index.ts';
import { isAssignment } from '../course/sequences.ts';
import type { Activity } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { isClosing } from '../model/session-context.ts';
import { turnFrom } from './autoplay.ts';
import { mayRead, read } from './book.ts';
import { visitForum } from './places.ts';
import { isOpenTo, solve } from './problem.ts';
import { openProblems, Straight, type Place } from './straight.ts';
import { byTurns, inNewTab, isOpen, usesTabs } from './tabs.ts';

/** Of those who listen, so many solve problems that are due, if there are any; of the others, so many read the book, if they ever do (choices). */
const SOLVES = 0.7;
const READS = 0.5;

/** Seconds until somebody turns to it (a choice). */
const TURNS = { mean: 2.6, sd: 0.7 };

/** So many things are done there. */
const ACTIONS = { least: 2, most: 14 };

/** Whether somebody will only listen to a video that is about to be played. */
export const listens = (visit: Session): boolean =>
  visit.actions > ACTIONS.least && usesTabs(visit, 'listens', visit.behaviour.tabs.listens);

/** Homework's problems that are open, of sequences that no tab has open. */
const due = (visit: Session): Place[] =>
  openProblems(visit).filter(
    ({ sequence }) => isAssignment(sequence) && sequence.timeLimit === undefined && !isOpen(visit, sequence),
  );

/** Goes from one problem to the next. */
function* solveSome(visit: Session, places: readonly Place[]): Activity {
  const straight = new Straight(visit);
  const look = () => visit.dwell(visit.behaviour.dwell.navigation);
  for (const { problem, sequence, number, position } of places) {
    if (visit.actions <= 0) break;
    if (isClosing(visit, sequence) || !isOpenTo(visit, problem)) continue;
    yield* straight.to({ sequence, number, position }, look);
    yield* turnFrom(visit);
    const { video } = sequence.elements[position - 1]!;
    if (!isClosing(visit, sequence)) yield* solve(visit, problem, video, sequence, () => 'elsewhere');
  }
}

function* other(visit: Session): Activity {
  const { tabbing, learner } = visit;
  yield lognormal(tabbing, TURNS.mean, TURNS.sd);
  const places = learner.solves && chance(tabbing, SOLVES) ? due(visit) : [];
  if (places.length > 0) yield* inNewTab(visit, solveSome(visit, places));
  else if (chance(tabbing, READS) && mayRead(visit)) yield* read(visit);
  else yield* inNewTab(visit, visitForum(visit));
}

/**
 * Watches a video, and does something else in another tab meanwhile.
 *
 * @returns what comes of the watching
 */
export function listen(visit: Session, watching: Activity<boolean>): Activity<boolean> {
  const { tabbing: random } = visit;
  const actions = Math.min(visit.actions - 1, integer(random, ACTIONS.least, ACTIONS.most));
  return byTurns(visit, watching, other(visit), { random, actions });
}
