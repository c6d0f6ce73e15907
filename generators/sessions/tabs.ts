/** Several tabs: what is opened beside the page in front, come back from, left open, or gone about by turns. */
import { chance, lognormal, type Stream } from '../../src/base/random/index.ts';
import { SECOND } from '../../src/base/time.ts';
import type { Sequence } from '../course/course.ts';
import type { Habit } from '../learners/habits.ts';
import { Running, type Activity } from '../model/activity.ts';
import { leave, silence, type Session } from '../model/session.ts';
import { Tab } from '../model/session-context.ts';

/** Seconds until a hand has got from one tab to another (a choice). */
const HAND = { mean: 0.4, sd: 0.45 };

const changes = ({ networkRandom: random }: Session): number => lognormal(random, HAND.mean, HAND.sd);

/**
 * Whether somebody does something with tabs now, of those who use them at all. On whatever device: which one it is differs between dialects, what people do
 * does not.
 */
export const usesTabs = (visit: Session, habit: Habit, average: number): boolean =>
  visit.learner.home.opensTabs &&
  visit.loggedIn &&
  chance(visit.tabbing, visit.learner.home.habits.chance(habit, average));

/** Whether a sequence is open in any tab. */
export const isOpen = ({ tabs }: Session, sequence: Sequence): boolean => tabs.some(({ place }) => place === sequence);

/** Opens a tab, which is in front then; gives the one that was. */
export function openTab(visit: Session): Tab {
  const before = visit.tab;
  visit.tab = new Tab(before.chapter);
  visit.tabs.push(visit.tab);
  return before;
}

/** Closes a tab and what is in it; another one is in front then. */
export function closeTab(visit: Session, tab: Tab, front: Tab): void {
  visit.tab = tab;
  leave(visit);
  visit.tabs.splice(visit.tabs.indexOf(tab), 1);
  visit.tab = front;
}

/** Does something in a new tab, closes it, and is back where it was. */
export function* inNewTab(visit: Session, activity: Activity): Activity {
  const before = openTab(visit);
  const { tab } = visit;
  yield activity;
  closeTab(visit, tab, before);
  yield changes(visit);
}

/** Closes tabs that are not in front, one after the other. */
function* closeAll(visit: Session, tabs: readonly Tab[]): Activity {
  for (const tab of tabs) {
    closeTab(visit, tab, visit.tab);
    yield changes(visit);
  }
}

/** Closes another tab that has a sequence open which is opened now: nobody has it in two. */
export const closeOther = (visit: Session, sequence: Sequence): Activity =>
  closeAll(
    visit,
    visit.tabs.filter((tab) => tab !== visit.tab && tab.place === sequence),
  );

/** Closes those that were left open of which it is time now, after one more turn elsewhere. */
export function* tidy(visit: Session): Activity {
  if (visit.tabs.length === 1) return;
  for (const tab of visit.tabs) if (tab !== visit.tab) tab.turns -= 1;
  yield* closeAll(
    visit,
    visit.tabs.filter((tab) => tab !== visit.tab && tab.turns <= 0),
  );
}

/** Something that goes on beside something else, and what is its own meanwhile. */
interface Part {
  readonly running: Running<unknown>;
  readonly random: Stream;
  actions: number;
  tab: Tab;
  /** When its next step is due, microseconds since 1970. */
  due: number;
}

/**
 * Does two things by turns, which begin in the tab in front: whichever is due first goes on, and the other one waits until the hand is free. What is decided
 * in one does not depend on when the other goes on. When both are done, the tab of the first is in front.
 *
 * @param beside what decides in the second, and how many things of the visit are done there
 * @returns what comes of the first
 */
export function* byTurns<Result>(
  visit: Session,
  first: Activity<Result>,
  second: Activity,
  beside: { readonly random: Stream; readonly actions: number },
): Activity<Result> {
  const { tab, now: due } = visit;
  const main: Part = {
    running: new Running<unknown>(first),
    random: visit.random,
    actions: visit.actions - beside.actions,
    tab,
    due,
  };
  const other: Part = { running: new Running<unknown>(second), ...beside, tab, due };
  const going = new Set([main, other]);
  let [last, result]: [Part, unknown] = [main, undefined];
  try {
    while (going.size > 0) {
      const isOther = !going.has(main) || (going.has(other) && other.due < main.due);
      const next = isOther ? other : main;
      const wait = Math.max((next.due - visit.now) / SECOND, next === last ? 0 : changes(visit));
      if (wait > 0) yield wait;
      last = next;
      visit.tab = next.tab;
      visit.random = next.random;
      visit.actions = next.actions;
      const { done, value } = next.running.next();
      next.tab = visit.tab;
      next.actions = visit.actions;
      if (!done) next.due = visit.now + Math.round((value as number) * SECOND);
      else going.delete(next);
      if (done && next === main) result = value;
    }
  } finally {
    visit.tab = main.tab;
    visit.random = main.random;
    visit.actions = main.actions + other.actions;
  }
  return result as Result;
}

/** Of those who are done, so many close the whole browser (a choice), which half of the time is gone before it has sent anything. */
const CLOSES_BROWSER = 0.5;
const SENDS_NOTHING = 0.5;

/** Seconds between the ends of two pages of a browser that is closed. */
const AT_ONCE = { mean: -4.1, sd: 0.5 };

/** Of those who are done on the last day on which they mean to come, so many leave the course (a choice); who goes for the certificate never does. */
const LEAVES_COURSE = 0.22;

/** Whether somebody who is done leaves the course. */
function wantsToLeave(visit: Session): boolean {
  const { learner, takesNoCourse } = visit;
  const { daysLeft, hasLeft, kind } = learner;
  if (daysLeft > 1 || hasLeft || takesNoCourse || kind.name === 'staff' || kind.name === 'completer') return false;
  return chance(visit.own('leaves', learner.visits), LEAVES_COURSE);
}

function* leaveCourse(visit: Session): Activity {
  if (!wantsToLeave(visit)) return;
  const seconds = visit.platform.leaveCourse(visit);
  if (seconds > 0) yield seconds;
}

/** Ends a session: closes all tabs and logs out in the last, or closes one after the other, or the whole browser. */
export function* quit(visit: Session): Activity {
  silence(visit);
  const { login } = visit;
  const { habits } = visit.learner.home;
  const others = visit.tabs.filter((tab) => tab !== visit.tab);
  login.loggedOut = visit.loggedIn && chance(visit.random, habits.chance('logs out', visit.behaviour.people.logsOut));
  if (login.loggedOut) {
    // Pages that are still open would tell of their ends as nobody's.
    yield* closeAll(visit, others);
    yield* leaveCourse(visit);
    visit.platform.logOut(visit);
    visit.view = undefined;
    return;
  }
  const isAtOnce = chance(visit.random, CLOSES_BROWSER);
  if (isAtOnce && chance(visit.random, SENDS_NOTHING)) {
    for (const tab of visit.tabs) {
      visit.tab = tab;
      silence(visit);
      visit.view = undefined;
    }
    return;
  }
  yield* leaveCourse(visit);
  leave(visit);
  for (const tab of others) {
    yield isAtOnce ? lognormal(visit.networkRandom, AT_ONCE.mean, AT_ONCE.sd) : changes(visit);
    closeTab(visit, tab, visit.tab);
  }
}
