import { beforeAll, describe, expect, test } from 'vitest';
import { entryOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { isHeartbeat, linesOf } from '../../testing/runs.ts';

const RUN = { users: 1, days: 21, servers: 2, seed: 'balanced', dialect: 'deployed' } as const;
const SECOND = 1e6;

const heartbeatsOf = async (heartbeats: 'none' | 'elb' | 'local', days = RUN.days as number): Promise<Entry[]> =>
  (await linesOf({ ...RUN, days, heartbeats })).filter(isHeartbeat).map(entryOf);

const hostOf = ({ line }: Entry): string => /"host": "([^"]*)"/.exec(line)![1]!;

const grouped = (entries: readonly Entry[], key: (entry: Entry) => string): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  for (const entry of entries) {
    const times = groups.get(key(entry)) ?? [];
    times.push(entry.time);
    groups.set(key(entry), times);
  }
  return groups;
};

const gapsOf = (times: readonly number[]): number[] =>
  times.slice(1).map((time, index) => (time - times[index]!) / SECOND);
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;

describe('a load balancer', () => {
  let asked: Entry[];
  beforeAll(async () => void (asked = await heartbeatsOf('elb')));

  test('has nodes that ask every server, until others take their place', () => {
    const hosts = new Map<string, Set<string>>();
    for (const entry of asked) hosts.set(hostOf(entry), (hosts.get(hostOf(entry)) ?? new Set()).add(entry.ip));
    expect(hosts.size).toBe(RUN.servers);
    const [first, second] = [...hosts.values()];
    expect(first!.size).toBeGreaterThan(3);
    expect(second).toEqual(first);
  });

  test('each asks in a rhythm of its own', () => {
    const rhythms = [...grouped(asked, (entry) => `${entry.ip} ${hostOf(entry)}`).values()].filter(
      (times) => times.length > 5000,
    );
    const medians = rhythms.map((times) => median(gapsOf(times)));
    expect(medians.length).toBeGreaterThan(2);
    for (const gap of medians) expect(gap).toBeCloseTo(30, 1);
    expect(new Set(medians.map((gap) => gap.toFixed(4))).size).toBeGreaterThan(1);
  });

  test('now and then one is silent', () => {
    const longest = (times: readonly number[]): number => Math.max(...gapsOf(times));
    expect(longest(asked.slice(0, 100_000).map(({ time }) => time))).toBeLessThan(60);
    const rhythms = [...grouped(asked, (entry) => `${entry.ip} ${hostOf(entry)}`).values()];
    expect(Math.max(...rhythms.map(longest))).toBeGreaterThan(31);
  });

  test('nobody is logged in', () => {
    const people = asked.filter(
      ({ username, page, session, agent }) =>
        username !== '' || page !== null || session !== undefined || agent !== 'ELB-HealthChecker/1.0',
    );
    expect(people).toEqual([]);
  });
});

test('a monitor on each server asks it every six seconds', async () => {
  const days = 5;
  const asked = await heartbeatsOf('local', days);
  expect(new Set(asked.map(({ ip }) => ip))).toEqual(new Set(['127.0.0.1']));
  expect(asked.length).toBeGreaterThan((0.99 * RUN.servers * days * 86_400) / 6.1);
  expect(asked.length).toBeLessThan((RUN.servers * days * 86_400) / 6);
});

test('or nobody does, and all else stays the same', async () => {
  expect(await heartbeatsOf('none')).toEqual([]);
  const few = { ...RUN, users: 40, days: 2 };
  const others = (await linesOf(few)).filter((line) => !isHeartbeat(line));
  expect(await linesOf({ ...few, heartbeats: 'none' })).toEqual(others);
});
