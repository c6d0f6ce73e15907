/** Open-ended tasks: prompts, rubrics and feedback. */
import { tasks } from './course.test.support.ts';
import type { Entry } from './entry.test.support.ts';
import { DAY, MINUTE, Table, type MakeRule } from './rule.test.support.ts';

interface Shown {
  readonly location: string;
  readonly where: string;
  readonly page: string;
  /** How often each category was marked. */
  readonly marked: Map<number, number>;
  /** When something was last heard of its page, and whether its owner was at another one since: then it was left as it is. */
  last: number;
  isLeft: boolean;
}

const SHOW_OR_HIDE = /^(oe|peer_grading|staff_grading)_(show|hide)_(?:problem|question)$/;

/** How many categories must be marked before the prompt is hidden; undefined for an unknown task. */
function expectedMarks({ location, where }: Shown): number | undefined {
  const task = tasks.get(location)?.thing;
  return where === 'oe' && task?.graded !== 'self' ? 0 : task?.rubric.length;
}

/** Whoever is not heard of for so long may have left the page. */
const AWAY = 10 * MINUTE;

/** Second thoughts come once, about one category. */
const TWICE = 2;

/** A rubric is marked only while its task's prompt is shown, all its categories before it is hidden. An essay that is begun, or opened to be graded, may be left as it is. */
export const rubric: MakeRule = (_, complain) => {
  const shown = new Map<string, Shown>();

  function select(entry: Entry): void {
    const { location, category } = entry.payload;
    const value = Number(entry.payload.value ?? entry.payload.selection);
    const open = shown.get(entry.person);
    if (open?.location !== location || open?.page !== entry.page)
      return complain(entry, 'marks a task that is not shown');
    const times = (open!.marked.get(category) ?? 0) + 1;
    if (times > TWICE) complain(entry, 'is marked a third time');
    open!.marked.set(category, times);
    const highest = tasks.get(location)?.thing.rubric[category];
    if (highest === undefined || !(value >= 0 && value <= highest)) complain(entry, 'is not in the rubric');
  }

  return {
    see(entry) {
      const { person, type, payload, page } = entry;
      const [, where, what] = SHOW_OR_HIDE.exec(type) ?? [];
      const open = shown.get(person);
      if (type === 'page_close' && open?.page === page) shown.delete(person);
      if (open && entry.source === 'browser') {
        open.isLeft ||= page !== open.page || entry.time - open.last > AWAY;
        open.last = entry.time;
      }
      if (type === 'rubric_select') select(entry);
      if (what === 'show') {
        if (open && !open.isLeft && (open.where !== 'oe' || open.marked.size > 0))
          complain(entry, 'shows a prompt while another is shown');
        const { location } = payload;
        shown.set(person, { location, where: where!, page: page!, marked: new Map(), last: entry.time, isLeft: false });
      }
      if (what === 'hide') {
        shown.delete(person);
        if (open?.location !== payload.location || open?.where !== where)
          return complain(entry, 'hides what is not shown');
        if (open!.marked.size !== expectedMarks(open!))
          complain(entry, `hides a task with ${open!.marked.size} categories marked`);
      }
    },
  };
};

const ORDER = ['oe_show_full_feedback', 'oe_show_respond_to_feedback', 'oe_feedback_response_selected'];

/** Feedback is read where an essay was handed in before; it is answered step by step. */
export const feedback: MakeRule = (_, complain) => {
  const written = new Table<Set<string>>(() => new Set());
  const steps = new Map<string, number>();
  return {
    see(entry) {
      const { person, type, page } = entry;
      if (type.startsWith('oe_hide')) written.at(person).add(page!);
      if (type === 'page_close') steps.delete(person);
      const step = ORDER.indexOf(type);
      if (step < 0) return;
      if (!written.at(person).has(page!)) complain(entry, 'is about an essay that was never written');
      if (step > 0 && steps.get(person) !== step - 1) complain(entry, `does not follow ${ORDER[step - 1]!}`);
      steps.set(person, step);
    },
  };
};

const GRADES = /\/modx\/(.+)\/(save_calibration_essay|save_grade)$/;
const EXAMPLES = { least: 3, most: 6 };

/** Whoever grades peers at a task has marked examples before, three to six of them; as requests show it. */
export const example: MakeRule = (_, complain) => {
  const marked = new Map<string, number>();
  return {
    see(entry) {
      const [, location, action] = GRADES.exec(entry.type) ?? [];
      if (location === undefined) return;
      const key = `${entry.person} ${location}`;
      const before = marked.get(key) ?? 0;
      if (action === 'save_grade') {
        if (before < EXAMPLES.least) complain(entry, 'grades peers before it has marked the examples');
      } else if (before === EXAMPLES.most) complain(entry, 'marks more examples than there are');
      else marked.set(key, before + 1);
    },
  };
};

/** An essay is written once, before its task closes; who has not handed in an own one grades no peers. */
export const essay: MakeRule = ({ start }, complain) => {
  const written = new Table<Set<string>>(() => new Set());
  return {
    see(entry) {
      const [, where, what] = SHOW_OR_HIDE.exec(entry.type) ?? [];
      if (what === undefined || where === 'staff_grading') return;
      const { location } = entry.payload;
      const mine = written.at(entry.person);
      if (where === 'peer_grading' && !mine.has(location)) complain(entry, 'grades peers without an own essay');
      if (where !== 'oe') return;
      if (what === 'hide') mine.add(location);
      else if (mine.has(location)) complain(entry, 'is about an essay that is handed in');
      else if (entry.time >= start + (tasks.get(location)?.thing.due ?? Infinity) * DAY)
        complain(entry, 'begins an essay too late');
    },
  };
};

const OPENS = 2;
const LASTS = 14;

/** Essays of others are graded from two days before their task's end to two weeks after it. */
export const window: MakeRule = ({ start }, complain) => ({
  see(entry) {
    if (!/^(peer|staff)_grading_show/.test(entry.type)) return;
    const due = tasks.get(entry.payload.location)?.thing.due ?? Infinity;
    const day = (entry.time - start) / DAY;
    if (day < due - OPENS) complain(entry, 'grades before essays are in');
    // A sitting that began in time may go on for a while.
    if (day > due + LASTS + 0.25) complain(entry, 'grades long after the task’s end');
  },
});
