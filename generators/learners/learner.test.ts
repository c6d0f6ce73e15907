import { describe, expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { localTime } from './clocks.ts';
import { Learner, type Login } from './learner.ts';
import { loadPreset } from './presets.ts';
import { Population } from './population.ts';

const SEED = 'devices';
const behaviour = loadPreset('mooc-2012');
const population = new Population(SEED, behaviour);
/** A Monday. */
const START = Date.UTC(2013, 2, 4) * 1000;

const learners = Array.from(
  { length: 400 },
  (_, index) => new Learner(index + 1, 0, population.outline(index + 1), population),
);
const withTwo = learners.filter(({ hasTwo }) => hasTwo);

/** A visit so many microseconds after the start, at whose end somebody stays logged in. */
function visit(learner: Learner, after: number): { readonly login: Login; readonly loggedIn: boolean } {
  const now = START + after;
  const random = stream(SEED, 'visit', learner.number, after);
  const arrival = learner.arrive(SEED, SEED, random, population, now);
  Object.assign(arrival.login, { loggedOut: false, lastSeen: now });
  learner.lastSeen = now;
  return arrival;
}

test('so many have two devices as the behaviour says', () => {
  const { two } = behaviour.people.devices;
  const logIn = learners.filter(({ username }) => username !== '');
  expect(Math.abs(withTwo.length / logIn.length - two)).toBeLessThan(0.08);
});

describe('who has two devices', () => {
  const visits = withTwo.flatMap((learner) =>
    Array.from({ length: 60 }, (_, index) => {
      const after = index * (DAY / 3) + ((learner.number * 7) % 24) * HOUR;
      const { login, loggedIn } = visit(learner, after);
      return { learner, after, loggedIn, ...login };
    }),
  );

  test('has a browser and a key of its own on each, and goes to and fro', () => {
    for (const learner of withTwo) {
      const mine = visits.filter((one) => one.learner === learner);
      const keys = [0, 1].map(
        (device) => new Set(mine.filter((one) => one.device === device).map(({ session }) => session)),
      );
      expect([...keys[0]!].filter((key) => keys[1]!.has(key))).toEqual([]);
    }
    const alternate = withTwo.filter((learner) => {
      const order = visits.filter((one) => one.learner === learner).map(({ device }) => device);
      return /01+0|10+1/.test(order.join(''));
    });
    expect(alternate.length / withTwo.length).toBeGreaterThan(0.95);
  });

  test('takes the other one away from home', () => {
    const away = visits.filter(({ place }) => place !== 'home');
    expect(away.filter(({ device }) => device === 1).length / away.length).toBeCloseTo(
      behaviour.people.devices.away,
      1,
    );
  });

  test('is at an office in working hours on workdays', () => {
    const shares = visits.filter(({ learner }) => learner.shares);
    const atWork = shares.filter(({ learner, after }) => {
      const local = localTime(learner, START + after);
      const hour = (local % DAY) / HOUR;
      return Math.floor(after / DAY) % 7 < 5 && hour > 10 && hour < 16;
    });
    const share = (some: typeof visits): number => some.filter(({ place }) => place === 'shared').length / some.length;
    expect(share(atWork)).toBeGreaterThan(0.7);
    expect(share(shares.filter(({ after }) => Math.floor(after / DAY) % 7 === 5))).toBeLessThan(0.3);
  });

  test('stays logged in on one when it has logged out, or was away too long, on the other', () => {
    const learner = withTwo.find(({ number, shares }) => number > 200 && !shares)!;
    const first = visit(learner, 30 * DAY).login;
    learner.handsOver = true;
    const second = visit(learner, 30 * DAY + HOUR / 20).login;
    expect([first.device, second.device].toSorted()).toEqual([0, 1]);
    second.loggedOut = true;
    learner.handsOver = true;
    expect(visit(learner, 31 * DAY)).toEqual({ login: first, loggedIn: true });
    learner.handsOver = true;
    const third = visit(learner, 32 * DAY);
    expect(third.loggedIn).toBe(false);
    expect(third.login).toMatchObject({ device: second.device, stale: second.session });
    learner.handsOver = true;
    expect(visit(learner, 31 * DAY + (behaviour.people.loginDays + 1) * DAY).loggedIn).toBe(false);
  });

  test('does not hand over to the one that it has just used', () => {
    const learner = withTwo.at(-1)!;
    visit(learner, 60 * DAY);
    expect(learner.mayHandOver(START + 60 * DAY)).toBe(true);
    learner.handsOver = true;
    visit(learner, 60 * DAY + HOUR / 20);
    expect(learner.mayHandOver(START + 60 * DAY + HOUR / 10)).toBe(false);
    expect(learner.mayHandOver(START + 60 * DAY + 2 * HOUR)).toBe(true);
  });
});
