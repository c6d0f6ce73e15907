/** People do not know a deadline to the second: some hurry to be in time, and some are told that they are too late. */
import { beforeAll, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../src/base/time.ts';
import { problems } from '../../testing/causality/course.test.support.ts';
import { entryOf, htmlIdOf, instantOf, type Entry } from '../../testing/causality/entry.test.support.ts';
import { linesOf } from '../../testing/runs.ts';

const START = '2013-03-04';

/** A line about homework, with the minutes from its deadline on. */
interface Late {
  readonly entry: Entry;
  readonly minutes: number;
}

/** Checks that are marked, and those that are refused as closed. */
const marked: Late[] = [];
const refused: Late[] = [];

beforeAll(async () => {
  const start = instantOf(`${START}T00:00:00`);
  const run = { seed: 'deadline', users: 260, days: 15, servers: 1, preset: 'campus', start: START } as const;
  for (const line of await linesOf({ ...run, dialect: 'deployed', heartbeats: 'none' })) {
    if (!line.includes('"save_problem_check')) continue;
    const entry = entryOf(line);
    const { type, time, payload, cut } = entry;
    const due = cut ? undefined : problems.get(htmlIdOf(payload.problem_id))!.due;
    if (due === undefined) continue;
    const minutes = (time - start - due * DAY) / MINUTE;
    if (type === 'save_problem_check') marked.push({ entry, minutes });
    else if (payload.failure === 'closed' && minutes > -1) refused.push({ entry, minutes });
  }
});

const between = (checks: readonly Late[], from: number, to: number): Late[] =>
  checks.filter(({ minutes }) => minutes >= from && minutes < to);

test('more are checked in each of the last minutes than in those before', () => {
  expect(between(marked, -2, 0.1).length / 2).toBeGreaterThan(between(marked, -20, -4).length / 16);
});

test('whoever is wrong in the last minutes often tries again, and is refused', () => {
  const wrong = between(marked, -5, 0.1).filter(({ entry: { payload } }) => payload.success !== 'correct');
  const told = new Set(between(refused, 0, 30).map(({ entry: { username } }) => username));
  expect(wrong.length).toBeGreaterThan(5);
  expect(wrong.filter(({ entry: { username } }) => told.has(username)).length / wrong.length).toBeGreaterThan(0.15);
});

test('most refusals come within minutes of the deadline, and some try twice', () => {
  const soon = between(refused, 0, 30);
  expect(soon.length).toBeGreaterThan(10);
  expect(between(refused, 0, 10).length).toBeGreaterThan(soon.length / 2);
  expect(new Set(soon.map(({ entry: { username } }) => username)).size).toBeLessThan(soon.length);
});
