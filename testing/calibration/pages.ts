/** Pages of the courseware, as lines tell what becomes of them: which go without a word, and who has several open. */
import { MINUTE, SECOND } from '../../src/base/time.ts';
import { Table, type Observer, type Seen, type Syllabus } from './observer.ts';

/** Nobody comes back sooner after a sitting [presets, calendar.soonest]: what lies closer together is one sitting. */
export const SITTING = (15 * MINUTE) / SECOND;

export class Pages implements Observer {
  /** Pages that others came after at the same sitting, and of which of them the browser told that they were closed. */
  readonly left = { told: 0, all: 0 };
  /** Of each learner: turns from one page to another, and those to one that had been open all the time. */
  readonly turns = new Table<string, { all: number; back: number }>(() => ({ all: 0, back: 0 }));
  /** Pages of a sitting, by learner and browser, and whether they are closed. */
  readonly #pages = new Table<string, Map<string, boolean>>(() => new Map());
  readonly #last = new Map<string, { readonly page: string; readonly time: number }>();
  readonly #syllabus: Syllabus;

  constructor(syllabus: Syllabus) {
    this.#syllabus = syllabus;
  }

  see({ username, time, source, type, page, agent }: Seen): void {
    if (source !== 'browser' || /iPad|iPhone|iPod|Android/.test(agent) || !this.#syllabus.pages.has(page!)) return;
    const browser = `${username} ${agent}`;
    const last = this.#last.get(browser);
    if (last && time - last.time >= SITTING) this.#endSitting(browser, last.page);
    const pages = this.#pages.at(browser);
    if (pages.size > 0 && last!.page !== page) this.#turn(username, pages, page!);
    pages.set(page!, type === 'page_close');
    this.#last.set(browser, { page: page!, time });
  }

  end(): void {
    for (const [browser, { page }] of this.#last) this.#endSitting(browser, page);
  }

  #turn(username: string, pages: Map<string, boolean>, to: string): void {
    const turns = this.turns.at(username);
    turns.all += 1;
    turns.back += Number(pages.get(to) === false);
    for (const [page, isClosed] of pages) {
      if (!isClosed) continue;
      this.left.told += 1;
      this.left.all += 1;
      pages.delete(page);
    }
  }

  #endSitting(browser: string, last: string): void {
    const pages = this.#pages.at(browser);
    for (const [page, isClosed] of pages) if (page !== last && !isClosed) this.left.all += 1;
    pages.clear();
  }
}
