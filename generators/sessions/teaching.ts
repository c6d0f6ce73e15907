/** What staff do beside grading: they look at who is enrolled in the course, and how it stands. */
import { below, chance, geometric, lognormal, weighted } from '../../src/base/random/index.ts';
import { duesOf } from '../course/sequences.ts';
import type { StaffDeed } from '../model/place.ts';
import type { Activity } from '../model/activity.ts';
import { goTo, leave, type Session } from '../model/session.ts';

/** Of staff so many never open the page for instructors; others do at so many visits, logarithm's mean and deviation (choices). */
const NEVER = 0.2;
const OPENS = { mean: Math.log(0.11), sd: 0.7 };

/** How many times as often it is opened more at a deadline, and within how many days of one that fades (choices). */
const AT_DEADLINE = { more: 2.5, days: 1.2 };

/** What is asked for there, by weight; so often it is what this person mostly asks for; so often it was enough (choices). */
const DEEDS = weighted<StaffDeed>([
  ['list-students', 6],
  ['dump-grades', 4],
  ['dump-grades-csv', 4],
  ['dump-grades-raw', 1],
  ['dump-grades-csv-raw', 0.6],
  ['dump-answer-dist-csv', 0.5],
  ['list-staff', 0.6],
  ['list-instructors', 0.3],
  ['list-beta-testers', 0.3],
]);
const FAVOURITE = 0.4;
const ENOUGH = 0.55;

/** How often somebody of the staff opens that page at a visit. */
function opens(visit: Session): number {
  const person = visit.own('teaches');
  if (chance(person, NEVER)) return 0;
  const usual = lognormal(person, OPENS.mean, OPENS.sd);
  const dues = duesOf(visit.course).map((due) => Math.abs(due - visit.day));
  const { more, days } = AT_DEADLINE;
  return below(1, usual * (1 + more * Math.exp(-Math.min(...dues) / days)));
}

/** Looks at the page for instructors now and then. */
export function* teach(visit: Session): Activity {
  const random = visit.own('teaching', visit.learner.visits);
  if (!chance(random, opens(visit))) return;
  const usual = DEEDS(visit.own('asks for'));
  goTo(visit, 'instructor');
  for (let left = geometric(random, ENOUGH); left > 0; left -= 1) {
    yield visit.dwell(visit.behaviour.dwell.navigation);
    visit.actions -= 1;
    visit.platform.instruct(visit, chance(random, FAVOURITE) ? usual : DEEDS(random));
  }
  yield visit.dwell(visit.behaviour.dwell.reading);
  leave(visit);
}
