import { chance, geometric, integer, normal, type Stream } from '../../src/base/random/index.ts';
import { DAY, SECOND } from '../../src/base/time.ts';
import { sectionAt } from '../course/sections.ts';
import { sequencesOf } from '../course/sequences.ts';
import type { Activity } from '../model/activity.ts';
import { staying, type Session } from '../model/session.ts';
import { closeTab, openTab } from './tabs.ts';

/** Whether somebody may open the book now: it reads in it at times, and has not just closed it. */
export const mayRead = ({ learner, now, bookClosed, behaviour }: Session): boolean =>
  learner.reads && now - bookClosed > behaviour.book.restSeconds * SECOND;

/** How far from a chapter's middle somebody looks for what it is about, in chapters: standard deviation (a choice). */
const NEAR = 0.6;

/** Where the book opens: where it was left, if somebody still knows, or has a bookmark; else at its first page. */
function opensAt({ random, now, learner: { progress }, behaviour }: Session): number {
  if (progress.bookPage === 1) return 1;
  const days = (now - progress.bookClosed) / DAY;
  return chance(random, Math.exp(-days / behaviour.book.placeDays)) ? progress.bookPage : 1;
}

/** Of those who look something up so many go to where a section begins (a choice). */
const TO_SECTION = 0.5;

/** A page about what somebody is learning now, from 1 on: the book goes along with the course. */
function pageOfNow(random: Stream, { course, learner: { progress } }: Session, pages: number): number {
  const chapter = sequencesOf(course)[progress.sequence]?.chapter ?? course.chapters.at(-1)!;
  const about = (course.chapters.indexOf(chapter) + 0.5 + normal(random, 0, NEAR)) / course.chapters.length;
  return Math.min(pages, Math.max(1, Math.ceil(about * pages)));
}

/** Where a jump leads to, to another page than the one in front. */
function jumpsTo(visit: Session, page: number, pages: number): number {
  const { random, behaviour } = visit;
  const about = chance(random, behaviour.book.toTheWeek)
    ? pageOfNow(random, visit, pages)
    : 1 + ((page - 1 + integer(random, 1, pages - 1)) % pages);
  const to = chance(random, TO_SECTION) ? sectionAt(visit.course, about).page : about;
  return to === page ? 1 + (page % pages) : to;
}

/**
 * Reads in the textbook, in a window of its own. Most turns go to
 * the next page, the others anywhere; nobody turns past the last page or before the first.
 */
export function* read(visit: Session): Activity {
  const { random, platform, course } = visit;
  const { habits } = visit.learner.home;
  const { progress } = visit.learner;
  const pages = course.textbook?.pages ?? 0;
  if (pages < 2) return;
  let page = Math.min(opensAt(visit), pages);
  // Who has lost the place looks for it, or for what it is learning.
  let isLost = page === 1 && progress.sequence > 0;
  const opened = platform.openBook(visit, page);
  const before = openTab(visit);
  const { tab } = visit;
  visit.view = opened;
  const { leafing } = visit.behaviour.book;
  const leafs = visit.learner.leafs && chance(random, leafing.chance);
  const run = leafs ? leafing.run : visit.behaviour.book.run;
  const dwell = leafs ? leafing.dwell : visit.behaviour.dwell.book;
  for (let turns = geometric(random, run); turns > 0; turns -= 1) {
    yield staying(visit, visit.dwell(dwell));
    visit.actions -= 1;
    if (
      !isLost &&
      page < pages &&
      chance(random, habits.chance('turns to any page', visit.behaviour.book.turnsToNext))
    ) {
      visit.view = platform.turnPage(visit, page, page + 1);
      page += 1;
    } else if (page > 1 && chance(random, habits.chance('turns back pages', visit.behaviour.book.turnsBack))) {
      visit.view = platform.turnPage(visit, page, page - 1);
      page -= 1;
    } else {
      const to = jumpsTo(visit, page, pages);
      visit.view = platform.goToPage(visit, page, to);
      page = to;
    }
    isLost = false;
    progress.bookPage = page;
  }
  yield visit.dwell(visit.behaviour.dwell.book);
  closeTab(visit, tab, before);
  progress.bookPage = page;
  progress.bookClosed = visit.now;
  visit.bookClosed = visit.now;
  yield visit.dwell(visit.behaviour.dwell.navigation);
}
