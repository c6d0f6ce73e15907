import { chance, geometric, hashedShare, integer, pick } from '../../src/base/random/index.ts';
import type { Chapter, Element, Problem, Sequence, Task, Video } from '../course/course.ts';
import { isAssignment, isLecture, sequencesOf, type LocatedSequence } from '../course/sequences.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import type { Learner } from '../learners/learner.ts';
import { resultOf, type Activity } from '../model/activity.ts';
import { goTo, silence, staying, type Session } from '../model/session.ts';
import { isClosed, isClosing } from '../model/session-context.ts';
import { mayRead, read } from './book.ts';
import { listen, listens } from './listening.ts';
import { hasFeedback, readFeedback, writeEssay } from './open-ended.ts';
import { knowsClosed } from './deadline.ts';
import { isOpenTo, lookAgain, solve } from './problem.ts';
import { readInfo, visitForum } from './places.ts';
import { closeOther, inNewTab, isOpen, tidy, usesTabs } from './tabs.ts';
import { ignore, turnFrom } from './autoplay.ts';
import { watch } from './video.ts';
import type { Next } from './waits.ts';

/** Drawn before it is asked how long ago it was closed: times differ between dialects. */
const wantsBook = (visit: Session): boolean =>
  visit.learner.reads &&
  chance(visit.random, visit.learner.home.habits.chance('looks things up', visit.behaviour.book.opens)) &&
  mayRead(visit);

function* readIfWanted(visit: Session): Activity {
  if (wantsBook(visit)) yield* read(visit);
}

/** The problems below a video, tried while it is paused. */
function* tryBelow(visit: Session, element: Element, sequence: Sequence): Activity {
  const problem = element.problems[0];
  const tries = problem && visit.exercises && !isClosing(visit, sequence) && isOpenTo(visit, problem);
  if (tries && chance(visit.random, visit.behaviour.video.triesWhilePaused))
    yield solve(
      visit,
      problem,
      element.video,
      sequence,
      () => 'video',
      () => readIfWanted(visit),
    );
  else yield* readIfWanted(visit);
}

/** Lectures of a chapter that are open in no tab, and were not studied at this visit: one of them, by index in the course; -1 when there is none. */
export function lectureOf(visit: Session, chapter: Chapter): number {
  const sequences = sequencesOf(visit.course);
  const lectures = [...sequences.keys()].filter((number) => {
    const { chapter: its, sequence } = sequences[number]!;
    return its === chapter && isLecture(sequence) && !visit.studied.has(number) && !isOpen(visit, sequence);
  });
  return lectures.length === 0 ? -1 : pick(visit.random, lectures);
}

/** Of what is looked up in another tab so much is looked for in a lecture of the chapter, and so much of the rest in the forum; else it is the news (choices). */
const IN_LECTURE = 0.6;
const IN_FORUM = 0.7;

/** Who looks into a lecture stops after each thing there by this chance (a choice). */
const SEEN_ENOUGH = 0.25;

/** Goes a little way through a lecture. */
function* skim(visit: Session, number: number): Activity {
  const rest = Math.max(0, visit.actions - geometric(visit.tabbing, SEEN_ENOUGH));
  visit.actions -= rest;
  yield study(visit, sequencesOf(visit.course)[number]!, number);
  visit.actions += rest;
}

/** Looks something up in another tab. */
function* lookUp(visit: Session, { chapter }: LocatedSequence): Activity {
  const { tabbing } = visit;
  const number = chance(tabbing, IN_LECTURE) ? lectureOf(visit, chapter) : -1;
  if (number >= 0) yield* inNewTab(visit, skim(visit, number));
  else yield* inNewTab(visit, (chance(tabbing, IN_FORUM) ? visitForum : readInfo)(visit));
  yield visit.dwell(visit.behaviour.dwell.navigation);
}

/** Whether somebody looks something up in another tab now: about homework that is still open. */
const looksUp = (visit: Session, { sequence }: LocatedSequence): boolean =>
  isHomework(visit, sequence) && usesTabs(visit, 'looks up in tabs', visit.behaviour.tabs.looksUp);

/**
 * @param shownOpen whether the sequence was open when the element was shown
 * @param then what somebody does when it is done with the problems
 */
function* workOn(visit: Session, element: Element, located: LocatedSequence, shownOpen: boolean, then: Next): Activity {
  const { sequence } = located;
  const tries = isAssignment(sequence) ? visit.learner.solves : visit.exercises;
  const elsewhere = () => (looksUp(visit, located) ? lookUp(visit, located) : read(visit));
  const isOver = (problem: Problem) => !isOpenTo(visit, problem) || knowsClosed(visit, sequence, shownOpen);
  for (const [place, problem] of element.problems.entries()) {
    const ahead = (): Next => {
      if (visit.actions <= 0) return 'end';
      return element.problems.some((other, its) => its > place && !isOver(other)) ? 'problem' : then;
    };
    if (visit.actions <= 0) return;
    if (!tries) continue;
    if (isOver(problem)) yield* lookAgain(visit, problem, element.video, sequence, ahead);
    if (isOver(problem)) continue;
    if (looksUp(visit, located)) yield* lookUp(visit, located);
    yield* turnFrom(visit);
    yield solve(visit, problem, element.video, sequence, ahead, elsewhere);
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
 * @param then what somebody does when it is done there
 */
function* attend(
  visit: Session,
  element: Element,
  located: LocatedSequence,
  seconds: number,
  then: Next,
): Activity<boolean> {
  const { video, task } = element;
  const { sequence } = located;
  const shownOpen = !isClosed(visit, sequence);
  if (video && wantsVideo(visit, video)) {
    const watching = listens(visit)
      ? listen(visit, watch(visit, video, seconds))
      : watch(visit, video, seconds, () => tryBelow(visit, element, sequence));
    const left = yield* resultOf(watching);
    if (left) return true;
  } else yield* ignore(visit, video, seconds);
  const reads = wantsBook(visit);
  yield workOn(visit, element, located, shownOpen, reads ? 'book' : then);
  if (task && visit.actions > 0) yield* writeOrRead(visit, task);
  if (reads && mayRead(visit)) yield* read(visit);
  return false;
}

/** Of the moves to a tab beside the one in front so many are clicks at the tab, not at an arrow (a choice). */
const CLICKS_TABS = 0.09;

/** So many clicks at tabs are followed by another at the same tab: nearly all of these are the second of a double click, the others come from those who wait, or
 * do not see where they are; seconds between both, at least and at most (choices). */
const CLICKS_AGAIN = 0.018;
const DOUBLE = { share: 0.85, least: 0.1, most: 0.4 };
const DOUBTFUL = { least: 0.8, most: 6 };

/** In how many seconds somebody clicks again at a tab that it has just clicked at; undefined mostly, when it does not. */
function againIn({ population, learner, actions }: Session): number | undefined {
  const share = hashedShare(population.seed, `clicks again ${learner.number} ${learner.visits}`, actions);
  if (share >= CLICKS_AGAIN) return undefined;
  const rest = share / CLICKS_AGAIN;
  return rest < DOUBLE.share
    ? between(DOUBLE, rest / DOUBLE.share)
    : between(DOUBTFUL, (rest - DOUBLE.share) / (1 - DOUBLE.share));
}

const between = ({ least, most }: typeof DOUBTFUL, share: number): number => least + share * (most - least);

/** Moves to an element of a sequence, in a way that leads there. */
function* moveTo(visit: Session, sequence: Sequence, from: number, to: number): Activity<number> {
  visit.actions -= 1;
  silence(visit);
  const isByArrow =
    Math.abs(to - from) === 1 && !chance(visit.random, visit.learner.home.habits.chance('clicks tabs', CLICKS_TABS));
  visit.platform.move(visit, sequence, from, to, !isByArrow ? 'any' : to > from ? 'next' : 'previous');
  const again = isByArrow ? undefined : againIn(visit);
  if (again !== undefined) {
    yield again;
    visit.platform.clickAgain(visit, sequence, to);
  }
  return to;
}

/** Where somebody moves on to within a sequence: mostly to the next element, else back or anywhere. */
function leadsTo(visit: Session, sequence: Sequence, from: number): number {
  const { random } = visit;
  const { habits } = visit.learner.home;
  const { goesOn, goesBack } = visit.behaviour.course;
  const last = sequence.elements.length;
  if (from < last && chance(random, habits.chance('moves on', goesOn))) return from + 1;
  if (from > 1 && chance(random, habits.chance('goes back', goesBack))) return from - 1;
  return 1 + ((from - 1 + integer(random, 1, last - 1)) % last);
}

/** Whether the learner is here to solve homework that is open. */
export const isHomework = (visit: Session, sequence: Sequence): boolean =>
  isAssignment(sequence) && visit.learner.solves && !isClosed(visit, sequence);

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
  const opens = visit.learner.home.habits.chance('opens chapters', visit.behaviour.course.opensCourseware);
  if (chapter.title !== visit.chapter && chance(visit.random, opens)) yield* findChapter(visit, chapter);
  visit.chapter = chapter.title;
  visit.studied.add(number);
  yield* closeOther(visit, sequence);
  goTo(visit, sequence);
  let position = Math.min(positions.get(number) ?? 1, last);
  visit.platform.show(visit, sequence.elements[position - 1]!);
  if (afresh && position > 1) {
    const seconds = staying(visit, visit.dwell(visit.behaviour.dwell.navigation));
    yield* ignore(visit, sequence.elements[position - 1]!.video, seconds);
    position = yield* moveTo(visit, sequence, position, 1);
    positions.set(number, position);
  }
  let finished = false;
  const attended = new Set<number>();
  for (;;) {
    const seconds = staying(visit, visit.dwell(visit.behaviour.dwell.navigation));
    attended.add(position);
    // Where it leads is known before it is done there: how long the last look takes depends on it.
    const open = isHomework(visit, sequence) ? nextOpen(visit, sequence, position, attended) : undefined;
    const isEnd = open === undefined && position === last;
    const to = isEnd ? position : (open ?? leadsTo(visit, sequence, position));
    const then = isEnd ? 'section' : to === position + 1 ? 'next' : 'elsewhere';
    const left = yield* resultOf(attend(visit, sequence.elements[position - 1]!, located, seconds, then));
    if (left || visit.actions <= 0) break;
    yield* tidy(visit);
    finished = isEnd;
    if (finished) break;
    position = yield* moveTo(visit, sequence, position, to);
    positions.set(number, position);
  }
  if (finished) positions.set(number, last);
  return finished;
}
