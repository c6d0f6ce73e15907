/** What today's apps ask the platform for beside what clicks lead to: tokens, outlines, what they know and keep. */
import { beforeAll, describe, expect, test } from 'vitest';
import { entryOf, type Entry, type Payload } from '../../testing/causality/current/entry.test.support.ts';
import { linesOf } from '../../testing/runs.ts';
import { DAY, SECOND } from '../../src/base/time.ts';
import { STARTS } from './defaults.ts';

/** Some want a new password in six weeks; of the other requests there are enough in three. */
const DAYS = { all: 42, most: 21 };

let forgetful: Entry[];
let entries: Entry[];

beforeAll(async () => {
  const run = { users: 300, days: DAYS.all, servers: 2, dialect: 'current', seed: 'requests' } as const;
  const lines = await linesOf(run);
  forgetful = lines.filter((line) => /"event_type": "[^"]*password/.test(line)).map(entryOf);
  const end = Date.parse(STARTS.current) * 1000 + DAYS.most * DAY;
  entries = [];
  for (const line of lines) {
    const entry = entryOf(line);
    if (entry.time >= end) break;
    entries.push(entry);
  }
  entries.sort((one, other) => one.time - other.time);
});

const isRequest = ({ type, path }: Entry): boolean => type === path;
const requests = (path: RegExp): Entry[] => entries.filter((entry) => isRequest(entry) && path.test(entry.type));
/** How many of some have one of others from so many seconds before them on to so many after, by the same person. */
function shareWith(some: readonly Entry[], others: readonly Entry[], before: number, after: number): number {
  const near = some.filter(({ username, time }) =>
    others.some(
      (other) =>
        other.username === username && other.time >= time - before * SECOND && other.time <= time + after * SECOND,
    ),
  );
  return near.length / some.length;
}

describe('the learning app', () => {
  test('asks for the outline wherever it asks for the course', () => {
    const loads = requests(/^\/api\/courseware\/course\//);
    const outlines = requests(/^\/api\/learning_sequences\/v1\/course_outline\//);
    expect(outlines.length).toBe(loads.length);
    expect(shareWith(loads, outlines, 5, 5)).toBe(1);
  });

  test('writes with a token that it has asked for since it was loaded, and once only', () => {
    const last = new Map<string, string>();
    const counts = { writes: 0, without: 0, tokens: 0, loads: 0 };
    for (const { type, username } of entries.filter(isRequest)) {
      if (type.startsWith('/api/courseware/course/')) {
        counts.loads += 1;
        last.set(username, 'load');
      } else if (type === '/csrf/api/v1/token') {
        counts.tokens += 1;
        last.set(username, 'token');
      } else if (type.endsWith('/goto_position')) {
        counts.writes += 1;
        counts.without += Number(last.get(username) !== 'token');
      }
    }
    // Who has it open in two tabs may go on in the one that has its token already.
    expect(counts.without / counts.writes).toBeLessThan(0.05);
    expect(counts.tokens).toBeLessThan(2 * counts.loads);
  });

  test('does not ask whether a unit is complete that it knows to be', () => {
    const moves = requests(/\/goto_position$/);
    const share = shareWith(moves, requests(/\/get_completion$/), 3, 3);
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.98);
    // Arrows from one sequence to the next keep no position, and ask.
    const crossings = entries.filter(({ type }) => /sequence\.(?:next|previous)_selected$/.test(type));
    expect(shareWith(crossings, requests(/\/get_completion$/), 3, 3)).toBeGreaterThan(0.7);
  });
});

test('people look at their progress, most of all once they have done what counts, and at dates', () => {
  const [progress, dates] = ['progress', 'dates'].map((tab) => requests(new RegExp(`^/api/course_home/${tab}/`)));
  const loads = requests(/^\/api\/course_home\/course_metadata\//);
  for (const looks of [progress!, dates!]) {
    expect(looks.length).toBeGreaterThan(20);
    expect(shareWith(looks, loads, 5, 5)).toBe(1);
  }
  expect(progress!.length).toBeGreaterThan(2 * dates!.length);
  const points = entries.filter(({ type }) => type === 'edx.grades.problem.submitted');
  const marked = shareWith(progress!, points, 600, 0);
  expect(marked).toBeGreaterThan(1.3 * shareWith(requests(/^\/api\/courseware\/course\//), points, 600, 0));
});

test('people log in with a token', () => {
  const logins = requests(/\/(?:login_session|account\/registration)\/$/);
  const tokens = requests(/^\/csrf\//).filter(({ username }) => username === '');
  expect(tokens.length / logins.length).toBeGreaterThan(0.85);
  expect(tokens.length).toBeLessThanOrEqual(logins.length);
});

test('whoever logs in has opened the form for it', () => {
  const logins = requests(/\/login_session\/$/);
  const opened = requests(/^\/api\/mfe_context$/).filter(({ username }) => username === '');
  const seen = logins.filter(({ agent, time }) =>
    opened.some((form) => form.agent === agent && form.time < time && time - form.time < 600 * SECOND),
  );
  expect(seen.length).toBe(logins.length);
});

test('a page asks ever more seldom for the marks of a program, which a grader posts', () => {
  const queued = entries.flatMap(({ type, source, payload, username, time, path }) => {
    if (type !== 'problem_check' || source !== 'server') return [];
    const waiting = Object.values<Payload>(payload.correct_map).find(({ queuestate }) => queuestate !== null);
    return waiting ? [{ username, time, key: waiting.queuestate.key, get: path.replace(/check$/, 'get') }] : [];
  });
  expect(queued.length).toBeGreaterThan(50);
  const asked = requests(/\/problem_get$/);
  const gaps = queued.flatMap(({ username, time, get }) => {
    const next = queued.find((later) => later.username === username && later.time > time)?.time ?? Infinity;
    const until = Math.min(next, time + 70 * SECOND);
    const polls = asked.filter((poll) => poll.username === username && poll.type === get && poll.time > time);
    const times = polls.map((poll) => poll.time).filter((at) => at < until);
    return times.length < 4 ? [] : [times.slice(1, 4).map((at, index) => (at - times[index]!) / SECOND)];
  });
  expect(gaps.length).toBeGreaterThan(0.3 * queued.length);
  const apart = [2, 4, 8].map((wait, which) => gaps.filter((gap) => Math.abs(gap[which]! - wait) < 1).length);
  for (const many of apart) expect(many).toBeGreaterThan(0.9 * gaps.length);
  const keys = requests(/\/score_update$/).map(({ line }) => /lms_key[\\": ]+([0-9a-f]{32})/.exec(line)![1]);
  expect(new Set(keys).size).toBe(keys.length);
  const marked = queued.filter(({ key }) => keys.includes(key));
  expect(marked.length).toBeGreaterThan(0.95 * queued.length);
});

test('the form of an account tries its fields as they are left', () => {
  const tried = requests(/\/validation\/registration$/);
  const made = requests(/\/account\/registration\/$/);
  expect(made.length).toBeGreaterThan(20);
  for (const { payload, agent, time } of made) {
    const before = tried.filter(
      (entry) => entry.agent === agent && time - entry.time < 120 * SECOND && entry.time < time,
    );
    for (const field of ['name', 'email', 'username', 'password'])
      expect(before.map(({ payload: { POST } }) => POST[field])).toContainEqual(payload.POST[field]);
  }
});

test('a new password comes by the link of a mail, whose token tells when it was asked for', () => {
  const set = forgetful.filter(({ type }) => type.startsWith('/password/reset/'));
  expect(set.length).toBeGreaterThan(4);
  for (const { type, payload, agent, time } of set) {
    const [, token = '', stamp = ''] = /^\/password\/reset\/([0-9a-z]+-([0-9a-z]+)-[0-9a-f]{32})\/$/.exec(type)!;
    expect(payload.POST).toEqual({});
    const before = forgetful.filter((entry) => entry.agent === agent && entry.time < time);
    expect(before.some(({ payload: { POST } }) => POST.token?.[0] === token)).toBe(true);
    const asked = before.filter(({ type: path }) => path === '/account/password').map((entry) => entry.time);
    const stamped = Date.UTC(2001, 0, 1) * 1000 + parseInt(stamp, 36) * SECOND;
    expect(asked.some((at) => Math.abs(at - stamped) <= 2 * SECOND)).toBe(true);
  }
});

test('a thread that is read is marked so, once until it is answered', () => {
  const seen = new Set<string>();
  const [first, again]: [Entry[], Entry[]] = [[], []];
  for (const entry of entries.filter(({ type }) => type === 'edx.forum.thread.viewed')) {
    const key = `${entry.username} ${entry.payload.id}`;
    (seen.has(key) ? again : first).push(entry);
    seen.add(key);
  }
  const marks = requests(/^\/api\/discussion\/v1\/threads\/[0-9a-f]{24}\/$/);
  expect(shareWith(first, marks, 5, 5)).toBeGreaterThan(0.98);
  expect(shareWith(again, marks, 5, 5)).toBeLessThan(0.5);
});
