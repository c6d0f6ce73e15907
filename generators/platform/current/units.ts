import { chance, pick, type Stream } from '../../../src/base/random/index.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Element, Sequence } from '../../course/course.ts';
import { sequencesOf } from '../../course/sequences.ts';
import { latency, loading, together } from '../../model/connection.ts';
import type { PageContext, SessionContext } from '../../model/session-context.ts';
import { appPage, appsOf, frameOf, frameParameters, handlerPath } from './addresses.ts';
import { ask, asksOfCourse } from './asking.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import { HomePage, Page, UnitPage } from './page.ts';
import type { Problems } from './problems.ts';
import { standingOf } from './standing.ts';
import { isComplete, showText } from './texts.ts';
import type { Videos } from './videos.ts';

/** Where the arrows stand that lead on; most are at a unit's end by then. */
const PLACEMENTS = ['top', 'bottom', 'bottom'] as const;

/** Units: how somebody gets to one, and what the app and its frame ask for then. */
export class Units {
  readonly #lines: Lines;
  readonly #problems: Problems;
  readonly #videos: Videos;

  constructor(lines: Lines, problems: Problems, videos: Videos) {
    this.#lines = lines;
    this.#problems = problems;
    this.#videos = videos;
  }

  /** A sequence's page before a unit is shown in it. */
  open(visit: SessionContext, sequence: Sequence, left: PageContext | undefined): UnitPage {
    const { course } = visit;
    const referer = `${appsOf(course)}/`;
    const url = appPage(course, sequence.location);
    const page = new UnitPage(url, this.#lines.page(visit, url, referer), referer, sequence, left);
    page.opens = visit.now;
    return page;
  }

  /** Shows the first unit of a page: the way to it, what the app asks for, and the unit. */
  enter(visit: SessionContext, page: UnitPage, element: Element, habits: Stream): void {
    const position = page.sequence.elements.indexOf(element) + 1;
    const { from } = page;
    const isInApp = from instanceof UnitPage && from.position > 0;
    if (isInApp) {
      page.load = from.load;
      this.#leaveFor(visit, from, page.sequence, position, habits);
    }
    if (from instanceof HomePage) this.#resume(visit, from, element, habits);
    let delay = Math.max(0, page.opens - visit.now) + latency(visit, 0.15);
    if (!isInApp) delay = this.#openApp(visit, from, element, delay);
    this.#lines.request(visit, page.referer, `/api/courseware/sequence/${page.sequence.location}`, delay);
    page.asked = visit.now + delay;
    this.#show(visit, page, position, delay);
  }

  /** Moves within the sequence in front. */
  move(
    visit: SessionContext,
    page: UnitPage,
    from: number,
    to: number,
    how: 'next' | 'previous' | 'any',
    habits: Stream,
  ): void {
    const { sequence, unit } = page;
    const tabs = { current_tab: from, id: unit.location, tab_count: sequence.elements.length };
    const added = { old: from, new: to };
    const widget_placement = pick(habits, PLACEMENTS);
    const asked = together(visit);
    const completed = asked + together(visit);
    const told = loading(visit, 0.02) - Math.min(0, asked, completed);
    if (how === 'next') this.#send(visit, page, events.seqNext, { ...tabs, widget_placement, ...added }, told);
    else if (how === 'previous') this.#send(visit, page, events.seqPrev, { ...tabs, widget_placement, ...added }, told);
    else this.#send(visit, page, events.seqGoto, { ...tabs, widget_placement: 'top', target_tab: to, ...added }, told);
    const waits = this.#lines.token(visit, page.load, page.referer, told + Math.min(asked, completed));
    const path = handlerPath(visit.course, sequence.location, 'goto_position');
    this.#lines.request(visit, page.referer, path, told + waits + asked);
    this.#askCompletion(visit, page, told + waits + completed);
    const delay = told + waits + Math.max(0, asked, completed);
    this.leave(visit, page, delay + loading(visit, 0.03, 0.4));
    this.#show(visit, page, to, delay);
  }

  /** Asks whether the unit in front is complete, unless the app knows that it is. */
  #askCompletion(visit: SessionContext, page: UnitPage, delay: number): void {
    const { unit, position, complete } = page;
    if (complete.has(position) || isComplete(visit, unit, page.asked)) return;
    const path = handlerPath(visit.course, page.sequence.location, 'get_completion');
    const asked = this.#lines.write(visit, page.load, page.referer, path, delay);
    if (isComplete(visit, unit, visit.now + asked)) complete.add(position);
  }

  /** A click at the tab in front is told of, and asks for nothing; it is told of after the click that has led there. */
  clickAgain(visit: SessionContext, page: UnitPage, position: number): void {
    const { sequence, unit } = page;
    const tabs = { current_tab: position, id: unit.location, tab_count: sequence.elements.length };
    const added = { target_tab: position, old: position, new: position };
    const told = Math.max(0, visit.answered - visit.now) + loading(visit, 0.02);
    this.#send(visit, page, events.seqGoto, { ...tabs, widget_placement: 'top', ...added }, told);
  }

  /** The frame of a unit goes: Firefox tells of it [docs/format.md]. */
  leave(visit: SessionContext, page: UnitPage, delay: number): void {
    this.#videos.unload(visit, page, delay);
    if (!page.frame || !visit.login.agent.includes('Firefox/')) return;
    if (!chance(visit.networkRandom, HABITS.closesInFirefox)) return;
    const unknown = this.#lines.page(visit, page.frameUrl, page.frameUrl, false);
    this.#lines.browser(visit, unknown, events.pageClose, {}, delay);
  }

  /** From a unit to another sequence: on from the last unit or back from the first, or by what leads anywhere. */
  #leaveFor(visit: SessionContext, from: UnitPage, to: Sequence, position: number, habits: Stream): void {
    const { course } = visit;
    const sequences = sequencesOf(course).map(({ sequence }) => sequence);
    const step = sequences.indexOf(to) - sequences.indexOf(from.sequence);
    const tab_count = from.sequence.elements.length;
    const tabs = { current_tab: from.position, id: from.unit.location, tab_count };
    const unit = to.elements[position - 1]!.location;
    const askCompletion = () => this.#askCompletion(visit, from, Math.abs(together(visit)));
    if (step === 1 && from.position === tab_count && position === 1) {
      this.#send(visit, from, events.nextSelected, {
        ...tabs,
        widget_placement: pick(habits, PLACEMENTS),
      });
      askCompletion();
    } else if (step === -1 && from.position === 1 && position === to.elements.length) {
      this.#send(visit, from, events.previousSelected, { ...tabs, widget_placement: 'top' });
      askCompletion();
    } else if (chance(habits, HABITS.byOutline)) {
      this.#send(visit, from, events.seqGoto, {
        id: from.unit.location,
        current_tab: from.position,
        tab_count,
        target_id: unit,
        target_tab: position,
        widget_placement: 'left',
        ...(step === 0 ? {} : { target_tab_count: to.elements.length }),
        old: from.position,
        new: position,
      });
      askCompletion();
    } else if (chance(habits, HABITS.byBreadcrumb))
      this.#send(visit, from, events.jumpNavSelected, {
        target_name: to.title,
        id: `/course/${course.id}/${to.location}`,
        current_id: course.id,
        widget_placement: 'breadcrumb',
      });
    this.leave(visit, from, latency(visit, 0.05));
  }

  /** On from the home page, mostly by its button where that leads here. */
  #resume(visit: SessionContext, from: HomePage, { location }: Element, habits: Stream): void {
    const { course, learner } = visit;
    const standing = standingOf(learner);
    const leads = !standing.hasBegun || standing.unit === location;
    if (!leads || !chance(habits, HABITS.resumes)) return;
    this.#lines.browser(visit, from.browser, events.resumeCourse, {
      org_key: course.org,
      courserun_key: course.id,
      event_type: standing.hasBegun ? 'resume' : 'start',
      url: `${course.url}/jump_to/${location}`,
    });
  }

  /** What the app asks for when it is opened; gives when it has done so. */
  #openApp(visit: SessionContext, from: PageContext | undefined, { location }: Element, delay: number): number {
    const { course } = visit;
    let asked = delay;
    if (!(from instanceof HomePage)) {
      this.#lines.request(
        visit,
        from instanceof Page ? from.referer : '',
        `/courses/${course.id}/jump_to/${location}`,
        asked,
      );
      asked += latency(visit, 0.3);
    }
    const ofCourse = asksOfCourse(visit);
    const asks = [
      ofCourse,
      { path: `/api/courseware/course/${course.id}`, GET: ofCourse.GET },
      { path: `/api/learning_sequences/v1/course_outline/${course.id}` },
      { path: `/api/course_home/navigation/${course.id}` },
      { path: `/api/discussion/v1/courses/${course.id}` },
    ];
    return ask(this.#lines, visit, asks, asked);
  }

  #show(visit: SessionContext, page: UnitPage, position: number, delay: number): void {
    const { course } = visit;
    const element = page.sequence.elements[position - 1]!;
    page.position = position;
    page.app = this.#lines.page(visit, appPage(course, `${page.sequence.location}/${element.location}`), page.referer);
    page.frameUrl = frameOf(course, page.sequence, element);
    page.frame = this.#lines.page(visit, page.frameUrl, page.frameUrl);
    const standing = standingOf(visit.learner);
    standing.hasBegun = true;
    standing.unit = element.location;
    const asked = delay + loading(visit, 0.3);
    this.#lines.request(visit, page.referer, `/xblock/${element.location}`, asked, {
      GET: frameParameters(page.sequence),
    });
    const ready = this.#problems.show(visit, page, element.problems, asked + loading(visit, 0.4));
    if (element.video) this.#videos.load(visit, page, element.video, asked);
    visit.awaits(ready);
    showText(this.#lines, visit, page);
  }

  /** What the app around the frame sends. */
  #send<T extends EventType>(
    visit: SessionContext,
    page: UnitPage,
    type: T,
    payload: PayloadOf<T, 'current'>,
    delay = 0,
  ): void {
    this.#lines.browser(visit, page.app, type, payload, delay);
  }
}
