import { SECOND } from '../../src/base/time.ts';
import { chance, integer } from '../../src/base/random/index.ts';
import type { Chapter, Element, Sequence, Task, Video } from '../course/course.ts';
import type { LocatedSequence } from '../course/sequences.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import type { Learner } from '../learners/learner.ts';
import { goTo, silence, staying, type Activity, type Session } from '../model/session.ts';
import { isClosed, isClosing } from '../model/session-context.ts';
import { read } from './book.ts';
import { hasFeedback, readFeedback, writeEssay } from './open-ended.ts';
import { checkTooLate, isOpenTo, lookAgain, solve } from './problem.ts';
import { ignore, turnFrom } from './autoplay.ts';
import { watch } from './video.ts';

const wantsBook = (visit: Session): boolean =>
  visit.learner.reads &&
  visit.now - visit.bookClosed > visit.behaviour.book.restSeconds * SECOND &&
  chance(visit.random, visit.learner.home.habits.chance('looks things up', visit.behaviour.book.opens));

function* readIfWanted(visit: Session): Activity {
  if (wantsBook(visit)) yield* read(visit);
}

/** The problems below a video, tried while it is paused. */
function* tryBelow(visit: Session, element: Element, sequence: Sequence): Activity {
  const problem = element.problems[0];
  const tries = problem && visit.exercises && !isClosing(visit, sequence) && isOpenTo(visit, problem);
  if (tries && chance(visit.random, visit.behaviour.video.triesWhilePaused))
    yield* solve(visit, problem, element.video, sequence, () => readIfWanted(visit));
  else yield* readIfWanted(visit);
}

function* workOn(visit: Session, element: Element, sequence: Sequence): Activity {
  const tries = sequence.due === undefined ? visit.exercises : visit.learner.solves;
  for (const problem of element.problems) {
    if (visit.actions <= 0) return;
    if (!tries) continue;
    if (!isOpenTo(visit, problem) || isClosed(visit, sequence))
      yield* lookAgain(visit, problem, element.video, sequence);
    if (!isOpenTo(visit, problem)) continue;
    yield* turnFrom(visit);
    if (!isClosing(visit, sequence)) yield* solve(visit, problem, element.video, sequence, () => read(visit));
    else if (isClosed(visit, sequence) && chance(visit.random, visit.behaviour.problem.checksTooLate))
      yield* checkTooLate(visit, problem);
  }
}

function* writeOrRead(visit: Session, task: Task): Activity {
  const { progress, writes } = visit.learner;
  if (hasFeedback(visit, task)) {
    if (chance(visit.random, visit.behaviour.grading.readsFeedback)) yield* readFeedback(visit, task);
  } else if (writes && !progress.essayAt(task.index) && !isClosing(visit, task)) yield* writeEssay(visit, task);
}

const againOf = ({ devotion, home }: Learner, { people, video }: Behaviour): number =>
  devotion > 0 ? people.devoted.watchesAgain : home.habits.chance('watches again', video.watchesAgain);

const wantsVideo = ({ watches, learner, random, behaviour }: Session, { id }: Video): boolean =>
  watches && (!learner.progress.watched.has(id) || chance(random, againOf(learner, behaviour)));

/**
 * Turns to what is shown at one position; tells whether the page was left in the middle of it.
 *
 * @param seconds until the first deed there
 */
function* attend(visit: Session, element: Element, sequence: Sequence, seconds: number): Activity<boolean> {
  const { video, task } = element;
  if (video && wantsVideo(visit, video)) {
    const left = yield* watch(visit, video, seconds, () => tryBelow(visit, element, sequence));
    if (left) return true;
  } else yield* ignore(visit, video, seconds);
  yield* workOn(visit, element, sequence);
  if (task && visit.actions > 0) yield* writeOrRead(visit, task);
  yield* readIfWanted(visit);
  return false;
}

/** Moves to an element of a sequence, in the way that leads there. */
function moveTo(visit: Session, sequence: Sequence, from: number, to: number): number {
  visit.actions -= 1;
  silence(visit);
  visit.platform.move(visit, sequence, from, to, to === from + 1 ? 'next' : to === from - 1 ? 'previous' : 'any');
  return to;
}

/** Moves on within a sequence: mostly to the next element, else back or anywhere. */
function move(visit: Session, sequence: Sequence, from: number): number {
  const { random } = visit;
  const { habits } = visit.learner.home;
  const { goesOn, goesBack } = visit.behaviour.course;
  const last = sequence.elements.length;
  if (from < last && chance(random, habits.chance('moves on', goesOn))) return moveTo(visit, sequence, from, from + 1);
  if (from > 1 && chance(random, habits.chance('goes back', goesBack))) return moveTo(visit, sequence, from, from - 1);
  return moveTo(visit, sequence, from, 1 + ((from - 1 + integer(random, 1, last - 1)) % last));
}

/** Whether the learner is here to solve what is due. */
export const isHomework = (visit: Session, sequence: Sequence): boolean =>
  sequence.due !== undefined && visit.learner.solves && !isClosing(visit, sequence);

/** The next element, from a position on and then from the start, with a problem to solve; undefined when there is none. */
function nextOpen(
  visit: Session,
  { elements }: Sequence,
  from: number,
  attended: ReadonlySet<number>,
): number | undefined {
  for (let step = 0; step < elements.length; step += 1) {
    const position = 1 + ((from - 1 + step) % elements.length);
    if (!attended.has(position) && elements[position - 1]!.problems.some((problem) => isOpenTo(visit, problem)))
      return position;
  }
  return undefined;
}

/** Looks for a chapter in the course's side bar. */
function* findChapter(visit: Session, chapter: Chapter): Activity {
  goTo(visit, 'courseware');
  yield staying(visit, visit.dwell(visit.behaviour.dwell.navigation));
  visit.platform.openChapter(visit, chapter.title);
  yield visit.dwell(visit.behaviour.dwell.navigation);
}

/**
 * Studies a sequence: opens its page where it was left, and goes through its elements until its end, or until the person
 * has had enough.
 *
 * @param afresh whether it is gone through from its first element on
 * @returns whether the end was reached
 */
export function* study(visit: Session, located: LocatedSequence, number: number, afresh = false): Activity<boolean> {
  const { sequence, chapter } = located;
  const { positions } = visit.learner.progress;
  const last = sequence.elements.length;
  if (chapter.title !== visit.chapter && chance(visit.random, visit.behaviour.course.opensCourseware))
    yield* findChapter(visit, chapter);
  visit.chapter = chapter.title;
  visit.studied.add(number);
  goTo(visit, sequence);
  let position = Math.min(positions.get(number) ?? 1, last);
  visit.platform.show(visit, sequence.elements[position - 1]!);
  if (afresh && position > 1) {
    const seconds = staying(visit, visit.dwell(visit.behaviour.dwell.navigation));
    yield* ignore(visit, sequence.elements[position - 1]!.video, seconds);
    position = moveTo(visit, sequence, position, 1);
    positions.set(number, position);
  }
  let finished = false;
  const attended = new Set<number>();
  for (;;) {
    const seconds = staying(visit, visit.dwell(visit.behaviour.dwell.navigation));
    const left = yield* attend(visit, sequence.elements[position - 1]!, sequence, seconds);
    if (left || visit.actions <= 0) break;
    attended.add(position);
    const open = isHomework(visit, sequence) ? nextOpen(visit, sequence, position, attended) : undefined;
    finished = open === undefined && position === last;
    if (finished) break;
    position = open === undefined ? move(visit, sequence, position) : moveTo(visit, sequence, position, open);
    positions.set(number, position);
  }
  if (finished) positions.set(number, last);
  return finished;
}
