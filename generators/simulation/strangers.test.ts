/** Machines that nobody knows come to a site of 2013, whoever learns there. */
import { expect, test } from 'vitest';
import { entryOf } from '../../testing/causality/entry.test.support.ts';
import { linesOf } from '../../testing/runs.ts';

const RUN = { days: 6, seed: 'strangers', dialect: 'deployed', heartbeats: 'none' } as const;

const isStranger = (line: string): boolean => /bot\/|spider\/|ZmEu|Nikto|"agent": ""/.test(line);

test('crawlers say who they are and read what is public, scanners ask for what is not there; as many of them for few people as for many', async () => {
  const [few, many] = [await linesOf({ ...RUN, users: 4 }), await linesOf({ ...RUN, users: 30 })];
  const strangers = few.filter(isStranger);
  expect(strangers).toEqual(many.filter(isStranger));
  expect(strangers.length).toBeGreaterThan(60);
  expect(strangers.length).toBeLessThan(1500);
  const entries = strangers.map(entryOf);
  expect(entries.every(({ username, type }) => username === '' && type.startsWith('/'))).toBe(true);
  expect(new Set(entries.map(({ agent }) => /\w+bot|spider/.exec(agent!)?.[0])).size).toBeGreaterThan(2);
  const scanned = entries.filter(({ agent }) => !/bot|spider/.test(agent!));
  expect(scanned.some(({ type }) => type.includes('.php'))).toBe(true);
  expect(entries.some(({ type }) => type === '/robots.txt')).toBe(true);
});
