/** A line for every request: what a day of a site asks for. */
import { beforeAll, expect, test } from 'vitest';
import { betweenGroups } from '../../testing/calibration/tells.ts';
import { entryOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { linesOf } from '../../testing/runs.ts';

let entries: Entry[];
let requests: Entry[];
beforeAll(async () => {
  const lines = await linesOf({ users: 1300, days: 7, dialect: 'deployed', heartbeats: 'none' });
  entries = lines.map(entryOf);
  requests = entries.filter(({ type }) => type.startsWith('/'));
});

/** A path without what differs from person to person and from part to part of a course. */
const shapeOf = (path: string): string =>
  path
    .replace(/\/xqueue\/\d+\/i4x:.*\//, '/xqueue/USER/LOCATION/')
    .replace(/\/modx\/i4x:.*\//, '/modx/LOCATION/')
    .replace(/\/courseware\/.+/, '/courseware/CHAPTER/SECTION/')
    .replace(/\/[0-9a-f]{24,32}/, '/ID')
    .replace(/\/forum\/[^/]+\/(threads|inline)/, '/forum/TOPIC/$1')
    .replace(/\/users\/\d+/, '/users/USER')
    .replace(/\/wiki\/[^/]+\//, '/wiki/ARTICLE/');

test('a thousand people ask in 62 shapes of path at least', () => {
  expect(new Set(requests.map(({ type }) => shapeOf(type))).size).toBeGreaterThanOrEqual(62);
});

test('people look round minutes after what they did, too, in the midst of things, and before all else', () => {
  const last = new Map<string, number>();
  const gaps: number[] = [];
  for (const { person, username, type, time } of entries) {
    const before = last.get(person);
    last.set(person, time);
    if (username !== '' && before !== undefined && /\/(progress|syllabus|wiki|calculate)\b/.test(type))
      gaps.push((time - before) / 1e6);
  }
  expect(gaps.length).toBeGreaterThan(150);
  const share = (least: number): number => gaps.filter((gap) => gap > least).length / gaps.length;
  expect(share(4)).toBeGreaterThan(0.4);
  expect(share(4)).toBeLessThan(0.9);
  expect(share(60)).toBeGreaterThan(0.1);
  expect(share(1800)).toBeGreaterThan(0.01);
});

test('devices of touch alone ask for icons of a home screen, mostly as nobody', () => {
  const icons = requests.filter(({ type }) => type.startsWith('/apple-touch-icon'));
  expect(icons.length).toBeGreaterThan(0);
  expect(icons.filter(({ agent }) => !/iPad|iPhone|iPod|Android/.test(agent!))).toEqual([]);
});

test('threads of the forum that were made during the log were begun in it', () => {
  const of = (shape: RegExp): [number, string][] =>
    requests.flatMap(({ type, time }) => (shape.test(type) ? [[time, type] as [number, string]] : []));
  const begun = of(/\/threads\/create$/).map(([time]) => Math.floor(time / 1e6));
  const made = of(/\/threads\/[0-9a-f]{24}/).map(([, path]) => parseInt(/\/threads\/(.{8})/.exec(path)![1]!, 16));
  expect(begun.length).toBeGreaterThan(0);
  const inLog = made.filter((second) => second >= entries[0]!.time / 1e6);
  expect(inLog.length).toBeGreaterThan(0);
  expect(inLog.filter((second) => !begun.some((other) => Math.abs(second - other) <= 1))).toEqual([]);
  expect(inLog.length / made.length).toBeLessThan(0.95);
});

test('an account is made before its key comes back, and by nobody', () => {
  const made = requests.filter(({ type }) => type === '/create_account');
  expect(made.length).toBeGreaterThan(20);
  for (const { username, line, payload, ip, time } of made) {
    expect(username).toBe('');
    expect(line).not.toContain('"password": [');
    expect(payload.cut ?? JSON.stringify(payload)).toContain('********');
    const next = requests.find((other) => other.ip === ip && other.time > time && other.username !== '');
    expect(next?.type).toBe('/dashboard');
  }
});

test('a new password is asked for, its link of that day is followed, and it is typed twice before it is taken', () => {
  const asked = requests.filter(({ type }) => type === '/password_reset/');
  expect(asked.length).toBeGreaterThan(3);
  for (const { person, ip, time } of asked) {
    const later = requests.filter((other) => other.person === person && other.ip === ip && other.time > time);
    const steps = later.filter(({ type }) => type.startsWith('/password_reset_')).slice(0, 4);
    const end = steps.findIndex(({ type }) => type === '/password_reset_complete/');
    // The run's end cuts some off.
    if (end < 0) continue;
    const [link, ...forms] = steps.slice(0, end);
    const [, day, digest] = /^\/password_reset_confirm\/[0-9a-z]+-([0-9a-z]+)-([0-9a-f]{20})\/$/
      .exec(link!.type)!
      .slice();
    expect(digest).toBeDefined();
    expect(Number.parseInt(day!, 36)).toBe(Math.floor((time / 1000 - Date.UTC(2001, 0, 1)) / 86_400_000));
    expect(link!.payload.POST).toEqual({});
    expect(forms.length).toBeGreaterThan(0);
    for (const { type } of forms) expect(type).toBe(link!.type);
    const same = forms.map(({ payload: { POST } }) => POST.new_password1[0] === POST.new_password2[0]);
    expect(same).toEqual(forms.map((_, index) => index === forms.length - 1));
  }
});

test('the request of a click comes first as often as the click, mostly within a tenth of a second', async () => {
  const clicks = /(?:^|\/)(problem_(check|show|save|reset))$/;
  const gaps: number[] = [];
  const waiting = new Map<string, Entry>();
  const lines = await linesOf({ users: 150, days: 10, dialect: 'deployed', heartbeats: 'none' });
  for (const entry of lines.map(entryOf)) {
    const name = clicks.exec(entry.type)?.[1];
    if (name === undefined || entry.source === undefined) continue;
    const key = `${entry.username} ${name}`;
    const other = waiting.get(key);
    if (!other || entry.time - other.time > 1e6) waiting.set(key, entry);
    else if (other.type !== entry.type) {
      gaps.push((entry.time - other.time) * (entry.type === name ? -1 : 1));
      waiting.delete(key);
    }
  }
  expect(gaps.length).toBeGreaterThan(300);
  const first = gaps.filter((gap) => gap < 0).length / gaps.length;
  expect(first).toBeGreaterThan(0.35);
  expect(first).toBeLessThan(0.65);
  expect(gaps.filter((gap) => Math.abs(gap) < 1e5).length / gaps.length).toBeGreaterThan(0.9);
  expect(new Set(gaps).size / gaps.length).toBeGreaterThan(0.95);
});

test('how far a check and its double are apart is the connection’s, and has no end', () => {
  const clicks = new Map<string, number>();
  const apart = new Map<string, number[]>();
  for (const { type, username, time } of entries) {
    if (type.startsWith('save_problem_check')) clicks.delete(username);
    if (type !== 'problem_check') continue;
    const first = clicks.get(username);
    if (first !== undefined) apart.set(username, [...(apart.get(username) ?? []), Math.log(time - first)]);
    clicks.set(username, time);
  }
  const many = [...apart.values()].filter(({ length }) => length >= 8);
  const share = betweenGroups(many);
  expect(many.length).toBeGreaterThan(50);
  expect(share).toBeGreaterThan(0.08);
  expect(share).toBeLessThan(0.6);
  const seconds = [...apart.values()].flat().map((logarithm) => Math.exp(logarithm) / 1e6);
  const over = (least: number): number => seconds.filter((second) => second > least).length / seconds.length;
  expect(over(0.1)).toBeGreaterThan(0.002);
  expect(over(0.1)).toBeLessThan(0.05);
  expect(over(0.5)).toBeGreaterThan(0);
});

test('ids of threads hold the second in which they were begun, and threads are opened again', () => {
  const opened = requests.flatMap(({ type, time }) => {
    const id = /\/threads\/([0-9a-f]{24})/.exec(type)?.[1];
    return id ? [{ id, age: time / 1e6 - Number.parseInt(id.slice(0, 8), 16) }] : [];
  });
  expect(opened.filter(({ age }) => age < 0 || age > 60 * 86_400)).toEqual([]);
  expect(new Set(opened.map(({ id }) => id)).size).toBeLessThan(0.9 * opened.length);
});

test('graders post marks as nobody, minutes to hours after the check, with the key of the queue', async () => {
  const run = {
    users: 400,
    days: 21,
    seed: 'graded',
    dialect: 'deployed',
    heartbeats: 'none',
    loadable: true,
  } as const;
  const sent = new Map<string, Entry>();
  const waits: number[] = [];
  for (const entry of (await linesOf(run)).map(entryOf)) {
    const key = /"correctness": "incomplete".*?"queuestate": \{"key": "([0-9a-f]{32})"/.exec(entry.line)?.[1];
    if (key && !sent.has(key)) sent.set(key, entry);
    if (!entry.type.endsWith('/score_update')) continue;
    expect(entry.username).toBe('');
    const header = JSON.parse(entry.payload.POST.xqueue_header[0]) as { lms_key: string };
    waits.push((entry.time - sent.get(header.lms_key)!.time) / 60e6);
  }
  expect(waits.length).toBeGreaterThan(5);
  expect(Math.min(...waits)).toBeGreaterThan(0);
  expect(Math.max(...waits)).toBeGreaterThan(60);
});
