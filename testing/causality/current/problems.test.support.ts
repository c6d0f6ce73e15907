import { sinceMarked } from '../grader.test.support.ts';
import type { Entry, Payload } from './entry.test.support.ts';
import { instantOf } from './entry.test.support.ts';
import { LONG, QUEUE, SECOND, Table, type MakeRule } from './rule.test.support.ts';

/** A click at a problem, and what has come of it. */
interface Click {
  readonly entry: Entry;
  readonly problem: string;
  request?: Entry;
  readonly after: Entry[];
}

const ACTIONS: Record<string, string> = {
  problem_check: 'problem_check',
  problem_save: 'problem_save',
  problem_reset: 'problem_reset',
  problem_show: 'problem_show',
};
const OUTCOMES: Record<string, readonly string[]> = {
  problem_check: ['problem_check', 'problem_check_fail'],
  problem_save: ['save_problem_success', 'save_problem_fail'],
  problem_reset: ['reset_problem', 'reset_problem_fail'],
  problem_show: ['showanswer'],
};
const ACTION = /block@([0-9a-f]{32})\/handler\/xmodule_handler\/(problem_(?:check|save|reset|show))$/;

const problemOfForm = (form: string): string | undefined => /^input_([0-9a-f]{32})_/.exec(form)?.[1];
const problemOf = ({ type, payload }: Entry): string | undefined =>
  type === 'problem_show' ? payload.problem.slice(-32) : problemOfForm(payload);

/** What a click at a problem brings about: a request at once, one outcome by the server, and all that belongs to a check. */
export const click: MakeRule = (complain, end) => {
  const open = new Table<Click[]>(() => []);

  function outcome(made: Click, entry: Entry): void {
    const types = made.after.map(({ type }) => type);
    if (made.after.some(({ type, source }) => source === 'server' && OUTCOMES[made.entry.type]!.includes(type)))
      complain(entry, 'comes a second time');
    if (!made.request) return complain(entry, 'answers no request');
    if (entry.time < made.request.time) complain(entry, 'comes before its request');
    const scores = entry.type === 'problem_check' || entry.type === 'reset_problem';
    const has = (type: string): boolean => types.includes(type);
    const both = has('edx.grades.problem.submitted') && has('edx.completion.block_completion.changed');
    if (scores && !both) complain(entry, 'comes without points or completion before it');
    if (!scores && has('edx.grades.problem.submitted')) complain(entry, 'is no reason for points');
  }

  function finish({ entry, request, after }: Click): void {
    if (entry.time + LONG > end) return;
    if (!request) return complain(entry, 'sends no request');
    const server = after.filter(({ type, source }) => source === 'server' && OUTCOMES[entry.type]!.includes(type));
    if (server.length !== 1) return complain(entry, `is answered ${server.length} times`);
    const graded = after.filter(({ type }) => type === 'problem_graded');
    const marked = server[0]!.type === 'problem_check';
    if (graded.length !== Number(marked)) complain(entry, `shows its marks ${graded.length} times`);
    if (marked && graded[0]?.payload[0] !== entry.payload) complain(entry, 'shows marks of other answers');
    if (marked && graded[0] && graded[0].time <= server[0]!.time)
      complain(graded[0], 'shows marks before they are there');
    const points = after.filter(({ type }) => type === 'edx.grades.problem.submitted');
    const earned = marked ? server[0]!.payload.grade : 0;
    if (points.some(({ payload }) => payload.weighted_earned !== earned))
      complain(entry, 'has other points than its grade');
  }

  return {
    see(entry) {
      if (entry.username === '') return;
      const mine = open.at(entry.username);
      const [, id, action] = ACTION.exec(entry.path) ?? [];
      if (entry.source === 'browser' && entry.type in ACTIONS) {
        const problem = problemOf(entry);
        const early = mine.find(
          ({ request, problem: other, entry: of }) => of.type === '' && other === problem && request,
        );
        if (early) mine.splice(mine.indexOf(early), 1);
        mine.push({ entry, problem: problem!, after: [], ...(early && { request: early.request! }) });
      } else if (entry.type.startsWith('/') && id !== undefined) {
        const made = mine.findLast(
          ({ entry: of, problem, request }) => of.type === action && problem === id && !request,
        );
        if (made && entry.time - made.entry.time > 10 * SECOND) complain(entry, 'comes too late after its click');
        if (made) made.request = entry;
        // The request may come first: then a click without a type waits for it.
        else mine.push({ entry: { ...entry, type: '' }, problem: id, request: entry, after: [] });
      } else if (id !== undefined || entry.type === 'problem_graded') {
        const of = id ?? problemOfForm(entry.payload[0]);
        const made = mine.findLast(
          ({ problem, entry: { type } }) =>
            problem === of && type !== '' && (id === undefined ? type === 'problem_check' : type === action),
        );
        if (!made) return complain(entry, 'follows from no click');
        if (Object.values(OUTCOMES).flat().includes(entry.type) && entry.source === 'server') outcome(made, entry);
        made.after.push(entry);
      }
      for (const old of mine.filter(({ entry: { time } }) => time < entry.time - LONG)) {
        if (old.entry.type === '') complain(old.entry, 'is a request without its click');
        else finish(old);
        mine.splice(mine.indexOf(old), 1);
      }
    },
    end() {
      for (const mine of open.values()) for (const made of mine) if (made.entry.type !== '') finish(made);
    },
  };
};

interface Known {
  answers: Payload;
  saved: boolean;
  map: Payload;
  history: Payload[];
  attempts: number;
  done: boolean | null;
}

/** An order of keys means nothing. */
const canonical = (value: Payload): string =>
  JSON.stringify(value, (_, part: Payload) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A problem's state is what the deeds before have made of it. */
export const state: MakeRule = (complain) => {
  const known = new Table<Known>(() => ({ answers: {}, saved: false, map: {}, history: [], attempts: 0, done: null }));
  const expect = (entry: Entry, told: Payload, { answers, saved, map, history, done }: Known): void => {
    const is = (what: string, value: Payload, expected: Payload): void => {
      if (canonical(value) !== canonical(expected))
        complain(entry, `has another ${what} than was left: ${canonical(expected)}`);
    };
    is('student_answers', told.student_answers, answers);
    is('has_saved_answers', told.has_saved_answers, saved);
    is(
      'correct_map',
      told.correct_map,
      sinceMarked(map, told.correct_map, () => 'maybe'),
    );
    is('correct_map_history', told.correct_map_history, history);
    is('done', told.done, done);
  };
  return {
    see(entry) {
      const { type, source, payload, username } = entry;
      if (source !== 'server' || typeof payload !== 'object' || payload === null) return;
      const told = payload.state ?? payload.old_state;
      if (told === undefined) return;
      const mine = known.at(`${username} ${payload.problem_id}`);
      expect(entry, told, mine);
      if (type === 'problem_check') {
        if (payload.attempts !== mine.attempts + 1) complain(entry, `is check ${mine.attempts + 1}`);
        const right = Object.values<Payload>(payload.correct_map).filter(
          ({ correctness }) => correctness === 'correct',
        );
        if (payload.grade !== right.length) complain(entry, 'has other points than right answers');
        mine.attempts = payload.attempts;
        mine.answers = payload.answers;
        mine.saved = false;
        mine.map = payload.correct_map;
        mine.history = [...mine.history, payload.correct_map];
        mine.done = true;
      } else if (type === 'save_problem_success') {
        mine.answers = payload.answers;
        mine.saved = true;
      } else if (type === 'reset_problem') {
        Object.assign(mine, { answers: {}, saved: false, map: {}, history: [], done: false });
        expect(entry, payload.new_state, mine);
      }
    },
  };
};

/** Points that were handed in, what a worker has told of them, and all points at the time. */
interface Handed {
  readonly entry: Entry;
  readonly told: Entry[];
  readonly points: ReadonlyMap<string, number>;
}

/** What a worker tells of points: a part's grade, the course's, and whether that passes, of each handing-in once. */
export const worker: MakeRule = (complain, end) => {
  const TYPES = ['edx.grades.subsection.grade_calculated', 'edx.grades.course.grade_calculated'];
  const handed = new Map<string, Handed>();
  const points = new Table<Map<string, number>>(() => new Map());
  const partOf = new Map<string, string>();
  const passed = new Set<number>();
  const first = new Map<string, number>();

  function part(entry: Entry, { entry: cause, points: had }: Handed): void {
    const { payload, user } = entry;
    partOf.set(cause.payload.problem_id, payload.block_id);
    const mine = [...had].filter(([problem]) => partOf.get(problem) === payload.block_id);
    const sum = mine.reduce((total, [, earned]) => total + earned, 0);
    if (payload.weighted_total_earned < sum) complain(entry, `has fewer than the ${sum} points that were handed in`);
    if (payload.weighted_total_earned > payload.weighted_total_possible)
      complain(entry, 'has more points than there are');
    const key = `${user} ${payload.block_id}`;
    const attempted = instantOf(payload.first_attempted);
    if ((first.get(key) ?? attempted) !== attempted) complain(entry, 'was attempted first at another time');
    if (attempted > cause.time) complain(entry, 'was attempted after this');
    first.set(key, attempted);
  }

  return {
    see(entry) {
      const { type, payload, user, time } = entry;
      if (type === 'edx.grades.problem.submitted') {
        points.at(String(user)).set(payload.problem_id, payload.weighted_earned);
        handed.set(payload.event_transaction_id, { entry, told: [], points: new Map(points.at(String(user))) });
      }
      if (entry.username !== '' || payload?.event_transaction_id === undefined) return;
      const cause = handed.get(payload.event_transaction_id);
      if (!cause || cause.entry.user !== user) return complain(entry, 'follows from no points');
      if (time < cause.entry.time + 2 * SECOND) complain(entry, 'comes before the countdown is over');
      const place = cause.told.length;
      cause.told.push(entry);
      if (place < 2 && type !== TYPES[place]) return complain(entry, 'comes out of turn');
      if (type === TYPES[0]) part(entry, cause);
      if (place < 2) return;
      const passes = cause.told[1]!.payload.letter_grade !== '';
      const expected =
        place === 2
          ? passes
            ? 'edx.course.grade.now_passed'
            : 'edx.course.grade.now_failed'
          : 'edx.course.grade.passed.first_time';
      if (type !== expected) complain(entry, `should be ${expected}`);
      if (place === 3 && (passed.has(user!) || !passes)) complain(entry, 'is not the first time');
      if (place === 3) passed.add(user!);
    },
    end() {
      for (const { entry, told } of handed.values()) {
        if (entry.time + QUEUE > end) continue;
        const passes = told[1]?.payload.letter_grade !== '';
        if (told.length < 3) complain(entry, 'is not worked out');
        if (passes && !passed.has(entry.user!)) complain(entry, 'passes, and nobody says that it is the first time');
      }
    },
  };
};
