/** What people do in the forum and the wiki of 2013: rare deeds, so that many people and weeks are needed. */
import { beforeAll, expect, test } from 'vitest';
import { median } from '../../testing/calibration/numbers.ts';
import { Table } from '../../testing/calibration/observer.ts';
import { betweenGroups } from '../../testing/calibration/tells.ts';
import { entryOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { SECOND } from '../../src/base/time.ts';
import { simulate } from '../run/simulate.ts';

const THREAD = /\/discussion\/forum\/[^/"]+\/threads\/[0-9a-f]{24}$/;

let entries: Entry[];
/** Threads that were opened, whether by somebody who had done so before, and seconds until it did anything else. */
const readings: { readonly thread: string; readonly isAgain: boolean; readonly seconds: number }[] = [];
beforeAll(async () => {
  entries = [];
  const run = { users: 1000, days: 40, servers: 2, seed: 'forum', dialect: 'deployed', heartbeats: 'none' } as const;
  const open = new Map<string, Entry>();
  const known = new Set<string>();
  for await (const line of simulate(run).lines()) {
    const username = /"username": "([^"]*)"/.exec(line)![1]!;
    const before = open.get(username);
    const isAbout = /"event_type": "[^"]*\/(?:discussion|wiki)\//.test(line);
    if (!before && !isAbout) continue;
    const entry = entryOf(line.slice(0, -1));
    if (isAbout) entries.push(entry);
    if (before) {
      const by = `${username} ${before.type}`;
      const seconds = (entry.time - before.time) / SECOND;
      if (seconds > 0 && seconds < 1800) readings.push({ thread: before.type, isAgain: known.has(by), seconds });
      known.add(by);
    }
    if (THREAD.test(entry.type)) open.set(username, entry);
    else open.delete(username);
  }
});

const of = (shape: RegExp): Entry[] => entries.filter(({ type }) => shape.test(type));

test('of posts some answer an answer, some are changed, and next to none is reported', () => {
  const posts = of(/\/(create|reply)$/).length;
  expect(posts).toBeGreaterThan(30);
  expect(of(/\/comments\/[0-9a-f]{24}\/reply$/).length).toBeGreaterThan(0);
  expect(of(/\/(update|delete)$/).length).toBeGreaterThan(0);
  expect(of(/\/flagAbuse$/).length).toBeLessThan(0.1 * posts);
});

test('answers are voted for too, and a second click at the button takes a vote back', () => {
  expect(of(/\/comments\/[0-9a-f]{24}\/upvote$/).length).toBeGreaterThan(10);
  const voted = new Set<string>();
  let back = 0;
  for (const { username, type } of entries) {
    const [, id, what] = /\/([0-9a-f]{24})\/(upvote|unvote)$/.exec(type) ?? [];
    if (id === undefined) continue;
    const vote = `${username} ${id}`;
    expect(voted.has(vote)).toBe(what === 'unvote');
    if (voted.delete(vote)) back += 1;
    else voted.add(vote);
  }
  expect(back).toBeGreaterThan(0);
});

test('about half of the articles of the wiki that are opened to be changed are saved, and looked at then', () => {
  const saved = of(/\/_edit\/$/).filter(({ line }) => line.includes('current_revision'));
  const opened = of(/\/_edit\/$/).length - saved.length;
  expect(saved.length / opened).toBeGreaterThan(0.25);
  expect(saved.length / opened).toBeLessThan(0.8);
  for (const { username, type, time } of saved) {
    const article = type.replace('_edit/', '');
    const seen = entries.find((other) => other.username === username && other.time > time && other.type === article);
    expect(seen!.time - time).toBeLessThan(1e7);
  }
});

test('what is new in a thread is read, and the more of it the longer', () => {
  const [first, again] = [false, true].map((is) => readings.filter(({ isAgain }) => isAgain === is)) as [
    typeof readings,
    typeof readings,
  ];
  const seconds = (openings: typeof readings): number => median(openings.map((opening) => opening.seconds));
  expect(again.length).toBeGreaterThan(100);
  expect(seconds(first)).toBeGreaterThan(1.7 * seconds(again));
  const byThread = new Table<string, number[]>(() => []);
  for (const opening of first) byThread.at(opening.thread).push(Math.log(opening.seconds));
  expect(betweenGroups(byThread.values())).toBeGreaterThan(0.07);
});
