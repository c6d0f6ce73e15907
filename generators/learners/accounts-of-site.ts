/** How many accounts a site like edX has by a time: more are made by day, on workdays, and when there is a campaign. */
import { interpolate } from '../../src/base/interpolate.ts';
import { hash, hashedNormal, hashedShare } from '../../src/base/random/index.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { dayOf } from './clocks.ts';

/**
 * New accounts a day at the beginning of years, from 2012 on, and so many from the last one on. They make some 400,000 accounts by the end of
 * 2012, about a million in the summer of 2013 and tens of millions today, the orders of magnitude that edX said of itself (choices).
 */
const FIRST_YEAR = 2012;
const DAILY = [300, 2200, 4000, 6000, 8000, 9000, 10_000, 12_000, 15_000, 25_000, 26_000, 28_000, 34_000, 40_000];

const WEEK = 7;
/** The Monday on which the first account was made, as a day since 1970 and in microseconds, and weeks that are counted from there: until 2060. */
const FIRST_DAY = dayOf(2011, 12, 19);
export const SITE_BEGAN = FIRST_DAY * DAY;
const WEEKS = 2510;

/** Slow swings go from one draw to another in so many weeks; standard deviations of logarithms of swings, weeks, days and hours (choices). */
const SWING = 6;
const SD = { swing: 0.18, week: 0.07, day: 0.08, hour: 0.15 };

/** Some weeks begin with a campaign, or the course of somebody famous, which lasts for days: so many times as many come at first, exponential (choices). */
const CAMPAIGN = { chance: 0.2, more: 0.6, days: 1.7 };

/** By weekday, from Monday on (choice). */
const WEEKDAYS = [1.14, 1.15, 1.12, 1.06, 0.95, 0.76, 0.82];

/** By hour of GMT: the Americas' day, Europe's and India's evening together; little before Europe wakes (choice). */
const HOURS = Array.from({ length: 24 }, (_, hour) =>
  Math.exp(0.55 * Math.cos((2 * Math.PI * (hour - 16)) / 24) + 0.12 * Math.cos((2 * Math.PI * (hour - 15)) / 12)),
);

/** How many times as many come when a week's campaign begins; 0 where it has none. */
const campaignOf = (week: number): number =>
  hashedShare('site', 'campaign', week) < CAMPAIGN.chance
    ? -CAMPAIGN.more * Math.log(1 - hashedShare('site', 'campaign size', week))
    : 0;

/** Accounts that are made in a week. */
function madeIn(week: number): number {
  const years = Math.max(0, (FIRST_DAY + WEEK * week - dayOf(FIRST_YEAR, 1)) / 365.25);
  const daily = interpolate(years, (year) => DAILY[Math.min(year, DAILY.length - 1)]!);
  const swing = interpolate(week / SWING, (nth) => SD.swing * hashedNormal('site', 'swing', nth));
  const swung = swing + SD.week * hashedNormal('site', 'week', week);
  return WEEK * daily * Math.exp(swung) * (1 + (campaignOf(week) * CAMPAIGN.days) / WEEK);
}

/** Accounts by the beginning of each week. */
const before: number[] = [0];

function madeBefore(week: number): number {
  while (before.length <= week) before.push(before.at(-1)! + madeIn(before.length - 1));
  return before[week]!;
}

/** Accounts by the beginning of each hour of a week, and by its end; by week. */
const known = new Map<number, readonly number[]>();

function hoursOf(week: number): readonly number[] {
  const sums = known.get(week);
  if (sums !== undefined) return sums;
  const more = campaignOf(week);
  const begins = hash('site', 'campaign day', week) % WEEK;
  const weights = Array.from({ length: 24 * WEEK }, (_, hour) => {
    const day = Math.floor(hour / 24);
    const noise =
      SD.day * hashedNormal('site', 'day', WEEK * week + day) +
      SD.hour * hashedNormal('site', 'hour', 24 * WEEK * week + hour);
    const campaign = day < begins ? 0 : more * Math.exp((begins - hour / 24) / CAMPAIGN.days);
    return WEEKDAYS[day]! * HOURS[hour % 24]! * (1 + campaign) * Math.exp(noise);
  });
  const each = madeIn(week) / weights.reduce((sum, weight) => sum + weight, 0);
  let sum = madeBefore(week);
  const made = [sum, ...weights.map((weight) => (sum += each * weight))];
  known.set(week, made);
  return made;
}

/**
 * Accounts that the site has by a time; none before it began, and no more after decades.
 *
 * @param time microseconds since 1970
 */
export function accountsBy(time: number): number {
  const hours = Math.min(Math.max(0, time - SITE_BEGAN), WEEKS * WEEK * DAY - 1) / HOUR;
  const week = Math.floor(hours / (24 * WEEK));
  const made = hoursOf(week);
  return Math.floor(interpolate(hours - week * 24 * WEEK, (hour) => made[hour]!));
}
