import { EncodedCommonFields } from '../../../src/line/encoded-common-fields.ts';
import { chance } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import { urlOf } from '../../course/url.ts';
import { loading } from '../../model/connection.ts';
import { PageContext, type SessionContext } from '../../model/session-context.ts';
import { curiosity, hand, look, looksFrom, wantsToLook } from '../looking-round.ts';
import { sideTrip } from '../side-trips.ts';
import type { Form } from '../site-request.ts';
import type { Discussion } from '../threads.ts';
import { Wiki } from '../wiki.ts';
import type { Lines } from './lines.ts';

/** How often a page that is opened makes somebody want a look at another one, and how often a sitting begins with one, of people on average (choices). */
const LOOKS_ROUND = 0.5;
const LOOKS_FIRST = 0.06;
/** How often a page that comes makes a browser ask for something by itself (choices). */
const ICON_FOR_HOME = 0.015;
const ICON = 0.005;
const POLICY = 0.003;
/** Browsers of touch send no cookies when they ask for the icon of a bookmark, mostly. */
const WITHOUT_COOKIES = 0.9;

/** What goes on beside the pages of the course: looks at other pages, and what browsers ask for by themselves. */
export class Asides {
  readonly #lines: Lines;
  readonly #forum: Discussion;
  readonly #wiki = new Wiki();

  constructor(lines: Lines, forum: Discussion) {
    this.#lines = lines;
    this.#forum = forum;
  }

  /** Begins with a look at something else; gives the seconds that it takes. */
  begin(visit: SessionContext): number {
    const { networkRandom: random, learner } = visit;
    if (learner.visits === 1 || !chance(random, LOOKS_FIRST * curiosity(visit))) return 0;
    const { path, POST, GET } = sideTrip(visit, this.#forum, this.#wiki, true);
    const view = this.#lines.view(visit, urlOf(visit.course).origin + path);
    this.#lines.request(visit, view, path, 0, POST, GET);
    return hand(random) + look(random);
  }

  /**
   * A page has been asked for, and comes after so many microseconds: some soon want to look at another one, in another tab, and do so when
   * nothing keeps them from it for as long as that takes.
   */
  comes(visit: SessionContext, view: PageContext, delay: number): void {
    const { networkRandom: random } = visit;
    this.#byItself(visit, view, delay);
    if (visit.beside || !chance(random, LOOKS_ROUND * curiosity(visit))) return;
    wantsToLook(visit, random, delay, (soonest, left) => {
      const { path, POST, GET, form, reading } = sideTrip(visit, this.#forum, this.#wiki);
      // Who reads goes on with the page in front when it has read.
      const after = soonest + (reading === undefined ? 0 : Math.max(0, Math.round(left - reading * SECOND)));
      this.#lines.request(visit, view, path, after, POST, GET);
      if (form) this.#fillIn(visit, view, path, form, after);
    });
  }

  /** Fills in a form that has been asked for so many microseconds from now, and sends it, which leads to another page. */
  #fillIn(visit: SessionContext, view: PageContext, path: string, form: Form, delay: number): void {
    const { seconds, POST, leadsTo } = form;
    looksFrom(visit, visit.networkRandom, visit.now + delay + seconds * SECOND, (after) => {
      this.#lines.request(visit, view, path, after, POST);
      this.#lines.request(visit, view, leadsTo, after + loading(visit, 0.3));
    });
  }

  /** Looks at the page of progress beside the page in front; gives the seconds that it takes. */
  progress(visit: SessionContext): number {
    const { networkRandom: random } = visit;
    const comes = hand(random);
    const { pathname } = urlOf(visit.course);
    this.#lines.request(visit, visit.view!, `${pathname}/progress`, Math.round(comes * SECOND));
    return comes + look(random);
  }

  /** What a browser asks for beside a page: icons, of which those for a home screen are wanted by devices of touch alone, and what Flash may load. */
  #byItself(visit: SessionContext, view: PageContext, delay: number): void {
    const { networkRandom: random } = visit;
    const ask = (path: string, after: number, from = view): void =>
      void this.#lines.request(visit, from, path, delay + after);
    if (visit.isTouch) {
      if (!chance(random, ICON_FOR_HOME)) return;
      const isNobody = chance(random, WITHOUT_COOKIES);
      const fields = { ...view.browser.fields, username: '', session: '' };
      const from = isNobody ? new PageContext(view.url, new EncodedCommonFields(fields), null) : view;
      const after = loading(visit, 4, 1);
      ask('/apple-touch-icon-precomposed.png', after, from);
      if (!visit.login.agent.includes('Android')) ask('/apple-touch-icon.png', after + loading(visit, 0.15), from);
    } else if (chance(random, ICON)) ask('/favicon.ico', loading(visit, 0.4, 0.8));
    else if (chance(random, POLICY)) ask('/crossdomain.xml', loading(visit, 0.9, 0.7));
  }
}
