import { SECOND } from '../../../src/base/time.ts';
import { below, lognormal } from '../../../src/base/random/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import { urlOf } from '../../course/url.ts';
import { latency } from '../../model/connection.ts';
import type { StaffDeed } from '../../model/place.ts';
import type { SessionContext } from '../../model/session-context.ts';
import type { Lines } from './lines.ts';

/** The button of each deed, and the part of the page that it is in [instructor/views.py, instructor_dashboard.html]. */
const BUTTONS: Record<StaffDeed, readonly [action: string, mode: string]> = {
  'list-students': ['List enrolled students', 'Enrollment'],
  'dump-grades': ['Dump Grades for all students in this course', 'Grades'],
  'dump-grades-raw': ['Dump all RAW grades for all students in this course', 'Grades'],
  'dump-grades-csv': ['Download CSV of all student grades for this course', 'Grades'],
  'dump-grades-csv-raw': ['Download CSV of all RAW grades', 'Grades'],
  'dump-answer-dist-csv': ['Download CSV of answer distributions', 'Grades'],
  'list-staff': ['List course staff members', 'Admin'],
  'list-instructors': ['List course instructors', 'Admin'],
  'list-beta-testers': ['List beta testers', 'Admin'],
};

/** Seconds until all grades are computed, which the page waits for, logarithm's mean and deviation, and the most (choices). */
const GRADES = { mean: Math.log(9), sd: 0.5, most: 55 };

const TOKEN = 32;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What the forms of a browser say whose they are by: the same for as long as its cookie is. */
function tokenOf(visit: SessionContext): string {
  const random = visit.own('forms', visit.login.device);
  return Array.from({ length: TOKEN }, () => LETTERS[Math.floor(random() * LETTERS.length)]!).join('');
}

/** Asks the page in front for something: its form is sent, and the server that answers tells what it has done. */
export function instruct(lines: Lines, visit: SessionContext, deed: StaffDeed): void {
  const view = visit.view!;
  const [action, idash_mode] = BUTTONS[deed];
  const asked = latency(visit, 0.06);
  const POST = { csrfmiddlewaretoken: tokenOf(visit), idash_mode, action };
  const server = lines.request(visit, view, `${urlOf(visit.course).pathname}/instructor`, asked, POST);
  const { mean, sd, most } = GRADES;
  const computed = deed.startsWith('dump') ? below(most, lognormal(visit.networkRandom, mean, sd)) * SECOND : 0;
  const told = asked + Math.round(computed) + latency(visit, 0.3);
  visit.awaits(told);
  lines.sink.log(visit, server, events.instructor, view.browser.on('idashboard'), told, {}, deed);
}
