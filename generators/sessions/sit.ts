import { chance, pick } from '../../src/random/index.ts';
import { placesOf, tasksOf } from '../course/places.ts';
import { BEHAVIOUR } from '../learners/behaviour.ts';
import { goTo, isClosed, leave, type Activity, type Visit } from '../simulation/visit.ts';
import { read } from './book.ts';
import { gradeAsStaff, gradePeers, mayGrade } from './grading.ts';
import { isOpenTo } from './problem.ts';
import { study } from './study.ts';
import { sentences } from './texts.ts';

const siteOf = (visit: Visit): string => new URL(visit.course.url).origin;

/** Looks at the site without being logged in. */
export function* browse(visit: Visit): Activity {
  const site = siteOf(visit);
  for (const url of [`${site}/`, `${site}/courses`, `${visit.course.url}/about`]) {
    goTo(visit, url);
    yield visit.dwell(BEHAVIOUR.navigationDwell);
    visit.actions -= 1;
    if (visit.actions <= 0) break;
  }
  leave(visit);
}

/** Comes as nobody, by the site's front page, and logs in. */
function* logIn(visit: Visit): Activity {
  if (chance(visit.random, BEHAVIOUR.comesByFrontPage)) {
    goTo(visit, `${siteOf(visit)}/`);
    yield visit.dwell(BEHAVIOUR.navigationDwell);
    leave(visit);
    yield visit.dwell(BEHAVIOUR.rubricDwell);
  }
  visit.loggedIn = true;
}

function* readInfo(visit: Visit): Activity {
  goTo(visit, `${visit.course.url}/info`);
  yield visit.dwell(BEHAVIOUR.navigationDwell);
}

function* visitForum(visit: Visit): Activity {
  goTo(visit, `${visit.course.url}/discussion/forum`);
  visit.actions -= 1;
  yield visit.dwell(BEHAVIOUR.readingDwell);
  if (chance(visit.random, BEHAVIOUR.postsInForum)) {
    visit.platform.post(visit, sentences(visit.random, 1, 12));
    yield visit.dwell(BEHAVIOUR.navigationDwell) + 3;
  }
}

/** The homework that is due soon and not done, by place in the course. */
function homeworkDue(visit: Visit): number {
  return placesOf(visit.course).findIndex(
    ({ chapter, sequence }, number) =>
      sequence.due !== undefined &&
      !visit.studied.has(number) &&
      chapter.release <= visit.day &&
      !isClosed(visit, sequence) &&
      sequence.due - visit.day < BEHAVIOUR.homeworkWithin &&
      sequence.elements.some(({ problems }) => problems.some((problem) => isOpenTo(visit, problem))),
  );
}

/** The sequence to study next, by place in the course; -1 when all that is released has been seen. */
function nextSequence(visit: Visit): number {
  const { learner, random, course } = visit;
  const places = placesOf(course);
  const homework = learner.solves && chance(random, BEHAVIOUR.homeworkFirst) ? homeworkDue(visit) : -1;
  if (homework >= 0) return homework;
  const next = places[learner.progress.sequence];
  const isNew = next !== undefined && next.chapter.release <= visit.day && !visit.studied.has(learner.progress.sequence);
  return isNew ? learner.progress.sequence : -1;
}

/** Studies one sequence after the other; whoever leaves one before its end leaves for good. */
function* studyOn(visit: Visit): Activity {
  const { progress } = visit.learner;
  const places = placesOf(visit.course);
  while (visit.actions > 0) {
    const number = nextSequence(visit);
    if (number < 0) return yield* revise(visit);
    const finished = yield* study(visit, places[number]!, number);
    if (number === progress.sequence && finished) progress.sequence += 1;
    if (!finished) return;
  }
}

/** Goes over something again, when there is nothing new. */
function* revise(visit: Visit): Activity {
  const places = placesOf(visit.course);
  const seen = places.slice(0, visit.learner.progress.sequence);
  const again = [...seen.keys()].filter((number) => !visit.studied.has(number));
  if (again.length === 0) return;
  const number = pick(visit.random, again);
  yield* study(visit, places[number]!, number);
}

function* gradeSome(visit: Visit): Activity {
  const { learner, random, course, day } = visit;
  const released = tasksOf(course).filter(({ place }) => place.chapter.release <= day);
  if (learner.kind.name === 'staff') {
    const waiting = released.filter(({ task }) => task.graded === 'staff');
    if (waiting.length > 0) yield* gradeAsStaff(visit, pick(random, waiting).task);
    return;
  }
  const tasks = released.map(({ task }) => task).filter((task) => task.graded === 'peer' && mayGrade(visit, task));
  if (tasks.length > 0 && chance(random, BEHAVIOUR.gradesPeers)) yield* gradePeers(visit, tasks);
}

/** One sitting, from the first page to the last. */
export function* sit(visit: Visit): Activity {
  const { learner, random } = visit;
  if (learner.username === '') return yield* browse(visit);
  if (!visit.loggedIn) yield* logIn(visit);
  if (chance(random, BEHAVIOUR.opensInfo)) yield* readInfo(visit);
  yield* gradeSome(visit);
  if (chance(random, BEHAVIOUR.visitsForum)) yield* visitForum(visit);
  if (learner.reads && chance(random, BEHAVIOUR.opensBook)) {
    leave(visit);
    yield* read(visit);
  }
  yield* studyOn(visit);
  leave(visit);
}
