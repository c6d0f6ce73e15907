import { chance, geometric, integer } from '../../src/base/random/index.ts';
import { leave, staying, type Activity, type Session } from '../model/session.ts';

/**
 * Reads in the textbook, in a window of its own: the page in front before is in front again afterwards. Most turns go to
 * the next page, the others anywhere; nobody turns past the last page or before the first.
 */
export function* read(visit: Session): Activity {
  const { random, platform, course, view: before } = visit;
  const { habits } = visit.learner.home;
  const { progress } = visit.learner;
  const pages = course.textbook?.pages ?? 0;
  if (pages < 2) return;
  const here = Math.min(progress.bookPage, pages);
  visit.view = platform.openBook(visit, here);
  let page = here;
  const { leafing } = visit.behaviour.book;
  const leafs = visit.learner.leafs && chance(random, leafing.chance);
  const run = leafs ? leafing.run : visit.behaviour.book.run;
  const dwell = leafs ? leafing.dwell : visit.behaviour.dwell.book;
  for (let turns = geometric(random, run); turns > 0; turns -= 1) {
    yield staying(visit, visit.dwell(dwell));
    visit.actions -= 1;
    if (page < pages && chance(random, habits.chance('turns to any page', visit.behaviour.book.turnsToNext))) {
      visit.view = platform.turnPage(visit, page, page + 1);
      page += 1;
    } else if (page > 1 && chance(random, habits.chance('turns back pages', visit.behaviour.book.turnsBack))) {
      visit.view = platform.turnPage(visit, page, page - 1);
      page -= 1;
    } else {
      const to = 1 + ((page - 1 + integer(random, 1, pages - 1)) % pages);
      visit.view = platform.goToPage(visit, page, to);
      page = to;
    }
    progress.bookPage = page;
  }
  yield visit.dwell(visit.behaviour.dwell.book);
  leave(visit);
  progress.bookPage = page;
  visit.view = before;
  visit.bookClosed = visit.now;
  yield visit.dwell(visit.behaviour.dwell.navigation);
}
