import { chance, integer, type Stream } from '../../../src/base/random/index.ts';
import { MASK } from '../../../src/spec/values.ts';
import * as events from '../../../src/spec/events/index.ts';
import { loading, serving } from '../../model/connection.ts';
import { latency } from '../../model/platform.ts';
import type { Place } from '../../model/place.ts';
import type { PageContext, SessionContext } from '../../model/session-context.ts';
import type { Sequence } from '../../course/course.ts';
import { isNewcomer, mailOf } from '../accounts.ts';
import { appPage, appsOf, lmsOf } from './addresses.ts';
import { HABITS } from './habits.ts';
import { userIdOf } from './ids.ts';
import type { Lines } from './lines.ts';
import { ForumPage, HomePage, Page } from './page.ts';
import { standingOf } from './standing.ts';

/** Pages of the LMS that are not the course's own. */
const OF_SITE = { front: '/', courses: '/courses' } as const;

const ENROLMENT = '/change_enrollment';

/** Pages of the site, but for units: what is asked for as they are opened. */
export class Site {
  readonly #lines: Lines;

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
      case 'dashboard':
        return this.#logIn(visit);
      case 'forum':
        return this.#app(visit, ForumPage, `${appsOf(course)}/discussions/${course.id}/posts`, [
          `/api/discussion/v1/courses/${course.id}`,
          `/api/discussion/v2/course_topics/${course.id}`,
        ]);
      case 'info':
      case 'courseware':
      case 'peer grading':
      case 'staff grading':
        return this.#app(visit, HomePage, appPage(course, 'home'), [
          `/api/course_home/course_metadata/${course.id}`,
          `/api/course_home/outline/${course.id}`,
        ]);
    }
  }

  logOut(visit: SessionContext, referer: string, habits: Stream): void {
    const delay = this.#leaveCourse(visit, habits) + latency(visit, 0.05);
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

  #ofLms(visit: SessionContext, path: string, left: PageContext | undefined): Page {
    const url = lmsOf(visit.course) + path;
    this.#lines.request(visit, left instanceof Page ? left.referer : '', path, latency(visit, 0.06));
    return new Page(url, this.#lines.page(visit, url, url, false), url);
  }

  #app<P extends Page>(
    visit: SessionContext,
    make: new (...given: ConstructorParameters<typeof Page>) => P,
    url: string,
    asks: readonly string[],
  ): P {
    const referer = `${appsOf(visit.course)}/`;
    let delay = latency(visit, 0.15);
    for (const path of asks) {
      this.#lines.request(visit, referer, path, delay);
      delay += loading(visit, 0.02, 0.8);
    }
    return new make(url, this.#lines.page(visit, url, referer), referer);
  }

  /** Logs in, those who are new after they have made an account and before they enrol; then what somebody learns is shown. */
  #logIn(visit: SessionContext): Page {
    const { course, learner, networkRandom: random } = visit;
    const apps = `${appsOf(course)}/`;
    const url = `${apps}learner-dashboard/`;
    const isNew = learner.home.logins === 1 && isNewcomer(visit, HABITS.enrols);
    const enrols = !visit.takesNoCourse && (isNew || standingOf(learner).hasLeft);
    const registers = isNew && chance(random, HABITS.registers);
    if (registers) learner.register(visit.now);
    const { username } = learner;
    const password = MASK;
    let delay = latency(visit, 0.1);
    if (registers)
      this.#lines.request(
        visit,
        apps,
        '/api/user/v2/account/registration/',
        delay,
        {
          POST: {
            name: visit.population.fullName(learner).name,
            email: mailOf(visit),
            username,
            password,
            honor_code: 'true',
          },
        },
        true,
      );
    else
      this.#lines.request(
        visit,
        apps,
        '/api/user/v2/account/login_session/',
        delay,
        { POST: { email_or_username: username, password } },
        true,
      );
    delay += latency(visit, 0.3);
    if (enrols) delay = this.enrol(visit, delay);
    this.#lines.request(visit, apps, '/api/learner_home/init', delay);
    return new Page(url, this.#lines.page(visit, url, apps, false), apps);
  }

  /** Now and then somebody who is done leaves the course by the list of its courses; gives the microseconds that it takes. */
  #leaveCourse(visit: SessionContext, habits: Stream): number {
    const { course, learner } = visit;
    if (learner.kind.name === 'staff' || visit.takesNoCourse || !chance(habits, HABITS.leavesCourse)) return 0;
    const standing = standingOf(learner);
    standing.hasLeft = true;
    const apps = `${appsOf(course)}/`;
    const listed = latency(visit, 0.1);
    this.#lines.request(visit, apps, '/api/learner_home/init', listed);
    const asked = listed + integer(habits, 1_500_000, 5_000_000);
    const POST = { course_id: course.id, enrollment_action: 'unenroll' };
    this.#lines.request(visit, apps, ENROLMENT, asked, { POST });
    const done = asked + serving(visit, 0.1);
    const mode = standing.isVerified ? 'verified' : 'audit';
    const payload = { user_id: userIdOf(learner), course_id: course.id, mode };
    this.#lines.server(visit, apps, ENROLMENT, true, events.enrolmentDeactivated, payload, done);
    return done + integer(habits, 800_000, 2_500_000);
  }

  /** Enrols so many microseconds from now; gives when that is done. */
  enrol(visit: SessionContext, delay: number): number {
    const { course, learner } = visit;
    const path = ENROLMENT;
    const standing = standingOf(learner);
    standing.hasLeft = false;
    const referer = `${lmsOf(course)}/courses/${course.id}/about`;
    this.#lines.request(visit, referer, path, delay, { POST: { course_id: course.id, enrollment_action: 'enroll' } });
    const enrolled = delay + serving(visit, 0.1);
    const payload = {
      user_id: userIdOf(learner),
      course_id: course.id,
      mode: standing.isVerified ? 'verified' : 'audit',
    };
    this.#lines.server(visit, referer, path, true, events.enrolmentActivated, payload, enrolled);
    return enrolled + latency(visit, 0.2);
  }
}
