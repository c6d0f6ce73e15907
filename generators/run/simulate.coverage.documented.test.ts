/** A week of a thousand users shows every event type and shape that the page names, and what a parser easily trips over. */
import { beforeAll, describe, expect, test } from 'vitest';
import { entryOf, type Entry, type Payload } from '../../testing/causality/entry.test.support.ts';
import { linesOf } from '../../testing/runs.ts';

let entries: Entry[];
beforeAll(async () => {
  entries = (await linesOf({ users: 1000, days: 7 })).map(entryOf);
});

const share = (is: (entry: Entry) => boolean): number => entries.filter(is).length / entries.length;
const payloads = (type: string): Payload[] =>
  entries.filter((entry) => entry.type === type).map(({ payload }) => payload);
const checks = (): Payload[] => payloads('save_problem_check');
const marks = (): Payload[] => checks().flatMap(({ correct_map: map }) => Object.values(map));
const answers = (): string[] => checks().flatMap(({ answers: given }) => Object.values(given).flat() as string[]);

const answersOfChecks = (): unknown[][] => checks().map(({ answers: given }) => Object.values(given));

/** As the page names them, and no other. */
const TYPES = [
  ...['show_answer', 'save_problem_check', 'reset_problem'].map((type) => `server/${type}`),
  ...[
    'book',
    'page_close',
    'play_video',
    'pause_video',
    'problem_check',
    'problem_show',
    'seq_goto',
    'seq_next',
    'rubric_select',
  ].map((type) => `browser/${type}`),
  ...['oe', 'peer_grading', 'staff_grading'].flatMap((view) => [
    `browser/${view}_show_problem`,
    `browser/${view}_hide_problem`,
  ]),
  ...['oe_show_full_feedback', 'oe_show_respond_to_feedback', 'oe_feedback_response_selected'].map(
    (type) => `browser/${type}`,
  ),
];

test('every event type of the page, and no other', () => {
  expect([...new Set(entries.map(({ source, type }) => `${source}/${type}`))].sort()).toEqual(TYPES.toSorted());
});

const SHAPES: Record<string, () => boolean> = {
  'book gotopage': () => payloads('book').some(({ type }) => type === 'gotopage'),
  'book nextpage': () => payloads('book').some(({ type }) => type === 'nextpage'),
  'every speed': () => new Set(payloads('play_video').map(({ speed }) => speed)).size === 4,
  'a position at a fraction of a second': () => payloads('pause_video').some(({ currentTime }) => currentTime % 1 > 0),
  'checkboxes, some with several boxes': () =>
    payloads('problem_check').some((form) =>
      Object.values<Payload>(form).some((value) => Array.isArray(value) && value.length > 1),
    ),
  'a form with several inputs': () => payloads('problem_check').some((form) => Object.keys(form).length > 1),
  'a form with nothing in it': () => answersOfChecks().some((given) => given.every((answer) => answer === '')),
  'a form whose first field alone is left blank': () =>
    answersOfChecks().some(([first, ...others]) => first === '' && others.some((answer) => answer !== '')),
  'a right answer spelled anew': () =>
    checks().some(({ state, answers: given, correct_map: map }) =>
      Object.entries<Payload>(map).some(
        ([id, { correctness }]) =>
          correctness === 'correct' &&
          state.correct_map[id]?.correctness === 'correct' &&
          given[id] !== state.student_answers[id] &&
          Number(given[id]) === Number(state.student_answers[id]) &&
          Object.values<Payload>(state.correct_map).some((mark) => mark.correctness === 'incorrect'),
      ),
    ),
  'answers of several lines': () => answers().some((text) => text.includes('\n')),
  'emoji in answers': () => answers().some((text) => /\p{Emoji_Presentation}/u.test(text)),
  'answers in other scripts': () =>
    answers().some((text) => /\p{Script=Han}|\p{Script=Cyrillic}|\p{Script=Devanagari}/u.test(text)),
  'correct and incorrect checks': () => new Set(checks().map(({ success }) => success)).size === 2,
  'a check that is half right': () =>
    checks().some(
      ({ correct_map: map }) => new Set(Object.values<Payload>(map).map(({ correctness }) => correctness)).size === 2,
    ),
  'a fifth attempt': () => checks().some(({ attempts }) => attempts >= 5),
  'a state with and without answers': () => new Set(checks().map(({ state }) => state.done)).size === 2,
  'a negative seed': () => checks().some(({ state }) => state.seed < 0),
  'hints on request': () => marks().some(({ hint, hintmode }) => hint !== '' && hintmode === true),
  'no hint': () => marks().some(({ hint, hintmode }) => hint === '' && hintmode === null),
  'points, and none': () =>
    marks().some(({ npoints }) => Number.isInteger(npoints)) && marks().some(({ npoints }) => npoints === null),
  'messages with HTML': () => marks().some(({ msg }) => /<\w+/.test(msg)),
  'something queued, something not': () => new Set(marks().map(({ queuestate }) => queuestate.key === '')).size === 2,
  'a session that is absent': () => entries.some(({ session }) => session === undefined),
  'a session that is empty': () => entries.some(({ session }) => session === ''),
  'an agent that is empty': () => entries.some(({ agent }) => agent === ''),
  'an IPv6 address': () => entries.some(({ ip }) => ip.includes(':')),
  'a page in another script': () => entries.some(({ page }) => /%D0/.test(page!)),
};

describe('shapes', () => {
  test.each(Object.keys(SHAPES))('%s', (shape) => expect(SHAPES[shape]!()).toBe(true));
});

test('a few lines are of people who are not logged in, and a few of staff who grade', () => {
  const anonymous = share(({ username }) => username === '');
  const staff = share(({ type }) => type.startsWith('staff_grading'));
  for (const part of [anonymous, staff]) {
    expect(part).toBeGreaterThan(0.0002);
    expect(part).toBeLessThan(0.15);
  }
});
