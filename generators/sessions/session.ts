import { chance, geometric, pick } from '../../src/base/random/index.ts';
import { HOUR } from '../../src/base/time.ts';
import type { Sequence } from '../course/course.ts';
import { duesOf, isAssignment, isLecture, sequencesOf, type LocatedSequence } from '../course/sequences.ts';
import { portion } from '../learners/rhythm.ts';
import { resultOf, type Activity } from '../model/activity.ts';
import { goTo, leave, type Session } from '../model/session.ts';
import { read } from './book.ts';
import { sit } from './exam.ts';
import { gradeAsStaff, gradePeers } from './grading.ts';
import { homework, isMissedExam, windUp } from './homework.ts';
import { readInfo, visitForum } from './places.ts';
import { isHomework, lectureOf, study } from './study.ts';
import { openTab, quit, usesTabs } from './tabs.ts';
import { teach } from './teaching.ts';

/** Of those who look through a list of courses, so many search it (a choice). */
const SEARCHES = 0.3;

/** Searches the courses of the site for a word of a title, as some do in front of their list. */
function* search(visit: Session): Activity {
  const { random, catalogue } = visit;
  if (catalogue.length === 0 || !chance(random, SEARCHES)) return;
  const words = pick(random, catalogue).title.split(' ');
  visit.platform.searchCourses(visit, pick(random, words).toLowerCase());
  yield visit.dwell(visit.behaviour.dwell.navigation);
}

/** Looks at what other courses of the site are about. */
function* lookThrough(visit: Session): Activity {
  while (visit.catalogue.length > 0 && visit.actions > 0) {
    const there = visit.at(pick(visit.random, visit.catalogue));
    goTo(there, 'about');
    visit.answered = Math.max(visit.answered, there.answered);
    yield visit.dwell(visit.behaviour.dwell.navigation);
    visit.actions -= 1;
  }
}

/** Of those who only sample, so many register on a site of several courses and take none (a choice). */
const ONLY_REGISTERS = 0.1;

/** Whether somebody has an account on the site, and takes no course; always the same for the same person. */
const onlyRegisters = (visit: Session): boolean =>
  visit.catalogue.length > 0 &&
  visit.learner.kind.name === 'sampler' &&
  visit.learner.home === visit.learner &&
  chance(visit.own('registers'), ONLY_REGISTERS);

/** Registers, and looks through the courses, but takes none. */
function* register(visit: Session): Activity {
  visit.takesNoCourse = true;
  visit.learner.daysLeft = 1;
  if (!visit.loggedIn) yield* logIn(visit);
  goTo(visit, 'courses');
  yield visit.dwell(visit.behaviour.dwell.navigation);
  yield* search(visit);
  visit.actions -= 1;
  yield* lookThrough(visit);
  yield* quit(visit);
}

/** Looks at the site without being logged in. */
export function* browse(visit: Session): Activity {
  for (const place of ['front', 'courses', 'about'] as const) {
    goTo(visit, place);
    yield visit.dwell(visit.behaviour.dwell.navigation);
    if (place === 'courses') yield* search(visit);
    visit.actions -= 1;
    if (visit.actions <= 0) break;
  }
  yield* lookThrough(visit);
  leave(visit);
  visit.login.loggedOut = false;
}

/** Comes as nobody, by the site's front page, and logs in. */
export function* logIn(visit: Session): Activity {
  if (chance(visit.random, visit.behaviour.people.comesByFrontPage)) {
    goTo(visit, 'front');
    yield visit.dwell(visit.behaviour.dwell.navigation);
    leave(visit);
    yield visit.dwell(visit.behaviour.dwell.rubric);
  } else {
    const seconds = visit.platform.askToLogIn(visit);
    if (seconds > 0) yield seconds;
  }
  visit.loggedIn = true;
  goTo(visit, 'dashboard');
  yield visit.dwell(visit.behaviour.dwell.navigation);
}

/** Takes up a course beside others: finds it among all that there are, and enrols. */
function* join(visit: Session): Activity {
  for (const place of ['courses', 'about'] as const) {
    goTo(visit, place);
    yield visit.dwell(visit.behaviour.dwell.navigation);
    if (place === 'courses') yield* search(visit);
  }
  visit.platform.enrol(visit);
  yield visit.dwell(visit.behaviour.dwell.navigation);
}

/** A course that has run for so many days is under way. */
const UNDER_WAY = 9;

/** Where somebody begins: at the start, or, coming late, with what is new now. */
function firstSequence(visit: Session): number {
  if (visit.day < UNDER_WAY || !chance(visit.random, visit.behaviour.course.beginsNow)) return 0;
  const sequences = sequencesOf(visit.course);
  const newest = Math.max(...sequences.map(({ chapter }) => chapter.release).filter((release) => release <= visit.day));
  return sequences.findIndex(({ chapter }) => chapter.release === newest);
}

/** Whether a sequence is there for somebody; nobody sits an exam before its day. */
const isShown = (visit: Session, { chapter, sequence }: LocatedSequence): boolean =>
  chapter.release <= (sequence.timeLimit === undefined ? visit.seesUntil : visit.day);

/** The sequence to study next, by index in the course; -1 when all that is released has been seen. */
function nextSequence(visit: Session): number {
  const { progress } = visit.learner;
  const sequences = sequencesOf(visit.course);
  const due = homework(visit);
  if (due >= 0) return due;
  if (visit.learner.solves && visit.learner.onlyHomework) return -1;
  if (progress.sequence === 0 && visit.learner.visits === 1) progress.sequence = firstSequence(visit);
  const passesBy = ({ sequence }: LocatedSequence): boolean =>
    isMissedExam(visit, sequence) || (visit.learner.solves ? isHomework(visit, sequence) : isAssignment(sequence));
  // Homework is taken up in its own time, if at all.
  while (progress.sequence < sequences.length && passesBy(sequences[progress.sequence]!)) progress.sequence += 1;
  const next = sequences[progress.sequence];
  const isNew = next !== undefined && isShown(visit, next) && !visit.studied.has(progress.sequence);
  return isNew ? progress.sequence : -1;
}

/** Anything that is released, is no homework and was not studied at this visit, by index in the course: ahead or back; -1 when there is none. */
function elsewhere(visit: Session, next: number): number {
  const sequences = sequencesOf(visit.course);
  const others = [...sequences.keys()].filter((number) => {
    const { chapter, sequence } = sequences[number]!;
    return number !== next && isLecture(sequence) && chapter.release <= visit.seesUntil && !visit.studied.has(number);
  });
  return others.length === 0 ? -1 : pick(visit.random, others);
}

/** Who leaves a page open closes it after each turn elsewhere by this chance (a choice). */
const CLOSES = 0.12;

/** Leaves the page of a sequence open at times, and opens the next one in a new tab. */
function leaveOpen(visit: Session, next: Sequence): void {
  const { view, place } = visit.tab;
  if (view === undefined || typeof place !== 'object' || place === next) return;
  if (!usesTabs(visit, 'leaves tabs open', visit.behaviour.tabs.leavesOpen)) return;
  openTab(visit).turns = geometric(visit.tabbing, CLOSES);
}

/** Studies one sequence after the other; whoever leaves one before its end leaves for good. */
function* studyOn(visit: Session): Activity {
  const { learner, course, random, population } = visit;
  const { progress } = learner;
  const sequences = sequencesOf(course);
  let left = duesOf(course).length > 0 ? Infinity : portion(random, population.seed, learner, visit.behaviour);
  while (visit.actions > 0 && left > 0) {
    left -= 1;
    let number = nextSequence(visit);
    if (number < 0) {
      windUp(visit);
      return yield revise(visit);
    }
    const { habits } = visit.learner.home;
    const wanders = habits.chance('wanders', visit.behaviour.course.wanders);
    if (number === progress.sequence && chance(visit.random, wanders)) {
      const other = elsewhere(visit, number);
      if (other >= 0) number = other;
    }
    const { timeLimit } = sequences[number]!.sequence;
    const isWork = isAssignment(sequences[number]!.sequence);
    if (isWork && timeLimit === undefined && chance(visit.random, visit.behaviour.course.reviews)) {
      yield lookBack(visit, sequences[number]!);
      if (visit.actions <= 0) return;
    }
    leaveOpen(visit, sequences[number]!.sequence);
    const finished = yield* resultOf((timeLimit !== undefined ? sit : study)(visit, sequences[number]!, number));
    if (number === progress.sequence && finished) {
      progress.sequence += 1;
      while (chance(visit.random, visit.behaviour.course.skips)) progress.sequence += 1;
    }
    if (!finished) return;
    if (isWork && chance(visit.random, visit.behaviour.course.lookBack)) yield lookBack(visit, sequences[number]!);
  }
}

/** Goes from homework to a lecture of the same chapter. */
function* lookBack(visit: Session, { chapter }: LocatedSequence): Activity {
  const number = lectureOf(visit, chapter);
  if (number >= 0) yield study(visit, sequencesOf(visit.course)[number]!, number);
}

/** The chance that somebody goes over one thing more: of a few high, but for how long they have been at it. */
function keepsOn({ watches, learner: { zeal }, behaviour, now, came }: Session): number {
  if (!watches) return 0;
  const hours = (now - came) / HOUR;
  return zeal * Math.exp(-((hours / behaviour.people.devoted.hours) ** 2));
}

/** Goes over something again, when there is nothing new; who cannot have enough, over lectures, from their beginning, again and again. */
function* revise(visit: Session): Activity {
  const sequences = sequencesOf(visit.course);
  const { watches, learner } = visit;
  const isZealous = watches && learner.devotion > 0;
  const known = [...sequences.keys()].slice(0, learner.progress.sequence).filter((number) => {
    const { chapter, sequence } = sequences[number]!;
    const isOpen = chapter.release <= visit.day && sequence.timeLimit === undefined;
    return isOpen && !(isZealous && isAssignment(sequence));
  });
  do {
    let again = known.filter((number) => !visit.studied.has(number));
    // Not the one that is still in front.
    if (again.length === 0 && isZealous)
      again = known.filter((number) => sequences[number]!.sequence !== visit.tab.place);
    if (again.length === 0) return;
    const number = pick(visit.random, again);
    yield study(visit, sequences[number]!, number, isZealous);
  } while (visit.actions > 0 && chance(visit.random, keepsOn(visit)));
}

/** Grades what others have handed in. Nothing else that somebody does depends on how much of that is left. */
function* gradeSome(visit: Session): Activity {
  const { learner, random, actions } = visit;
  if (learner.kind.name !== 'staff' && !learner.progress.hasEssays) return;
  visit.random = visit.own('grading', learner.visits);
  try {
    yield learner.kind.name === 'staff' ? gradeAsStaff(visit) : gradePeers(visit);
  } finally {
    visit.random = random;
    visit.actions = actions;
  }
}

/** One sitting, from the first page to the last. */
export function* session(visit: Session): Activity {
  const { learner, random } = visit;
  if (learner.username === '') return yield* browse(visit);
  if (onlyRegisters(visit)) return yield* register(visit);
  if (!visit.loggedIn) yield* logIn(visit);
  else {
    const seconds = visit.platform.begin(visit);
    if (seconds > 0) yield seconds;
  }
  if (learner.visits === 1 && learner.home.lastSeen > 0) yield* join(visit);
  if (chance(random, learner.home.habits.chance('reads the news', visit.behaviour.course.opensInfo)))
    yield* readInfo(visit);
  yield gradeSome(visit);
  if (learner.kind.name === 'staff') yield* teach(visit);
  if (chance(random, visit.behaviour.course.visitsForum)) yield* visitForum(visit);
  if (learner.reads && chance(random, visit.behaviour.book.opens)) {
    leave(visit);
    yield* read(visit);
  }
  yield studyOn(visit);
  yield* quit(visit);
}

/** Goes on after a page that did not come: opens where it was anew, and studies on. */
export function* resumed(visit: Session): Activity {
  visit.studied.clear();
  if (visit.learner.username === '') return yield* browse(visit);
  if (!visit.loggedIn || visit.takesNoCourse) return yield* session(visit);
  yield studyOn(visit);
  yield* quit(visit);
}

/** Comes to tell the forum something, before anything else. */
export function* tellForum(visit: Session, tell: () => void): Activity {
  if (!visit.loggedIn) yield* logIn(visit);
  goTo(visit, 'forum');
  yield visit.dwell(visit.behaviour.dwell.reading);
  tell();
  yield visit.dwell(visit.behaviour.dwell.navigation) + 3;
}
