/** What sets the presets apart. */
import { expect, test } from 'vitest';
import type { Behaviour } from '../../generators/learners/behaviour.ts';
import { share, sum } from './numbers.ts';
import { observe, type Observed } from './observe.ts';

/** Learners who are still there in the last two weeks. */
const stay = (days: number) => (people: ReturnType<typeof observe>['people']) =>
  share([...people.all.values()], (person) => person.days.at(-1)! >= days - 14);

test('small-class: most of thirty stay to the end', () => {
  const { people } = observe({ users: 30, days: 98, seed: 'class', preset: 'small-class' }, {}, ['people']);
  expect(people.all.size).toBe(30);
  expect(stay(98)(people)).toBeGreaterThan(0.6);
  expect(stay(98)(observe({ users: 150, days: 98, seed: 'class' }, {}, ['people']).people)).toBeLessThan(0.25);
});

test('campus: one time zone, quiet nights, weekends and a rush before the deadline', () => {
  const options = { users: 200, days: 42, seed: 'campus', preset: 'campus' } as const;
  const { people, solving } = observe(options, {}, ['people', 'solving']);
  const all = sum([...people.hours]);
  const local = (hour: number): number => people.hours[(hour + 5) % 24]! / all;
  expect(local(3) + local(4) + local(5)).toBeLessThan(0.06);
  expect(local(20) + local(21) + local(22)).toBeGreaterThan(0.2);
  expect(share(solving.before, (hours) => hours < 24)).toBeGreaterThan(0.35);
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((day) =>
    sum([...people.all.values()].map((person) => person.weekdays[day]!)),
  );
  expect(weekdays[5]!).toBeLessThan(0.75 * weekdays[1]!);
  expect(stay(42)(people)).toBeGreaterThan(0.6);
});

/** The middle of the day's sittings, in hours of GMT. */
function middle({ tells }: Observed): number {
  const angles = [...tells.hours.values()].flat().map((hour) => (hour / 12) * Math.PI);
  const [x, y] = [Math.cos, Math.sin].map((of) => sum(angles.map(of))) as [number, number];
  return ((Math.atan2(y, x) / Math.PI) * 12 + 24) % 24;
}

test('summer time: people keep to their clocks, and so come an hour earlier by GMT', () => {
  const options = { users: 150, days: 28, seed: 'clocks', preset: 'campus', start: '2013-03-18' } as const;
  // Where people are follows from their clocks, what device they have there from that, and what plays by itself from the device.
  const alike = ({ people }: Behaviour) => void (people.devices.two = 0);
  const winter = (behaviour: Behaviour): void => {
    alike(behaviour);
    for (const country of behaviour.countries) delete country.summerTime;
  };
  const [late, early] = [winter, alike].map((behaviour) => middle(observe(options, { behaviour }, ['tells'])));
  const earlier = late! - early!;
  // Those whom a deadline brings, which is of GMT, do not.
  expect(((earlier + 36) % 24) - 12).toBeGreaterThan(0.3);
  expect(((earlier + 36) % 24) - 12).toBeLessThan(1.5);
});

test('holidays: fewer come at Christmas than without it', () => {
  const options = { users: 300, days: 11, seed: 'holidays', preset: 'campus', start: '2013-12-16' } as const;
  const christmas = (people: Observed['people']): number =>
    sum([8, 9, 10].map((day) => [...people.all.values()].filter(({ days }) => days.includes(day)).length));
  const workday = { behaviour: ({ calendar }: Behaviour) => void (calendar.holidays = 1) };
  const [holidays, workdays] = [{}, workday].map((off) => christmas(observe(options, off, ['people']).people));
  expect(holidays!).toBeLessThan(0.85 * workdays!);
});

test('spring break: some of a campus are away for a week, and back the week after', () => {
  const options = { users: 150, days: 42, seed: 'spring', preset: 'campus', start: '2013-02-25' } as const;
  const none = { behaviour: ({ calendar }: Behaviour) => void (calendar.school.share = 0) };
  const [there, without] = [{}, none]
    .map((off) => observe(options, off, ['people']))
    .map(({ people }) =>
      [0, 1, 2, 3, 4, 5].map((week) =>
        sum(
          [...people.all.values()].map(({ days }) => days.filter((day) => Math.floor((day - 5) / 7) === week).length),
        ),
      ),
    );
  const dips = there!.map((days, week) => days / without![week]!);
  const lowest = Math.min(...dips);
  expect(lowest).toBeLessThan(0.75);
  // Most are back: whoever has missed a week of homework may come less for it.
  expect(dips.filter((dip) => 1 - dip > (1 - lowest) / 2)).toEqual([lowest]);
});
