/** Looking for a place in a video: how people jump there, and from what. */
import { expect, test } from 'vitest';
import { median, share } from '../../testing/calibration/numbers.ts';
import { betweenGroups } from '../../testing/calibration/tells.ts';
import { stream } from '../../src/base/random/index.ts';
import { builtInCourse } from '../course/built-in.ts';
import type { Video } from '../course/course.ts';
import { Habits } from '../learners/habits.ts';
import { loadPreset } from '../learners/presets.ts';
import { Running } from '../model/activity.ts';
import type { Session } from '../model/session.ts';
import { hardSpot, type HardSpot } from './hard-spots.ts';
import { seek } from './seeking.ts';

const behaviour = loadPreset('mooc-2012');
const { sequences } = builtInCourse().chapters[0]!;
const some = sequences.flatMap(({ elements }) => elements).find(({ video }) => video)!.video!;
const VIDEO: Video = { ...some, seconds: 1200 };

interface Jump {
  readonly from: number;
  readonly to: number;
  /** Seconds since the jump before. */
  readonly after: number;
}

/** The jumps by which a learner looks for a place, time after time. */
function searches(learner: number, times: number, spot?: HardSpot, habitsSd = behaviour.people.habitsSd): Jump[][] {
  const habits = new Habits('seeks', learner, habitsSd);
  const random = stream('seeks', learner);
  return Array.from({ length: times }, () => {
    const jumps: Jump[] = [];
    let last = 0;
    const visit = {
      now: 0,
      actions: 100,
      speed: '1.0',
      random,
      player: random,
      behaviour,
      learner: { home: { habits } },
      behind: () => 0.1,
      platform: {
        turnTo: (...[, , from, to]: readonly [unknown, unknown, number, number]) => {
          jumps.push({ from, to, after: visit.now - last });
          last = visit.now;
          return 0;
        },
        play() {},
        watched() {},
      },
    };
    const from = spot ? spot.at + 3 : 600;
    const running = new Running(seek(visit as unknown as Session, VIDEO, from, { spot, plays: true }));
    for (let step = running.next(); !step.done; step = running.next()) visit.now += step.value;
    return jumps;
  });
}

const PEOPLE = [...Array(60).keys()];
const all = (): Jump[][] => PEOPLE.flatMap((learner) => searches(learner, 40));
const far = ({ from, to }: Jump): number => to - from;

test('whoever has missed a place goes on the same way, and back by less when past it', () => {
  const pairs = all().flatMap((jumps) => jumps.slice(1).map((jump, index) => [far(jumps[index]!), far(jump)] as const));
  expect(pairs.length).toBeGreaterThan(500);
  const isTurn = ([before, now]: (typeof pairs)[number]): boolean => Math.sign(before) !== Math.sign(now);
  expect(share(pairs, isTurn)).toBeLessThan(0.4);
  const turns = pairs.filter(isTurn);
  expect(share(turns, ([before, now]) => Math.abs(now) < Math.abs(before))).toBeGreaterThan(0.75);
});

test('between two jumps somebody looks for some seconds', () => {
  const looks = all().flatMap((jumps) => jumps.slice(1).map(({ after }) => after));
  expect(share(looks, (seconds) => seconds > 1 && seconds < 8)).toBeGreaterThan(0.6);
  expect(share(looks, (seconds) => seconds > 8)).toBeGreaterThan(0.08);
});

test('how far people jump is their own', () => {
  const groups = (habitsSd?: number): number[][] =>
    PEOPLE.map((learner) =>
      searches(learner, 40, undefined, habitsSd).map(([first]) => Math.log(Math.abs(far(first!)))),
    );
  expect(betweenGroups(groups())).toBeGreaterThan(0.15);
  expect(betweenGroups(groups(0))).toBeLessThan(0.05);
});

test('from a hard spot people go back to where it began', () => {
  const spot = hardSpot(VIDEO, 260, 300, 1200)!;
  const landings = PEOPLE.flatMap((learner) => searches(learner, 10, spot)).map((jumps) => jumps.at(-1)!.to);
  expect(spot.begins).toBeLessThan(spot.at);
  expect(Math.abs(median(landings) - spot.begins)).toBeLessThan(3);
  expect(share(landings, (to) => Math.abs(to - spot.begins) < 5)).toBeGreaterThan(0.6);
});
