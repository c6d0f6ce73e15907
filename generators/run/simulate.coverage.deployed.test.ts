/** A week of a thousand users shows all that docs/format.md says of the platform of February 2013. */
import { beforeAll, describe, expect, test } from 'vitest';
import { entryOf, type Entry, type Payload } from '../../testing/causality/entry.test.support.ts';
import { Table } from '../../testing/calibration/observer.ts';
import { median } from '../../testing/calibration/numbers.ts';
import { betweenGroups } from '../../testing/calibration/tells.ts';
import { linesOf } from '../../testing/runs.ts';
import { HOUR } from '../../src/base/time.ts';

const DAYS = 7;
const SERVERS = 2;
let lines: string[];
let entries: Entry[];

beforeAll(async () => {
  const run = { users: 1000, days: DAYS, servers: SERVERS, dialect: 'deployed', seed: 'coverage' } as const;
  lines = await linesOf({ ...run, heartbeats: 'none' });
  entries = lines.map(entryOf);
});

const of = (type: string): Entry[] => entries.filter((entry) => entry.type === type);
const whole = (type: string): Payload[] =>
  of(type)
    .filter(({ cut }) => !cut)
    .map(({ payload }) => payload);
const marks = (): Payload[] => whole('save_problem_check').flatMap(({ correct_map: map }) => Object.values(map));
const requests = (): Entry[] => entries.filter(({ type }) => type.startsWith('/'));
const has = (type: string, is: (payload: Payload) => boolean): boolean => whole(type).some(is);
const failed = (type: string, failure: string): boolean => has(type, (payload) => payload.failure === failure);
const raw = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));

const SHAPES: Record<string, () => boolean> = {
  'HTML5 videos without speed': () => has('play_video', ({ code, speed }) => code === 'html5' && speed === undefined),
  'a YouTube video with speed': () => has('pause_video', ({ code, speed }) => code !== 'html5' && speed !== undefined),
  'a player that is not ready': () => has('play_video', ({ currentTime }) => currentTime === undefined),
  'a video that starts at the integer 0': () => raw(/"play_video".*currentTime\\":0[,}]/),
  'numeric strings of the book': () => has('book', ({ new: to }) => typeof to === 'string'),
  'numbers of the book': () => has('book', ({ new: to }) => typeof to === 'number'),
  'numeric strings of seq_goto': () => has('seq_goto', ({ new: to }) => typeof to === 'string'),
  'a page turned back': () => has('book', ({ type }) => type === 'prevpage'),
  'a sequence gone back': () => of('seq_prev').length > 0,
  'two session keys': () => entries.some(({ session }) => /^[0-9a-f]{32};[0-9a-f]{32}$/.test(session ?? '')),
  'a request cut at 512': () => requests().some(({ payload }) => payload.cut?.length === 512),
  'a line cut at 10,000': () => entries.some(({ line, cut }) => cut && line.length === 10_000),
  'checks refused: closed': () => failed('save_problem_check_fail', 'closed'),
  'checks refused: unreset': () => failed('save_problem_check_fail', 'unreset'),
  'answers saved': () => of('problem_save').length > 0 && of('save_problem_fail').length > 0,
  'a reset refused': () => failed('reset_problem_fail', 'not_done'),
  'a reset with both states': () => has('reset_problem', ({ old_state: old, new_state: now }) => old.done && !now.done),
  'the browser’s reset': () => of('problem_reset').length > 0,
  'the side bar': () =>
    has(
      'accordion',
      ({ newheader, oldheader }) =>
        newheader !== oldheader && newheader.endsWith('\n    ') && typeof oldheader === 'string',
    ),
  'queued answers': () =>
    marks().some(({ correctness, queuestate }) => correctness === 'incomplete' && /^\d{14}$/.test(queuestate.time)),
  'success is incorrect while queued': () =>
    has(
      'save_problem_check',
      ({ success, correct_map: map }) =>
        success === 'incorrect' && Object.values<Payload>(map).some(({ correctness }) => correctness === 'incomplete'),
    ),
  'hints on request and always': () => new Set(marks().map(({ hintmode }) => hintmode)).size === 3,
  'the page of problem events': () => of('show_answer').every(({ page }) => page === 'x_module'),
  'server events have no session': () =>
    entries.every(({ source, session }) => source === 'browser' || session === undefined),
  'a form as a string literal': () => raw(/"problem_check".*"event": "\\"input_/),
  'empty feedback events': () => raw(/"oe_show_full_feedback".*"event": "\{\}"/),
  'rubrics by selection': () =>
    has('rubric_select', ({ selection, category }) => /^\d+$/.test(selection) && Number.isInteger(category)),
  'prompts are called questions': () =>
    ['oe', 'peer_grading', 'staff_grading'].every(
      (view) => of(`${view}_show_question`).length * of(`${view}_hide_question`).length > 0,
    ),
  'the answer to feedback as text': () =>
    has('oe_feedback_response_selected', ({ value }) => typeof value === 'string'),
  'page views': () => requests().some(({ type }) => type.startsWith('/courses/') && type.includes('/courseware/')),
  'logging in leads to the dashboard': () => requests().some(({ type }) => type === '/dashboard'),
  'a path in another script': () => requests().some(({ type }) => /\p{Script=Cyrillic}/u.test(type)),
  'an essay with letters beyond ASCII': () =>
    requests().some(({ type, line }) => type.endsWith('/save_answer') && /\\\\u[0-9a-f]{4}/.test(line)),
  nobody: () => entries.some(({ username, agent }) => username === '' && agent !== ''),
  'the order of keys': () =>
    lines.every((line) =>
      /^\{"username": "[^"]*", "host": "[^"]*", ("session": "[^"]*", )?"event_source": "[^"]*", "event_type": "[^"]*", "time": "[^"]*", "ip": "[^"]*", "event": /.test(
        line,
      ),
    ),
  'the order of a mark': () =>
    raw(
      /\{"hint": "", "hintmode": null, "correctness": "correct", "msg": "", "npoints": (null|\d+), "queuestate": null\}/,
    ),
};

describe('shapes', () => {
  test.each(Object.keys(SHAPES))('%s', (shape) => expect(SHAPES[shape]!()).toBe(true));
});

test('of those whose videos start by themselves some let them play, some stop nearly all of them', () => {
  const stops = new Table<string, number[]>(() => []);
  const begun = new Map<string, Entry>();
  for (const entry of entries) {
    const { type, username, payload, time } = entry;
    if (type === 'play_video' && Number(payload.currentTime) === 0) begun.set(username, entry);
    else if (type === 'play_video' || type === 'pause_video') {
      const play = begun.get(username);
      begun.delete(username);
      if (play) stops.at(username).push(Number(type === 'pause_video' && time - play.time < 5e6));
    }
  }
  const many = [...stops.values()].filter(({ length }) => length >= 5);
  // Of people who are all alike it is 0.14, for plays are few.
  expect(betweenGroups(many)).toBeGreaterThan(0.16);
});

test('a pause after which somebody plays on is far shorter than one that is the last', () => {
  const paused = new Map<string, number>();
  const seconds = new Table<string, number[]>(() => []);
  for (const { source, type, username, time } of entries) {
    if (source !== 'browser') continue;
    const since = paused.get(username);
    if (since !== undefined && time - since < HOUR) seconds.at(type).push((time - since) / 1e6);
    if (type === 'pause_video') paused.set(username, time);
    else paused.delete(username);
  }
  const middleBefore = (type: string): number => median(seconds.get(type)!);
  expect(middleBefore('seq_next') / middleBefore('play_video')).toBeGreaterThan(1.6);
  expect(middleBefore('page_close') / middleBefore('play_video')).toBeGreaterThan(2);
});

/** Share of people's deeds at problems after which they do not check the problem within an hour. */
function leftAfter(type: string): number {
  const checks = new Table<string, number[]>(() => []);
  for (const { username, payload, time } of of('save_problem_check'))
    if (payload.problem_id) checks.at(`${username} ${payload.problem_id}`).push(time);
  const deeds = of(type).filter(({ cut }) => !cut);
  const left = deeds.filter((deed) => {
    const times = checks.at(`${deed.username} ${deed.payload.problem_id}`);
    return !times.some((time) => time > deed.time && time < deed.time + HOUR);
  });
  return left.length / deeds.length;
}

test('some leave a problem whose answers they have kept, and few one that they have reset', () => {
  expect(leftAfter('save_problem_fail')).toBeGreaterThan(0.1);
  expect(leftAfter('reset_problem')).toBeGreaterThan(0.02);
});

test('some of the answers that are right are changed with those that are not', () => {
  let [right, changed] = [0, 0];
  for (const { answers, state } of whole('save_problem_check')) {
    const before = Object.entries<Payload>(state.correct_map);
    if (before.every(([, { correctness }]) => correctness === 'correct')) continue;
    for (const [id, { correctness }] of before) {
      if (correctness !== 'correct' || !(id in answers)) continue;
      right += 1;
      changed += Number(JSON.stringify(answers[id]) !== JSON.stringify(state.student_answers[id]));
    }
  }
  expect(right).toBeGreaterThan(200);
  expect(changed / right).toBeGreaterThan(0.01);
  expect(changed / right).toBeLessThan(0.06);
});

test('some leave the course from the list of theirs, and ask for nothing of it until they enrol again', () => {
  const left = new Set<string>();
  let count = 0;
  for (const { username, type, line } of entries) {
    if (type === '/change_enrollment' && line.includes('unenroll')) {
      left.add(username);
      count += 1;
    } else if (type === '/change_enrollment') left.delete(username);
    else if (left.has(username))
      expect(type).not.toMatch(/\/(courseware|info|progress|discussion|book|wiki)\b|goto_position/);
  }
  expect(count).toBeGreaterThan(10);
  expect(count).toBeLessThan(200);
});

test('a click at the tab in front is told of, and asks for nothing', () => {
  const clicks = of('seq_goto');
  const again = clicks.filter(({ payload }) => Number(payload.old) === Number(payload.new));
  expect(again.length / clicks.length).toBeGreaterThan(0.005);
  expect(again.length / clicks.length).toBeLessThan(0.04);
  const moves = entries.filter(({ source, type }) => source === 'browser' && type.startsWith('seq_')).length;
  const told = requests().filter(({ type }) => type.endsWith('/goto_position')).length;
  expect(Math.abs(moves - again.length - told)).toBeLessThan(0.01 * told);
});

/** Share of moves of a kind, while a problem is asked for again and again, after which it still is for some seconds. */
function pollsOn(kind: string): number {
  const polls = new Table<string, Entry[]>(() => []);
  for (const entry of requests()) if (entry.type.endsWith('/problem_get')) polls.at(entry.username).push(entry);
  let [all, goOn] = [0, 0];
  for (const { username, time } of of(kind)) {
    const near = polls.at(username).filter((poll) => Math.abs(poll.time - time) < 8e6);
    const before = near.filter((poll) => poll.time < time && poll.time > time - 4.5e6);
    const polled = before.find(({ type }) => before.filter((other) => other.type === type).length >= 3);
    if (!polled) continue;
    all += 1;
    goOn += Number(near.some(({ type, time: then }) => type === polled.type && then > time + 0.7e6));
  }
  return goOn / all;
}

test('a problem that waits for its marks is asked for behind the next unit, unless a tab was clicked at', () => {
  expect(pollsOn('seq_next')).toBeGreaterThan(0.8);
  expect(pollsOn('seq_goto')).toBeLessThan(0.2);
});
