import { EncodedCommonFields } from '../../../src/line/encoded-common-fields.ts';
import { below, chance, lognormal } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import { urlOf } from '../../course/url.ts';
import type { Learner } from '../../learners/learner.ts';
import { latency, loading } from '../../model/connection.ts';
import { PageContext, type SessionContext } from '../../model/session-context.ts';
import { ACTIVATES, activation, enrolment, isNewcomer, registration } from '../accounts.ts';
import { addressOf } from '../addresses.ts';
import { leaving } from '../leaving.ts';
import { REGISTERS } from '../quirks.ts';
import type { Lines } from './lines.ts';

/** How people come to be in the course, and to be in it no more: they register, enrol, leave it, and log out. */
export class Membership {
  readonly #lines: Lines;
  /** Until when somebody follows the mail of its account in another tab. */
  readonly #busy = new WeakMap<SessionContext, number>();
  /** Those who have an account, but no course yet. */
  readonly #joining = new WeakSet<Learner>();

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Whether somebody is in the course, and its visit tells who that is. */
  has({ username, learner }: SessionContext): boolean {
    return username !== '' && !learner.hasLeft && !this.#joining.has(learner);
  }

  /** What somebody does about its account and its course before it opens a page; gives in how many microseconds the page is asked for. */
  before(visit: SessionContext, url: string, path: string, view: PageContext): number {
    const delay = latency(visit, 0.06);
    return this.#enrolAgain(visit, url, view, this.#join(visit, path, view, delay));
  }

  /** Those who are new register, get a mail and enrol before they open a page of the course; gives when the page is opened then. */
  #join(visit: SessionContext, path: string, view: PageContext, delay: number): number {
    const { learner, networkRandom: random } = visit;
    if (learner.home.logins !== 1 || !visit.loggedIn || visit.username === '') return delay;
    const later = delay + latency(visit);
    if (path === '/dashboard') {
      if (!isNewcomer(visit, REGISTERS)) return delay;
      this.#joining.add(learner);
      learner.register(visit.now);
      const { path: account, POST } = registration(visit);
      const nobody = new PageContext(view.url, new EncodedCommonFields({ ...view.browser.fields, username: '' }), null);
      this.#lines.request(visit, nobody, account, delay, POST);
      if (chance(random, ACTIVATES.chance)) {
        const wait = Math.round(below(ACTIVATES.most, lognormal(random, ACTIVATES.mean, ACTIVATES.sd)) * SECOND);
        const follows = later + wait;
        this.#busy.set(visit, visit.now + follows);
        this.#lines.request(visit, view, activation(random).path, follows);
      }
    } else {
      if (visit.takesNoCourse || !this.#joining.delete(learner)) return delay;
      this.#change(visit, view, 'enroll', delay);
    }
    return later;
  }

  /** Who has left the course enrols again before it opens a page of it; gives when that is opened then. */
  #enrolAgain(visit: SessionContext, url: string, view: PageContext, delay: number): number {
    const { learner, course } = visit;
    const isOutside = !url.startsWith(`${course.url}/`) || url === addressOf(course, 'about');
    if (!learner.hasLeft || visit.username === '' || isOutside) return delay;
    learner.hasLeft = false;
    this.#change(visit, view, 'enroll', delay);
    return delay + latency(visit);
  }

  /** Enrols by the button on the course's page. */
  enrol(visit: SessionContext): void {
    this.#change(visit, visit.view!, 'enroll', latency(visit));
  }

  /** The request that enrols somebody, or ends that, so many microseconds from now. */
  #change(visit: SessionContext, view: PageContext, to: 'enroll' | 'unenroll', delay: number): void {
    const { path, POST } = enrolment(visit, to);
    this.#lines.request(visit, view, path, delay, POST);
  }

  /** Asks to be logged out, when all is done that goes on in another tab, and gets the site's front page. */
  logOut(visit: SessionContext): void {
    const page = visit.view;
    if (page) page.meanwhile = undefined;
    const { origin } = urlOf(visit.course);
    const delay = Math.max(this.#lines.settles(visit), (this.#busy.get(visit) ?? 0) - visit.now) + latency(visit, 0.06);
    if (page) this.#lines.request(visit, page, '/logout', delay);
    visit.loggedIn = false;
    const front = delay + latency(visit);
    this.#lines.request(visit, this.#lines.view(visit, `${origin}/`), '/', front);
    if (page) this.#lines.close(visit, this.#lines.view(visit, page.url), front + latency(visit, 0.02));
  }

  /** Leaves the course by the button beside it in the list of one's courses, which then comes anew [dashboard.html]; gives after how many seconds. */
  leave(visit: SessionContext): number {
    const { learner, course } = visit;
    if (this.#joining.has(learner)) return 0;
    const { decides, looks, rests } = leaving(visit);
    learner.hasLeft = true;
    visit.beside = undefined;
    const list = this.#lines.view(visit, addressOf(course, 'dashboard'));
    this.#lines.ask(visit, list, '/dashboard', latency(visit, 0.06), visit.view);
    visit.view = list;
    visit.tab.place = 'dashboard';
    const left = Math.max(0, visit.answered - visit.now) + decides;
    this.#change(visit, visit.view, 'unenroll', left);
    let last = left + loading(visit, 0.3);
    this.#lines.request(visit, visit.view, '/dashboard', last);
    for (const look of looks) {
      last += look;
      this.#lines.request(visit, visit.view, '/courses', last);
    }
    return (last + rests) / SECOND;
  }
}
