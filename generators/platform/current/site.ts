import { SECOND } from '../../../src/base/time.ts';
import { chance } from '../../../src/base/random/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import { latency, loading, serving } from '../../model/connection.ts';
import type { Place, StaffDeed } from '../../model/place.ts';
import type { PageContext, SessionContext } from '../../model/session-context.ts';
import type { Course, Sequence } from '../../course/course.ts';
import { isNewcomer } from '../accounts.ts';
import { leaving } from '../leaving.ts';
import { appPage, appsOf, lmsOf } from './addresses.ts';
import { ask, asksOfTab, type Ask } from './asking.ts';
import { register } from './forms.ts';
import { micros } from './grades.ts';
import { HABITS } from './habits.ts';
import type { Lines, Load, Parameters } from './lines.ts';
import { ForumPage, HomePage, Page } from './page.ts';
import { comesFromFront, comesToLogIn, linked, logIn, nameTyped, referral } from './referrals.ts';
import { standingOf } from './standing.ts';

/** Pages of the LMS that are not the course's own. */
const OF_SITE = { front: '/', courses: '/courses' } as const;

const instructorPath = ({ id }: Course): string => `/courses/${id}/instructor`;

/** What today's page for instructors asks for in place of what that of 2013 did [instructor/views/api_urls.py]. */
const INSTRUCTS: Record<StaffDeed, readonly [handler: string, POST?: Parameters]> = {
  'list-students': ['get_students_features/csv'],
  'dump-grades': ['calculate_grades_csv'],
  'dump-grades-raw': ['problem_grade_report'],
  'dump-grades-csv': ['calculate_grades_csv'],
  'dump-grades-csv-raw': ['problem_grade_report'],
  'dump-answer-dist-csv': ['get_problem_responses'],
  'list-staff': ['list_course_role_members', { rolename: 'staff' }],
  'list-instructors': ['list_course_role_members', { rolename: 'instructor' }],
  'list-beta-testers': ['list_course_role_members', { rolename: 'beta' }],
};

const ENROLMENT = '/change_enrollment';
/** What the list of somebody's courses asks for. */
const LIST = '/api/learner_home/init';

/** Pages of the site, but for units: what is asked for as they are opened. */
export class Site {
  readonly #lines: Lines;
  /** Where people are about to log in. */
  readonly #forms = new WeakMap<SessionContext, Load>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  open(visit: SessionContext, place: Exclude<Place, Sequence>, left: PageContext | undefined): Page {
    const { course } = visit;
    switch (place) {
      case 'front':
      case 'courses':
        return this.#ofLms(visit, OF_SITE[place], left);
      case 'about':
        return this.#ofLms(visit, `/courses/${course.id}/about`, left);
      case 'instructor':
        return this.#ofLms(visit, instructorPath(course), left);
      case 'dashboard':
        return this.#logIn(visit);
      case 'forum':
        return this.#app(visit, ForumPage, `${appsOf(course)}/discussions/${course.id}/posts`, [
          { path: `/api/discussion/v1/courses/${course.id}` },
          { path: `/api/discussion/v2/course_topics/${course.id}` },
        ]);
      case 'info':
      case 'courseware':
      case 'peer grading':
      case 'staff grading':
        return this.#app(visit, HomePage, appPage(course, 'home'), [...asksOfTab(visit, 'outline')]);
    }
  }

  /** Comes to log in; gives how many seconds that takes. */
  askToLogIn(visit: SessionContext): number {
    return comesToLogIn(this.#lines, visit, this.#form(visit), () => void this.open(visit, 'about', undefined));
  }

  logOut(visit: SessionContext, referer: string): void {
    const delay = latency(visit, 0.05);
    this.#lines.request(visit, referer, '/logout', delay);
    visit.loggedIn = false;
    this.#lines.request(visit, `${lmsOf(visit.course)}/logout`, '/', delay + latency(visit, 0.2));
  }

  /** Asks the list of courses for some, twenty at a time [course_discovery]. */
  search(visit: SessionContext, search_string: string): void {
    const POST = { search_string, page_size: '20', page_index: '0' };
    const referer = `${lmsOf(visit.course)}${OF_SITE.courses}`;
    this.#lines.request(visit, referer, '/search/course_discovery/', latency(visit, 0.12), { POST });
  }

  /** Has the page for instructors, which is in front, do something; what becomes of it is listed there. */
  instruct(visit: SessionContext, deed: StaffDeed): void {
    const [handler, POST = {}] = INSTRUCTS[deed];
    const path = instructorPath(visit.course);
    const referer = lmsOf(visit.course) + path;
    const asked = latency(visit, 0.06);
    this.#lines.request(visit, referer, `${path}/api/${handler}`, asked, { POST });
    const listed = asked + serving(visit, 0.2) + loading(visit, 0.1);
    this.#lines.request(visit, referer, `${path}/api/list_instructor_tasks`, listed);
    visit.awaits(listed);
  }

  #ofLms(visit: SessionContext, path: string, left: PageContext | undefined): Page {
    const { referer, GET } = left instanceof Page ? { referer: left.referer, GET: {} } : referral(visit);
    const url = linked(lmsOf(visit.course) + path, GET);
    this.#lines.request(visit, referer, path, latency(visit, 0.06), { GET });
    return new Page(url, this.#lines.page(visit, url, url, false), url);
  }

  #app<P extends Page>(
    visit: SessionContext,
    make: new (...given: ConstructorParameters<typeof Page>) => P,
    url: string,
    asks: readonly Ask[],
  ): P {
    const referer = `${appsOf(visit.course)}/`;
    const delay = latency(visit, 0.15);
    ask(this.#lines, visit, asks, delay);
    return new make(url, this.#lines.page(visit, url, referer), referer);
  }

  /** Logs in, those who are new after they have made an account and before they enrol; then what somebody learns is shown. */
  #logIn(visit: SessionContext): Page {
    const { course, learner, networkRandom: random } = visit;
    const apps = `${appsOf(course)}/`;
    const isNew = learner.home.logins === 1 && isNewcomer(visit, HABITS.enrols);
    const enrols = !visit.takesNoCourse && (isNew || learner.hasLeft);
    const registers = isNew && chance(random, HABITS.registers);
    if (registers) learner.register(visit.now);
    let delay = latency(visit, 0.1);
    const isAtForm = this.#forms.has(visit);
    if (!isAtForm) delay = comesFromFront(this.#lines, visit, delay);
    const form = this.#form(visit);
    this.#forms.delete(visit);
    if (registers) delay = register(this.#lines, visit, form, delay);
    else delay = logIn(this.#lines, visit, form, nameTyped(visit), delay);
    delay += latency(visit, 0.3);
    if (enrols) delay = this.enrol(visit, delay);
    // Whoever has been at a form that long looks at what has come.
    visit.awaits(registers || !isAtForm ? delay + micros(random, 3, 0.7) : delay);
    this.#lines.request(visit, apps, LIST, delay);
    return this.#list(visit);
  }

  /** The page with the form that somebody logs in by. */
  #form(visit: SessionContext): Load {
    const known = this.#forms.get(visit);
    if (known) return known;
    const form = { hasToken: false };
    this.#forms.set(visit, form);
    return form;
  }

  /** Leaves the course by the list of one's courses, which is then in front, and may look for another one; gives the seconds that it takes. */
  leaveCourse(visit: SessionContext): number {
    const { course, learner } = visit;
    const standing = standingOf(learner);
    learner.hasLeft = true;
    visit.beside = undefined;
    const { decides, looks, rests } = leaving(visit);
    const list = this.#list(visit);
    visit.view = list;
    const listed = Math.max(0, visit.answered - visit.now) + latency(visit, 0.3);
    this.#lines.request(visit, list.referer, LIST, listed);
    const decided = listed + decides;
    const POST = { course_id: course.id, enrollment_action: 'unenroll' };
    const asked = this.#lines.write(visit, list.load, list.referer, ENROLMENT, decided, { POST });
    const done = asked + serving(visit, 0.1);
    const mode = standing.isVerified ? 'verified' : 'audit';
    const payload = { user_id: learner.accountNumber, course_id: course.id, mode };
    this.#lines.server(visit, list.referer, ENROLMENT, true, events.enrolmentDeactivated, payload, done);
    let last = done + loading(visit, 0.15);
    this.#lines.request(visit, list.referer, LIST, last);
    for (const look of looks) {
      last += look;
      this.#lines.request(visit, list.referer, OF_SITE.courses, last);
    }
    return (last + rests) / SECOND;
  }

  /** The page of the list of somebody's courses. */
  #list(visit: SessionContext): Page {
    const apps = `${appsOf(visit.course)}/`;
    const url = `${apps}learner-dashboard/`;
    return new Page(url, this.#lines.page(visit, url, apps, false), apps);
  }

  /** Enrols so many microseconds from now; gives when that is done. */
  enrol(visit: SessionContext, delay: number): number {
    const { course, learner } = visit;
    const path = ENROLMENT;
    const standing = standingOf(learner);
    learner.hasLeft = false;
    const referer = `${lmsOf(course)}/courses/${course.id}/about`;
    this.#lines.request(visit, referer, path, delay, { POST: { course_id: course.id, enrollment_action: 'enroll' } });
    const enrolled = delay + serving(visit, 0.1);
    const payload = {
      user_id: learner.accountNumber,
      course_id: course.id,
      mode: standing.isVerified ? 'verified' : 'audit',
    };
    this.#lines.server(visit, referer, path, true, events.enrolmentActivated, payload, enrolled);
    return enrolled + latency(visit, 0.2);
  }
}
