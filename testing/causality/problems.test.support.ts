/** What becomes of a problem, from one check to the next. */
import { problems } from './course.test.support.ts';
import { canonical, htmlIdOf, problemOfAnswer, type Entry, type Payload } from './entry.test.support.ts';
import { sinceMarked } from './grader.test.support.ts';
import { DAY, SECOND, Table, type MakeRule } from './rule.test.support.ts';

/** The problem that a server's line is about; a cut line only names its inputs. */
const problemOf = ({ payload }: Entry): string =>
  payload.problem_id ? htmlIdOf(payload.problem_id) : problemOfAnswer(Object.keys(payload.correct_map ?? {})[0] ?? '');

const keyOf = (entry: Entry): string => `${entry.person} ${problemOf(entry)}`;

/** Attempts count up by one for each check, and a reset does not clear them; no more than the problem allows. */
export const attempts: MakeRule = (_, complain) => {
  const counts = new Map<string, number>();
  return {
    see(entry) {
      if (entry.type !== 'save_problem_check') return;
      const key = keyOf(entry);
      const expected = (counts.get(key) ?? 0) + 1;
      counts.set(key, expected);
      if (entry.payload.attempts !== expected) complain(entry, `is not attempt ${expected}`);
      const allowed = problems.get(problemOf(entry))?.thing.attempts ?? Infinity;
      if (expected > allowed) complain(entry, `is more than the ${allowed} attempts that the problem allows`);
    },
  };
};

/** What is solved stays solved: whoever checks it again sends what was right. */
export const solved: MakeRule = (_, complain) => {
  const done = new Set<string>();
  return {
    see(entry) {
      if (!entry.type.startsWith('save_problem')) return;
      const isCheck = entry.type === 'save_problem_check';
      if (done.has(keyOf(entry)) && !(isCheck && entry.payload.success === 'correct'))
        complain(entry, 'is about a problem that is solved');
      if (entry.payload.success === 'correct') done.add(keyOf(entry));
    },
  };
};

/** A problem's answer is shown only after a check, or when it is closed, and where the problem shows it. */
export const shown: MakeRule = ({ start }, complain) => {
  const checked = new Set<string>();
  return {
    see(entry) {
      const key = entry.source === 'server' && !entry.type.startsWith('/') ? keyOf(entry) : '';
      if (entry.type === 'save_problem_check') checked.add(key);
      if (entry.type !== 'show_answer') return;
      const known = problems.get(problemOf(entry));
      const isClosed = entry.time >= start + (known?.due ?? Infinity) * DAY;
      if (!checked.has(key) && !isClosed) complain(entry, 'shows the answer of a problem that was not tried');
      if (known?.thing.showAnswer === false) complain(entry, 'shows an answer that is never shown');
    },
  };
};

interface State {
  student_answers: Payload;
  correct_map: Payload;
  done: boolean;
  seed: number | undefined;
  attempts: number;
}
const untouched = (): State => ({ student_answers: {}, correct_map: {}, done: false, seed: undefined, attempts: 0 });

/** A state is what the events before have left; undefined parts were cut off. */
function difference(expected: State, state: Payload): string | undefined {
  for (const part of ['student_answers', 'correct_map', 'done', 'seed'] as const) {
    if (expected[part] === undefined) continue;
    if (canonical(expected[part]) !== canonical(state[part]))
      return `has a state with other ${part} than the events before it left`;
  }
  return undefined;
}

/** A request that arrives just when a grader answers finds the marks, or not. */
const ON_ITS_WAY = 10 * SECOND;

/** The key by which a grader tells what it marks. */
const keyOfMarks = ({ payload }: Entry): string | undefined => /lms_key\W+(\w{32})/.exec(JSON.stringify(payload))?.[1];

/**
 * Each state carries what the event before left: answers and marks after a check, nothing after a reset; a save that failed leaves all as it was.
 * What waited for an external grader has its marks from then on; only the deployed platform's log tells when.
 */
export const state: MakeRule = ({ dialect, start }, complain) => {
  const states = new Table<State>(untouched);
  const marked = new Map<string, number>();
  return {
    see(entry) {
      const posted = entry.type.endsWith('/score_update') ? keyOfMarks(entry) : undefined;
      if (posted) marked.set(posted, entry.time);
      const isMarked = (key: string): boolean | 'maybe' => {
        if (dialect === 'documented') return 'maybe';
        const time = marked.get(key);
        return time !== undefined && (entry.time - time > ON_ITS_WAY || 'maybe');
      };
      if (!/^(save|reset)_problem/.test(entry.type)) return;
      const { type, payload, cut } = entry;
      const now = states.at(keyOf(entry));
      const carried = payload.state ?? payload.old_state;
      if (carried?.correct_map && now.correct_map)
        now.correct_map = sinceMarked(now.correct_map, carried.correct_map, isMarked);
      const wrong = carried && difference(now, carried);
      if (wrong) complain(entry, wrong);
      if (carried) now.seed = carried.seed;
      if (type === 'save_problem_check') {
        Object.assign(now, { student_answers: payload.answers, correct_map: payload.correct_map, done: true });
        now.attempts += 1;
      }
      if (type === 'reset_problem') {
        if (!now.done) complain(entry, 'resets a problem that is not done');
        if (dialect === 'deployed' && !cut) {
          const wrongNew = difference(untouched(), payload.new_state);
          if (wrongNew) complain(entry, `${wrongNew} (new_state)`);
        }
        Object.assign(now, { ...untouched(), seed: payload.new_state?.seed, attempts: now.attempts });
      }
      if (type.endsWith('_fail') && payload.failure) {
        const known = problems.get(problemOf(entry))!;
        const over = known.due !== undefined && entry.time >= start + known.due * DAY;
        const closed = over || now.attempts >= (known.thing.attempts ?? Infinity);
        if (payload.failure === 'closed' && !closed) complain(entry, 'is refused as closed, of a problem that is open');
        if (payload.failure === 'not_done' && (now.done || closed))
          complain(entry, 'is refused as not done, of a problem that is done or closed');
        if (payload.failure === 'unreset' && !(known.thing.randomized && now.done))
          complain(entry, 'refuses a check that needs no reset');
      }
    },
  };
};
