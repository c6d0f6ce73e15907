/** How much people do, and when they come. */
import { distanceToNormal, gini, logs, mean, sd, share, slope, sum } from './numbers.ts';
import type { Observed } from './observe.ts';
import { statistic, type Statistic } from './statistic.ts';

const everybody = ({ people }: Observed) => [...people.all.values()];
const events = (observed: Observed): number[] => everybody(observed).map((person) => person.events);

const MONTH = 30;
/** Days of those who came within the first month, within it. */
const firstMonth = (observed: Observed): number[][] =>
  everybody(observed)
    .map(({ days }) => days.filter((day) => day < MONTH))
    .filter((days) => days.length > 0);
/** Active days within thirty days from the first on. */
const thirtyDays = (observed: Observed): number[][] =>
  everybody(observed)
    .filter(({ days }) => days[0]! <= 98 - MONTH)
    .map(({ days }) => days.filter((day) => day < days[0]! + MONTH));

function comesBack(observed: Observed, after: boolean): number {
  let chances = 0;
  let taken = 0;
  for (const days of firstMonth(observed)) {
    const active = new Set(days);
    for (let day = days[0]!; day < MONTH - 1; day += 1) {
      if (active.has(day) !== after) continue;
      chances += 1;
      taken += Number(active.has(day + 1));
    }
  }
  return taken / chances;
}

/** How much likelier a day is active after an active one than weekdays alone would make it, of those who come for a while. */
function streaks(observed: Observed): number {
  let [days, next, expected] = [0, 0, 0];
  for (const { days: active } of everybody(observed)) {
    const [first, last] = [active[0]!, active.at(-1)!];
    if (active.length < 5 || last - first < 20) continue;
    const weekdays = Array.from({ length: 7 }, () => ({ active: 0, all: 0 }));
    for (let day = first; day <= last; day += 1) weekdays[day % 7]!.all += 1;
    for (const day of active) weekdays[day % 7]!.active += 1;
    const isActive = new Set(active);
    for (const day of active.slice(0, -1)) {
      const after = weekdays[(day + 1) % 7]!;
      days += 1;
      next += Number(isActive.has(day + 1));
      expected += after.active / after.all;
    }
  }
  return (next - expected) / days;
}

const activeOn =
  (day: number) =>
  (observed: Observed): number =>
    share(firstMonth(observed), (days) => days.includes(day));
const beganOn =
  (day: number) =>
  (observed: Observed): number =>
    share(firstMonth(observed), (days) => days[0] === day);
const visitDays =
  (is: (days: number) => boolean) =>
  (observed: Observed): number =>
    share(everybody(observed), ({ days }) => is(days.length));
const shareOfMonth =
  (count: number) =>
  (observed: Observed): number =>
    share(thirtyDays(observed), (days) => days.length === count);

/** A week's checks, by week. */
const weekly = ({ people }: Observed): number[] =>
  Array.from({ length: 14 }, (_, week) => people.weekChecks.get(week)?.[0] ?? 0);

const hourly = ({ people }: Observed): number[] => [...people.hours].map((count) => count / sum([...people.hours]));
/** The circular mean of hours, from the weight of each. */
function middleHour(weights: readonly number[]): number {
  const angle = (hour: number) => (2 * Math.PI * (hour + 0.5)) / 24;
  const across = sum(weights.map((weight, hour) => weight * Math.sin(angle(hour))));
  const along = sum(weights.map((weight, hour) => weight * Math.cos(angle(hour))));
  return ((Math.atan2(across, along) / (2 * Math.PI)) * 24 + 24) % 24;
}
/** The share of a day's sittings that begin in the hours after mails are sent. */
const afterMails = (arrivals: Float64Array): number => sum([...arrivals].slice(16, 20)) / sum([...arrivals]);
const ratio = (values: readonly number[]): number => Math.max(...values) / Math.min(...values);

/** Active days by weekday of those who never check a problem, and so have no deadlines. */
function freeWeek(observed: Observed): number[] {
  const week = new Float64Array(7);
  for (const { checks, weekdays } of everybody(observed))
    if (checks === 0) weekdays.forEach((count, day) => (week[day]! += count));
  return [...week];
}

export const activity: readonly Statistic[] = [
  statistic(
    'events a learner',
    'sd of the logarithm',
    2.36,
    [1.8, 2.6],
    '6.002x; levels differ, since most of its events are page views',
    (o) => sd(logs(events(o))),
  ),
  statistic(
    'events a learner',
    'Kolmogorov-Smirnov distance of the logarithm to a normal one of the same mean and the source’s sd',
    0,
    [0, 0.12],
    '6.002x',
    (o) => {
      const all = logs(events(o));
      return distanceToNormal(all, mean(all), 2.36);
    },
  ),
  statistic('events a learner', 'Gini coefficient', 0.82, [0.74, 0.9], '6.002x', (o) => gini(events(o))),
  statistic(
    'events a learner',
    'the busiest, to the 99th percentile',
    10,
    [4, 25],
    '6.002x: a few do ten times what 99% do less than',
    (o) => {
      const all = events(o).toSorted((one, other) => one - other);
      return all.at(-1)! / all[Math.floor(0.99 * all.length)]!;
    },
  ),
  statistic('events on an active day', 'sd of the logarithm', 1.45, [1.25, 1.65], 'KDD', ({ people }) =>
    sd(logs(people.dayEvents)),
  ),
  statistic(
    'active days in 30',
    'one day only',
    0.62,
    [0.19, 0.66],
    'KDD, 62%; Ho, 19% in a whole course',
    shareOfMonth(1),
  ),
  statistic('active days in 30', 'two days', 0.15, [0.1, 0.2], 'KDD', shareOfMonth(2)),
  statistic('active days in 30', 'mean', 2.4, [2, 6], 'KDD 2.4; 6.00x had more', (o) =>
    mean(thirtyDays(o).map((days) => days.length)),
  ),
  statistic('active again the next day', 'after an active day', 0.26, [0.2, 0.34], 'KDD', (o) => comesBack(o, true)),
  statistic('active again the next day', 'after an idle day', 0.06, [0.04, 0.13], 'KDD', (o) => comesBack(o, false)),
  statistic(
    'active again the next day',
    'after an active day, to what weekdays alone would give, of those who come for a while',
    0.03,
    [0.005, 0.1],
    'choice: people have busy weeks and idle ones',
    streaks,
  ),
  statistic('share active on a day', 'day 0', 0.16, [0.11, 0.24], 'KDD', activeOn(0)),
  statistic('share active on a day', 'day 7', 0.1, [0.07, 0.2], 'KDD', activeOn(7)),
  statistic('share active on a day', 'day 14', 0.08, [0.06, 0.18], 'KDD', activeOn(14)),
  statistic('share active on a day', 'day 29', 0.06, [0.04, 0.15], 'KDD', activeOn(29)),
  statistic('first day', 'day 0', 0.16, [0.12, 0.22], 'KDD', beganOn(0)),
  statistic('first day', 'day 1', 0.1, [0.07, 0.15], 'KDD', beganOn(1)),
  statistic('first day', 'day 7', 0.04, [0.025, 0.055], 'KDD', beganOn(7)),
  statistic(
    'visit days',
    'one day',
    0.19,
    [0.13, 0.3],
    'Ho, 6.00x',
    visitDays((days) => days === 1),
  ),
  statistic(
    'visit days',
    'at most ten',
    0.78,
    [0.7, 0.85],
    'Ho, 6.00x',
    visitDays((days) => days <= 10),
  ),
  statistic(
    'visit days',
    'over forty',
    0.07,
    // A visit that opens no page of the courseware has no line in documented logs.
    [0.03, 0.1],
    'Ho, 6.00x',
    visitDays((days) => days > 40),
  ),
  statistic('weekly volume', 'checks of a week, to those of the week before', 0.86, [0.8, 0.92], '6.002x', (o) =>
    Math.exp(slope(weekly(o).map(Math.log))),
  ),
  statistic(
    'weekly volume',
    'the last three weeks to the first three',
    0.21,
    [0.1, 0.35],
    '6.002x',
    (o) => sum(weekly(o).slice(-3)) / sum(weekly(o).slice(0, 3)),
  ),
  statistic(
    'day of the week, no deadline',
    'highest to lowest day, of those who never check',
    1.13,
    [1, 1.4],
    'KDD; this course has new material on Mondays',
    (o) => ratio(freeWeek(o)),
  ),
  statistic('hour, UTC', 'share of the lowest hour', 0.03, [0.022, 0.036], '6.002x, one problem', (o) =>
    Math.min(...hourly(o)),
  ),
  statistic('hour, UTC', 'share of the highest hour', 0.055, [0.048, 0.065], '6.002x, one problem', (o) =>
    Math.max(...hourly(o)),
  ),
  statistic(
    'hour, UTC',
    'the middle of the day’s activity (circular mean)',
    19,
    [16.5, 21.5],
    '6.002x, one problem: highest at 19, lowest at 7',
    (o) => middleHour(hourly(o)),
  ),
  statistic(
    'mails',
    'sittings that begin in the four hours after a week’s mail, to those of other days',
    1.5,
    [1.2, 2],
    'choice: announcements of open courses bring people at once',
    ({ people }) => afterMails(people.arrivals.first) / afterMails(people.arrivals.next),
  ),
];
