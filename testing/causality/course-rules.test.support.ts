/** What the course allows: things are used on their pages, once they are open, and answered until they are due. */
import {
  BOOK_PAGES,
  COURSE_URL,
  pages,
  problems,
  sequences,
  tasks,
  videos,
  type Known,
} from './course.test.support.ts';
import { htmlIdOf, problemOfAnswer, type Entry } from './entry.test.support.ts';
import { DAY, type MakeRule } from './rule.test.support.ts';

const PEER = `${COURSE_URL}/peer_grading`;
const STAFF = `${COURSE_URL}/staff_grading`;

/** What a line is about; undefined for a line about nothing of the course, or nothing that exists. */
export function subjectOf({ type, payload, page, cut }: Entry): Known<unknown> | undefined {
  if (cut || payload === null) return undefined;
  if (type.endsWith('_video')) return videos.get(payload.id);
  if (type.startsWith('seq_')) return sequences.get(payload.id);
  if (payload.problem_id ?? payload.problem) return problems.get(htmlIdOf(payload.problem_id ?? payload.problem));
  if (type.startsWith('problem_')) return problems.get(problemOfAnswer(Object.keys(payload)[0] ?? ''));
  const grading = type.startsWith('peer_') ? PEER : type.startsWith('staff_') ? STAFF : undefined;
  const task = tasks.get(payload.location);
  const elsewhere = grading ?? (type === 'rubric_select' && (page === PEER || page === STAFF) ? page : undefined);
  return task && { ...task, page: elsewhere ?? task.page };
}

const NEEDS_SUBJECT = /_video$|^seq_|problem|_question$|^(rubric_select|show_answer)$/;

/** Everything is of the course, and happens on its own page. */
export const where: MakeRule = ({ dialect }, complain) => ({
  see(entry) {
    if (entry.cut || entry.type.startsWith('/')) return;
    const subject = subjectOf(entry);
    const empty = entry.type.startsWith('problem_') && Object.keys(entry.payload).length === 0;
    if (!subject && NEEDS_SUBJECT.test(entry.type) && !empty) complain(entry, 'is about nothing of the course');
    const page = dialect === 'deployed' && entry.source === 'server' ? 'x_module' : subject?.page;
    if (subject && entry.page !== page) complain(entry, `is not on ${page}`);
    if (entry.type === 'book' && !entry.page!.startsWith(`${COURSE_URL}/book/0/`))
      complain(entry, 'turns a page that is not open');
    if (/^oe_.*feedback/.test(entry.type) && !pages.has(entry.page!))
      complain(entry, 'shows feedback where there is none');
  },
});

/** Nobody sees anything before its release but staff, whose pages may close after they have logged out. */
export const release: MakeRule = ({ start, staff }, complain) => {
  const browsers = new Set<string>();
  const byPath = new Map([...pages].map(([url, known]) => [decodeURI(new URL(url).pathname), known]));
  return {
    see(entry) {
      const browser = `${entry.ip} ${entry.agent}`;
      if (staff.has(entry.username)) browsers.add(browser);
      if (staff.has(entry.username) || (entry.username === '' && browsers.has(browser))) return;
      const known = [subjectOf(entry), pages.get(entry.page ?? ''), byPath.get(entry.type)];
      const first = Math.max(...known.map((one) => one?.release ?? 0));
      if (entry.time < start + first * DAY) complain(entry, `comes before day ${first}`);
    },
  };
};

/** Marks are there within so many microseconds of the check, on the slowest of days. */
const MARKED = 15_000_000;

/**
 * No check is marked that comes, and no reset is granted, after the sequence's due day; the page knows none that is refused. The marks of a
 * check that comes just before may be there after that.
 */
export const due: MakeRule = ({ dialect, start }, complain) => {
  const sent = new Map<string, number>();
  return {
    see(entry) {
      const { type, person, time } = entry;
      if (dialect === 'documented' ? type === 'problem_check' : /^\/.*\/problem_check$/.test(type))
        sent.set(person, time);
      const isCheck =
        /^(save_problem_check|reset_problem)$/.test(type) || (type === 'problem_check' && dialect === 'documented');
      const last = isCheck ? subjectOf(entry)?.due : undefined;
      if (last === undefined) return;
      const came = type === 'save_problem_check' ? (sent.get(person) ?? time) : time;
      const asked = time - came < MARKED ? came : time;
      if (asked >= start + last * DAY) complain(entry, `comes after day ${last}`);
    },
  };
};

const numberOf = (page: string): number => Number(/\/book\/0\/(\d*)$/.exec(page)?.[1]);
/** Two messages of one click leave together, and may be sent again. */
const SAME_CLICK = 10_000_000;

/** Nobody closes the book and opens it again sooner [presets, book.restSeconds]. */
const REOPENED = 120 * 1_000_000;

/** The book is turned from the page that is open, to one that exists; it opens where it was closed, or at its first page. */
export const book: MakeRule = ({ dialect }, complain) => {
  const open = new Map<string, number>();
  const turned = new Map<string, number>();
  const jumps = new Map<string, Entry>();
  return {
    see(entry) {
      const { person, type, payload, page, time } = entry;
      if (entry.source !== 'browser' || !page?.includes('/book/0/')) return;
      const isOpenedAnew = time - (turned.get(person) ?? -Infinity) >= REOPENED;
      const named = dialect === 'documented' ? numberOf(page) : payload.old === undefined ? NaN : Number(payload.old);
      const here = isOpenedAnew && named === 1 ? 1 : (open.get(person) ?? 1);
      if (dialect === 'documented' && numberOf(page) !== here) complain(entry, `is not on page ${here}`);
      if (type !== 'book') return;
      const to = Number(payload.new);
      if (!(to >= 1 && to <= BOOK_PAGES)) complain(entry, 'turns to a page that the book does not have');
      if (payload.type === 'gotopage') {
        if (Number(payload.old) !== here) complain(entry, `is not turned from page ${here}`);
        if (to === here) complain(entry, 'turns to the same page');
        jumps.set(person, entry);
      } else if (dialect === 'documented') {
        if (to !== here + 1) complain(entry, `is not the page after ${here}`);
      } else {
        const jump = jumps.get(person);
        const by = payload.type === 'nextpage' ? 1 : -1;
        const fits =
          jump &&
          Number(jump.payload.new) === to &&
          Number(jump.payload.old) === to - by &&
          time - jump.time < SAME_CLICK;
        if (!fits) complain(entry, 'does not follow the gotopage that turned the page');
        jumps.delete(person);
      }
      open.set(person, to);
      turned.set(person, time);
    },
  };
};
