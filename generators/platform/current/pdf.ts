import { chance, pick, place, type Stream } from '../../../src/base/random/index.ts';
import type { EventType, PayloadOf } from '../../../src/spec/index.ts';
import * as events from '../../../src/spec/events/index.ts';
import type { Course } from '../../course/course.ts';
import { sectionAt } from '../../course/sections.ts';
import { latency, loading } from '../../model/connection.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { micros } from './grades.ts';
import { HABITS } from './habits.ts';
import type { Lines } from './lines.ts';
import { Page } from './page.ts';
import { foundFrom } from './words.ts';

type Payload<T extends EventType> = PayloadOf<T, 'current'>;

const LOADED = 'textbook.pdf.page.loaded';
const TURNED = 'textbook.pdf.page.navigatednext';
/** Entries of the table of contents for a chapter: itself, and its other sections. */
const SECTIONS_A_CHAPTER = 3;
/** Who has looked at so many places that a search has found looks for no more. */
const MOST_FOUND = 5;
const SCALES = [0.75, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** A book in PDF that is open in the viewer. */
export class PdfPage extends Page {
  number = 1;
  /** Which of the scales it is shown in. */
  scale = 1;
  hasThumbnails = false;
  hasOutline = false;
  search: { query: string; caseSensitive: boolean; highlightAll: boolean } | undefined;
}

const fileOf = ({ id }: Course): string => `/asset-v1:${id.slice(id.indexOf(':') + 1)}+type@asset+block/Textbook.pdf`;

/** Books in PDF, in a viewer of their own. */
export class PdfBooks {
  readonly #lines: Lines;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** Opens the book, which comes with its first page, and goes to another. */
  open(visit: SessionContext, number: number): PdfPage {
    const { view, course } = visit;
    const path = `/courses/${course.id}/pdfbook/0/chapter/1/`;
    const url = `${course.url}/pdfbook/0/chapter/1/`;
    const asked = latency(visit, 0.1);
    this.#lines.request(visit, view instanceof Page ? view.referer : '', path, asked);
    const page = new PdfPage(url, this.#lines.page(visit, url, url), url);
    // However late the book comes, its page is shown after it.
    if (number !== 1)
      this.#load(visit, page, number, Math.max(asked, visit.answered - visit.now) + loading(visit, 0.7));
    return page;
  }

  turn(visit: SessionContext, page: PdfPage, to: number): PdfPage {
    const type = to > page.number ? 'nextpage' : 'prevpage';
    this.#send(visit, page, events.book, { type, new: to, chapter: fileOf(visit.course), name: TURNED });
    page.number = to;
    return page;
  }

  /** Goes to a page by its number, its picture, the table of contents or a search. */
  jump(visit: SessionContext, page: PdfPage, to: number, habits: Stream): PdfPage {
    const ways = [this.#byNumber, this.#byThumbnail, this.#byOutline, this.#bySearch] as const;
    const way = ways[place(habits, HABITS.findsPages)]!;
    const delay = way(visit, page, to, habits) ?? this.#byNumber(visit, page, to);
    this.#load(visit, page, to, delay + loading(visit, 0.06));
    return page;
  }

  /** What somebody does to the page in front, so many microseconds from now. */
  linger(visit: SessionContext, page: PdfPage, habits: Stream, delay: number): void {
    if (chance(habits, HABITS.scrolls))
      this.#named(
        visit,
        page,
        events.pdfScrolled,
        { page: page.number, direction: chance(habits, 0.8) ? 'down' : 'up' },
        delay,
      );
    else if (chance(habits, HABITS.zooms)) this.#zoom(visit, page, habits, delay);
    else if (page.search && chance(habits, HABITS.refines)) this.#refine(visit, page, habits, delay);
    else if (chance(habits, HABITS.togglesAside)) this.#toggle(visit, page, chance(habits, 0.5), delay);
  }

  #byNumber = (visit: SessionContext, page: PdfPage, to: number): number => {
    this.#named(visit, page, events.pdfPageNavigated, { page: to }, 0);
    return 0;
  };

  #byThumbnail = (visit: SessionContext, page: PdfPage, to: number, habits: Stream): number => {
    let delay = 0;
    if (!page.hasThumbnails) {
      this.#toggle(visit, page, true, 0);
      delay = micros(habits, HABITS.findsPlace.median, HABITS.findsPlace.sd);
    }
    this.#named(visit, page, events.thumbnailNavigated, { page: to, thumbnail_title: `Page ${to}` }, delay);
    return delay;
  };

  /** An entry leads to the page on which its section begins; to others there is no way by it. */
  #byOutline = (visit: SessionContext, page: PdfPage, to: number, habits: Stream): number | undefined => {
    const section = sectionAt(visit.course, to);
    if (section.page !== to) return undefined;
    let delay = 0;
    if (!page.hasOutline) {
      this.#toggle(visit, page, false, 0);
      delay = micros(habits, HABITS.findsPlace.median, HABITS.findsPlace.sd);
    }
    const [chapter, rest] = [1 + Math.floor(section.number / SECTIONS_A_CHAPTER), section.number % SECTIONS_A_CHAPTER];
    const chapter_title = rest === 0 ? `Chapter ${chapter}` : `${chapter}.${rest}`;
    this.#named(visit, page, events.pdfChapterNavigated, { chapter_title }, delay);
    return delay;
  };

  /** A search finds the pages that hold a word, from the one in front on; where too many come before the one that is looked for, it is no way there. */
  #bySearch = (visit: SessionContext, page: PdfPage, to: number, habits: Stream): number | undefined => {
    const found = foundFrom(visit.course, page.number, to);
    if (found.pages.length > MOST_FOUND) return undefined;
    const { caseSensitive = false, highlightAll = chance(habits, 0.3) } = page.search ?? {};
    page.search = { query: found.word, caseSensitive, highlightAll };
    this.#named(visit, page, events.pdfSearched, { page: page.number, ...page.search, status: '' }, 0);
    let delay = 0;
    for (const match of found.pages) {
      if (match !== page.number) this.#load(visit, page, match, delay + loading(visit, 0.06));
      delay += micros(habits, HABITS.findsPlace.median, HABITS.findsPlace.sd);
      const next = { page: match, ...page.search, status: '', findPrevious: false };
      this.#named(visit, page, events.pdfSearchedOn, next, delay);
    }
    return delay;
  };

  /** Shows pictures of pages at the side, or the table of contents, or no longer. */
  #toggle(visit: SessionContext, page: PdfPage, pictures: boolean, delay: number): void {
    if (pictures) page.hasThumbnails = !page.hasThumbnails;
    else page.hasOutline = !page.hasOutline;
    const type = pictures ? events.thumbnailsToggled : events.pdfOutlineToggled;
    this.#named(visit, page, type, { page: page.number }, delay);
  }

  #zoom(visit: SessionContext, page: PdfPage, habits: Stream, delay: number): void {
    const { number } = page;
    if (chance(habits, 0.3)) {
      const amount = pick(habits, ['page-width', 'page-fit', 'auto'] as const);
      return this.#named(visit, page, events.pdfZoomPicked, { amount, page: number }, delay);
    }
    const larger = page.scale === 0 || (page.scale < SCALES.length - 1 && chance(habits, 0.7));
    page.scale += larger ? 1 : -1;
    this.#named(visit, page, events.pdfZoomed, { direction: larger ? 'in' : 'out', page: number }, delay);
    const scaled = { amount: SCALES[page.scale]!, page: number };
    this.#named(visit, page, events.pdfScaled, scaled, delay + loading(visit, 0.015));
  }

  /** Marks all that a search has found, or has case count. */
  #refine(visit: SessionContext, page: PdfPage, habits: Stream, delay: number): void {
    const search = page.search!;
    const marks = chance(habits, 0.6);
    if (marks) search.highlightAll = !search.highlightAll;
    else search.caseSensitive = !search.caseSensitive;
    const type = marks ? events.pdfHighlightToggled : events.pdfCaseToggled;
    this.#named(visit, page, type, { page: page.number, ...search, status: '' }, delay);
  }

  #load(visit: SessionContext, page: PdfPage, to: number, delay: number): void {
    const payload = {
      type: 'gotopage',
      old: page.number,
      new: to,
      chapter: fileOf(visit.course),
      name: LOADED,
    } as const;
    this.#send(visit, page, events.book, payload, delay);
    page.number = to;
    visit.awaits(delay);
  }

  /** An event of the viewer, which puts the file and its own name behind what happened. */
  #named<T extends EventType & { readonly name: string }>(
    visit: SessionContext,
    page: PdfPage,
    type: T,
    payload: Omit<Payload<T>, 'chapter' | 'name'>,
    delay: number,
  ): void {
    const whole = { ...payload, chapter: fileOf(visit.course), name: type.name } as unknown as Payload<T>;
    this.#send(visit, page, type, whole, delay);
  }

  #send<T extends EventType>(visit: SessionContext, page: PdfPage, type: T, payload: Payload<T>, delay = 0): void {
    this.#lines.browser(visit, page.browser, type, payload, delay);
  }
}
