import { MINUTE } from '../../src/line/time.ts';
import { chance, integer } from '../../src/random/index.ts';
import type { Chapter, Element, Sequence, Task } from '../course/course.ts';
import type { Place } from '../course/places.ts';
import { BEHAVIOUR } from '../learners/behaviour.ts';
import { goTo, isClosed, type Activity, type Visit } from '../simulation/visit.ts';
import { read } from './book.ts';
import { hasFeedback, readFeedback, writeEssay } from './open-ended.ts';
import { checkTooLate, isOpenTo, solve } from './problem.ts';
import { watch } from './video.ts';

/** Whoever has just closed the book does not open it again at once. */
const BOOK_REST = 2 * MINUTE;

const wantsBook = (visit: Visit): boolean =>
  visit.learner.reads && visit.now - visit.bookClosed > BOOK_REST && chance(visit.random, BEHAVIOUR.opensBook);

function* readIfWanted(visit: Visit): Activity {
  if (wantsBook(visit)) yield* read(visit);
}

/** The problems below a video, tried while it is paused. */
function* tryBelow(visit: Visit, element: Element, sequence: Sequence): Activity {
  const problem = element.problems[0];
  const tries = problem && visit.learner.solves && !isClosed(visit, sequence) && isOpenTo(visit, problem);
  if (tries && chance(visit.random, BEHAVIOUR.triesWhilePaused)) yield* solve(visit, problem, sequence, () => readIfWanted(visit));
  else yield* readIfWanted(visit);
}

function* workOn(visit: Visit, element: Element, sequence: Sequence): Activity {
  for (const problem of element.problems) {
    if (visit.actions <= 0) return;
    if (!visit.learner.solves || !isOpenTo(visit, problem)) continue;
    if (!isClosed(visit, sequence)) yield* solve(visit, problem, sequence, () => read(visit));
    else if (chance(visit.random, BEHAVIOUR.checksTooLate)) yield* checkTooLate(visit, problem);
  }
}

const isDue = (visit: Visit, task: Task): boolean => task.due !== undefined && visit.day >= task.due;

function* writeOrRead(visit: Visit, task: Task): Activity {
  const { progress, writes } = visit.learner;
  if (hasFeedback(visit, task)) {
    if (chance(visit.random, BEHAVIOUR.readsFeedback)) yield* readFeedback(visit, task);
  } else if (writes && !progress.essayAt(task.index) && !isDue(visit, task)) yield* writeEssay(visit, task);
}

/** Turns to what is shown at one position; tells whether the page was left in the middle of it. */
function* attend(visit: Visit, element: Element, sequence: Sequence): Activity<boolean> {
  const { learner, random } = visit;
  const { video, task } = element;
  if (video && learner.watches && (!learner.progress.watched.has(video.id) || chance(random, BEHAVIOUR.watchesAgain))) {
    const left = yield* watch(visit, video, () => tryBelow(visit, element, sequence));
    if (left) return true;
  }
  yield* workOn(visit, element, sequence);
  if (task && visit.actions > 0) yield* writeOrRead(visit, task);
  yield* readIfWanted(visit);
  return false;
}

/** Moves on within a sequence: mostly to the next element, else back or anywhere. */
function move(visit: Visit, sequence: Sequence, from: number): number {
  const { random, platform } = visit;
  const last = sequence.elements.length;
  visit.actions -= 1;
  if (from < last && chance(random, BEHAVIOUR.goesOn)) {
    platform.move(visit, sequence, from, from + 1, 'next');
    return from + 1;
  }
  if (from > 1 && chance(random, BEHAVIOUR.goesBack)) {
    platform.move(visit, sequence, from, from - 1, 'previous');
    return from - 1;
  }
  const to = 1 + ((from - 1 + integer(random, 1, last - 1)) % last);
  platform.move(visit, sequence, from, to, 'any');
  return to;
}

/** Looks for a chapter in the course's side bar. */
function* findChapter(visit: Visit, chapter: Chapter): Activity {
  goTo(visit, `${visit.course.url}/courseware/`);
  yield visit.dwell(BEHAVIOUR.navigationDwell);
  visit.platform.openChapter(visit, chapter.title);
  yield visit.dwell(BEHAVIOUR.navigationDwell);
}

/**
 * Studies a sequence: opens its page where it was left, and goes through its elements until its end, or until the person
 * has had enough.
 *
 * @returns whether the end was reached
 */
export function* study(visit: Visit, place: Place, number: number): Activity<boolean> {
  const { sequence, chapter } = place;
  const { positions } = visit.learner.progress;
  const last = sequence.elements.length;
  if (chapter.title !== visit.chapter && chance(visit.random, BEHAVIOUR.opensCourseware)) yield* findChapter(visit, chapter);
  visit.chapter = chapter.title;
  visit.studied.add(number);
  goTo(visit, sequence.url);
  let position = Math.min(positions.get(number) ?? 1, last);
  let finished = false;
  for (;;) {
    yield visit.dwell(BEHAVIOUR.navigationDwell);
    const left = yield* attend(visit, sequence.elements[position - 1]!, sequence);
    if (left || visit.actions <= 0) break;
    finished = position === last;
    if (finished) break;
    position = move(visit, sequence, position);
    positions.set(number, position);
  }
  if (finished) positions.set(number, last);
  return finished;
}

