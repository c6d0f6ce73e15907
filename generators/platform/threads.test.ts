/** What people do in the forum and the wiki of 2013: rare deeds, so that many people and weeks are needed. */
import { beforeAll, expect, test } from 'vitest';
import { entryOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { simulate } from '../run/simulate.ts';

let entries: Entry[];
beforeAll(async () => {
  entries = [];
  const run = { users: 1000, days: 40, servers: 2, seed: 'forum', dialect: 'deployed', heartbeats: 'none' } as const;
  for await (const line of simulate(run).lines())
    if (/"event_type": "[^"]*\/(?:discussion|wiki)\//.test(line)) entries.push(entryOf(line.slice(0, -1)));
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
