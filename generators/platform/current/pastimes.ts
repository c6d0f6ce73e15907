import { SECOND } from '../../../src/base/time.ts';
import { chance, integer, pick, type Stream } from '../../../src/base/random/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import { loading, serving } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { lmsOf } from './addresses.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import { HomePage, UnitPage } from './page.ts';
import { standingOf } from './standing.ts';
import { soughtWords } from './words.ts';

const BOOKMARKS = '/api/bookmarks/v1/bookmarks/';
const PAGE_SIZE = 10;

/** What people do beside the course on units and on its home page: bookmarks, tools, searches, another kind of enrolment. */
export class Pastimes {
  readonly #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** @param delay microseconds from now, after which little more than a second is left at least */
  on(visit: SessionContext, page: UnitPage | HomePage, habits: Stream, delay: number): void {
    if (page instanceof UnitPage) {
      if (chance(habits, visit.learner.home.habits.chance('sets bookmarks', HABITS.bookmarks)))
        this.#bookmark(visit, page, delay);
    } else if (chance(habits, HABITS.opensTool)) this.#tool(visit, page, habits, delay);
    else if (chance(habits, HABITS.searches)) this.#search(visit, page, habits, delay);
    else if (chance(habits, HABITS.upgrades)) this.#upgrade(visit, page, delay);
  }

  /** Marks the unit in front, or takes its mark away. */
  #bookmark(visit: SessionContext, page: UnitPage, delay: number): void {
    const { course, learner } = visit;
    const { location } = page.unit;
    const { bookmarks } = standingOf(learner);
    const bookmark_id = `${learner.username},${location}`;
    const isMarked = bookmarks.delete(location);
    if (!isMarked) bookmarks.add(location);
    const path = isMarked ? `${BOOKMARKS}${bookmark_id}/` : BOOKMARKS;
    const payload = {
      course_id: course.id,
      bookmark_id,
      component_type: 'vertical',
      component_usage_id: location,
    };
    const sent = this.#lines.write(visit, page.load, page.referer, path, delay);
    const type = isMarked ? events.bookmarkRemoved : events.bookmarkAdded;
    this.#lines.server(visit, page.referer, path, false, type, payload, sent + serving(visit, 0.06, 0.5));
  }

  /** Opens a tool of the home page, in a tab of its own. */
  #tool(visit: SessionContext, page: HomePage, habits: Stream, delay: number): void {
    const { course, learner } = visit;
    const tool_name = pick(habits, ['edx.bookmarks', 'edx.bookmarks', 'edx.updates'] as const);
    const of = { org_key: course.org, courserun_key: course.id };
    const payload = { ...of, course_id: course.id, is_staff: learner.kind.name === 'staff', tool_name };
    this.#lines.browser(visit, page.browser, events.toolAccessed, payload, delay);
    const asked = delay + loading(visit, 0.15, 0.4);
    if (tool_name === 'edx.updates')
      return this.#lines.request(visit, page.referer, `/courses/${course.id}/course/updates`, asked);
    const path = `/courses/${course.id}/bookmarks/`;
    const referer = `${lmsOf(course)}${path}`;
    this.#lines.request(visit, page.referer, path, asked);
    const listed = asked + loading(visit, 0.4, 0.4);
    this.#lines.request(visit, referer, BOOKMARKS, listed, {
      GET: { course_id: course.id, page: '1', page_size: String(PAGE_SIZE) },
    });
    this.#lines.server(
      visit,
      referer,
      BOOKMARKS,
      false,
      events.bookmarkListed,
      {
        list_type: 'per_course',
        bookmarks_count: standingOf(learner).bookmarks.size,
        page_size: PAGE_SIZE,
        page_number: 1,
        course_id: course.id,
      },
      listed + serving(visit, 0.06, 0.5),
    );
    this.#follow(visit, referer, habits, listed + integer(habits, 900_000, 2_200_000));
  }

  /** Follows a bookmark that was listed, in the tab of the list. */
  #follow(visit: SessionContext, referer: string, habits: Stream, delay: number): void {
    const { course, learner } = visit;
    const marked = [...standingOf(learner).bookmarks];
    if (marked.length === 0 || !chance(habits, HABITS.followsBookmark)) return;
    const component_usage_id = pick(habits, marked);
    const payload = {
      bookmark_id: `${learner.username},${component_usage_id}`,
      component_type: 'vertical',
      component_usage_id,
    };
    this.#lines.browser(visit, this.#lines.page(visit, referer, referer), events.bookmarkAccessed, payload, delay);
    const path = `/courses/${course.id}/jump_to/${component_usage_id}`;
    this.#lines.request(visit, referer, path, delay + loading(visit, 0.06, 0.4));
  }

  #search(visit: SessionContext, page: HomePage, habits: Stream, delay: number): void {
    const { course } = visit;
    const keyword = soughtWords(visit, habits);
    this.#lines.browser(
      visit,
      page.browser,
      events.coursewareSearched,
      { org_key: course.org, courserun_key: course.id, event_type: 'searchKeyword', keyword },
      delay,
    );
    const asked = delay + loading(visit, 0.05, 0.4);
    const POST = { search_string: keyword, page_size: '20', page_index: '0' };
    this.#lines.write(visit, page.load, page.referer, `/search/${course.id}`, asked, { POST });
  }

  /** Pays for a certificate. */
  #upgrade(visit: SessionContext, { load, referer }: HomePage, delay: number): void {
    const { course, learner } = visit;
    const standing = standingOf(learner);
    if (standing.isVerified || learner.kind.name === 'staff') return;
    standing.isVerified = true;
    const path = '/api/enrollment/v1/enrollment';
    const sent = this.#lines.write(visit, load, referer, path, delay);
    const payload = { user_id: learner.accountNumber, course_id: course.id, mode: 'verified' };
    this.#lines.server(visit, referer, path, true, events.enrolmentModeChanged, payload, sent + serving(visit, 0.1));
  }
}

/** When somebody turns to something else who stays for so many seconds: some of the time is left for it. Undefined where there is none. */
export function spareMoment(habits: Stream, seconds: number): number | undefined {
  if (seconds < HABITS.leisure) return undefined;
  return integer(habits, HABITS.soonest * SECOND, Math.round(Math.min(seconds - 4, 600) * SECOND));
}
