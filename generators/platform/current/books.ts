import * as events from '../../../src/spec/events/index.ts';
import { latency } from '../../model/connection.ts';
import type { PageContext, SessionContext } from '../../model/session-context.ts';
import { micros } from './grades.ts';
import type { Lines } from './lines.ts';
import { Page } from './page.ts';

/** The script of a book of page images tells of a turn so many seconds after it tells where that leads, by their median. */
const TURN = { median: 0.003, sd: 0.45 };

/** Books of page images, in a tab of their own. */
export class Books {
  readonly #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  open(visit: SessionContext, page: number): PageContext {
    const path = `/courses/${visit.course.id}/book/0/${page}`;
    const url = `${visit.course.url}/book/0/${page}`;
    const { view } = visit;
    this.#lines.request(visit, view instanceof Page ? view.referer : '', path, latency(visit, 0.1));
    return new Page(url, this.#lines.page(visit, url, url), url);
  }

  jump(visit: SessionContext, from: number, to: number): PageContext {
    this.#lines.browser(visit, visit.view!.browser, events.book, { type: 'gotopage', old: from, new: to });
    return visit.view!;
  }

  turn(visit: SessionContext, from: number, to: number): PageContext {
    this.jump(visit, from, to);
    const type = to > from ? 'nextpage' : 'prevpage';
    this.#lines.browser(
      visit,
      visit.view!.browser,
      events.book,
      { type, new: to },
      micros(visit.networkRandom, TURN.median, TURN.sd),
    );
    return visit.view!;
  }
}
