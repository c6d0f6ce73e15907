import { below, chance, lognormal } from '../../../src/base/random/index.ts';
import { SECOND } from '../../../src/base/time.ts';
import type { Written } from '../../../src/line/entries.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Problem } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';
import { latency, loading } from '../../model/connection.ts';
import { costOf, LONGEST_LATENCY, LONGEST_WAY } from '../../model/latency.ts';
import { anyServer, AT_LEAVING, logsItsEnd, type EventSink } from '../../model/platform.ts';
import { PageContext, type SessionContext } from '../../model/session-context.ts';
import { parameters, type Sent } from '../python-maps.ts';
import type { Quirks } from '../quirks.ts';

export type Payload<T extends EventType> = PayloadOf<T, 'deployed'>;
type Writable<T extends EventType> = Written<Payload<T>>;

/**
 * How long messages that leave a browser together take, beside what all of them take: those of a click and of what it asks for, either of which
 * comes first (docs/realism.md), and, from the first to the second, those that a script sends twice. Seconds, with a good connection, and the
 * logarithm's deviation (choices).
 */
const TOGETHER = { median: 0.014, sd: 0.8 };
const TWICE = { median: 0.006, sd: 0.9 };
/** Seconds, as logarithms, until a message is sent again whose packets got lost, which happens as often as one gets lost for good (a choice). */
const AGAIN = { mean: Math.log(1.1), sd: 0.5 };

/** How long a message takes to its server beside what others take, microseconds: by the connection, and at times seconds, where it is sent again. */
function travels(visit: SessionContext, { median, sd }: typeof TOGETHER): number {
  const { networkRandom: random, learner } = visit;
  const sent = chance(random, learner.home.loss) ? SECOND * lognormal(random, AGAIN.mean, AGAIN.sd) : 0;
  return Math.ceil(below(LONGEST_WAY, sent + loading(visit, median, sd)));
}

/** What browsers tell of that may get lost: what no other line needs, since a request tells of the same deed. */
const LOST: ReadonlySet<EventType> = new Set<EventType>([
  events.accordion,
  events.seqNext,
  events.seqPrev,
  events.seqGoto,
  events.problemCheck,
  events.problemSave,
  events.problemReset,
  events.problemShow,
]);

/** Two clicks arrive so many microseconds apart at least, and some more. */
const APART = { least: 5000, more: 4000 };

/** Sends lines of a visit: what browsers tell of, requests, and what a server logs as it answers one. */
export class Lines {
  readonly sink: EventSink;
  readonly #quirks: Quirks;
  /** When the last event of a browser was written: the next ones come after it. */
  readonly #clicked = new WeakMap<SessionContext, number>();

  constructor(sink: EventSink, quirks: Quirks) {
    this.sink = sink;
    this.#quirks = quirks;
  }

  /** A page as it is opened; its browser may send two session keys. */
  view(visit: SessionContext, url: string): PageContext {
    const { login, networkRandom } = visit;
    const twoKeys = visit.session !== '' && login.stale !== '' && chance(networkRandom, this.#quirks.twoSessionKeys);
    const session = twoKeys ? `${login.session};${login.stale}` : visit.session;
    return new PageContext(url, visit.commonFields(url, session, urlOf(visit.course).host), 'x_module');
  }

  /** A request, which any server answers; gives which one does. */
  request(
    visit: SessionContext,
    view: PageContext,
    path: string,
    delay: number,
    POST: Sent = {},
    GET: Sent = {},
  ): number {
    const server = anyServer(this.sink, visit.networkRandom);
    if (delay < LONGEST_LATENCY) visit.awaits(delay);
    this.sink.log(
      visit,
      server,
      events.request,
      view.browser.on(null),
      delay,
      { POST: parameters(POST), GET: parameters(GET) },
      path,
    );
    return server;
  }

  /** Asks for a page so many microseconds from now, which takes the place of another one. */
  ask(visit: SessionContext, view: PageContext, path: string, from: number, left: PageContext | undefined): void {
    this.request(visit, view, path, from);
    if (!left) return;
    left.meanwhile = undefined;
    this.close(visit, left, from + latency(visit, 0.02));
  }

  /** A request to a module of the course, by an action's name; gives the server. */
  ajax(visit: SessionContext, location: string, action: string, values: Sent, delay = latency(visit)): number {
    const path = `${urlOf(visit.course).pathname}/modx/${location}/${action}`;
    return this.request(visit, visit.view!, path, delay, values);
  }

  /** An event of the browser's script, which sends it by a request of its own that is not logged. */
  browser<T extends EventType>(visit: SessionContext, type: T, payload: Writable<T>, delay = 0): void {
    const after = this.#afterClicks(visit, delay);
    this.#clicked.set(visit, visit.now + after);
    // A line that holds back a message holds back what its page goes on with.
    visit.awaits(after);
    if (LOST.has(type) && visit.loses()) return;
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), type, visit.view!.browser, after, payload);
  }

  /** An event that the same click logs once more, mostly some milliseconds later. */
  again<T extends EventType>(visit: SessionContext, type: T, payload: Writable<T>): void {
    const time = this.#clicked.get(visit)! + travels(visit, TWICE);
    this.#clicked.set(visit, time);
    visit.awaits(time - visit.now);
    if (LOST.has(type) && visit.loses()) return;
    this.sink.log(
      visit,
      anyServer(this.sink, visit.networkRandom),
      type,
      visit.view!.browser,
      time - visit.now,
      payload,
    );
  }

  /** A page that is left sends this as it unloads, when the next one has been asked for. */
  close(visit: SessionContext, page: PageContext, delay: number): void {
    if (!logsItsEnd(visit, page) || visit.loses(AT_LEAVING)) return;
    const after = this.#afterClicks(visit, delay);
    this.sink.log(visit, anyServer(this.sink, visit.networkRandom), events.pageClose, page.browser, after, null);
  }

  /** A delay, or as much as it takes to come after the events of the browser before. */
  #afterClicks(visit: SessionContext, delay: number): number {
    const least = (this.#clicked.get(visit) ?? -Infinity) + APART.least - visit.now;
    return delay >= least ? delay : least + Math.round(visit.networkRandom() * APART.more);
  }

  /** How long a click, or the request that leaves with it, takes to its server: microseconds. */
  way(visit: SessionContext): number {
    return travels(visit, TOGETHER);
  }

  /** In how many microseconds all that the browser has told is there. */
  settles(visit: SessionContext): number {
    return Math.max(0, (this.#clicked.get(visit) ?? 0) - visit.now);
  }

  /**
   * A request to a problem, and what the problem logs while that server answers it.
   *
   * @param delay microseconds until the request is there
   */
  answered<T extends EventType>(
    visit: SessionContext,
    problem: Problem,
    action: 'problem_check' | 'problem_save' | 'problem_reset' | 'problem_show',
    values: Sent,
    type: T,
    payload: Writable<T>,
    delay = this.way(visit),
  ): number | undefined {
    const server = this.ajax(visit, problem.location, action, values, delay);
    const cost = action === 'problem_check' ? costOf(problem) : 0;
    const answered = Math.max(delay, this.settles(visit)) + latency(visit, 0.094, cost);
    visit.awaits(answered);
    return this.sink.log(visit, server, type, visit.view!.server, answered, payload);
  }
}
