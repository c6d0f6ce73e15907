/** Pages of the course beside its sequences. */
import { chance } from '../../src/base/random/index.ts';
import type { Activity } from '../model/activity.ts';
import { goTo, staying, type Session } from '../model/session.ts';
import { posted } from '../model/texts.ts';

/** Reads the course's news. */
export function* readInfo(visit: Session): Activity {
  goTo(visit, 'info');
  yield staying(visit, visit.dwell(visit.behaviour.dwell.navigation));
}

/** Visits the forum, and may write there. */
export function* visitForum(visit: Session): Activity {
  goTo(visit, 'forum');
  visit.actions -= 1;
  yield staying(visit, visit.dwell(visit.behaviour.dwell.reading));
  if (chance(visit.random, visit.learner.home.habits.chance('writes in the forum', visit.behaviour.course.posts))) {
    visit.platform.post(visit, posted(visit, visit.behaviour.course.postSentences));
    yield visit.dwell(visit.behaviour.dwell.navigation) + 3;
  }
}
