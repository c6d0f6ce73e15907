import { DAY, HOUR, MINUTE, SECOND } from '../../src/base/time.ts';
import {
  chance,
  hash,
  hashedNormal,
  hashedShare,
  lognormal,
  normal,
  type Stream,
} from '../../src/base/random/index.ts';
import type { Course } from '../course/course.ts';
import { duesOf } from '../course/sequences.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import { hoursAhead, localTime, weekdayOf, type Clock } from '../learners/clocks.ts';
import { isHoliday } from '../learners/holidays.ts';
import { hoursBefore } from '../learners/putting-off.ts';
import { daysUntilNext, rhythmOf } from '../learners/rhythm.ts';
import { schoolHoliday, type SchoolHoliday } from '../learners/school-holidays.ts';
import type { Learner } from '../learners/learner.ts';
import { moodOf } from '../learners/mood.ts';
import type { Outline } from '../learners/population.ts';
import type { Offering } from './offering.ts';

const BINS = 96;
const WEEK = 7 * DAY;

/** Who comes on more days than these keeps hours and days best: regularity goes with success. */
const REGULAR_DAYS = 30;

/** Nobody has another device at hand sooner than so many microseconds. */
const PICKS_UP = 15 * SECOND;

/** Whoever is back from a holiday does in so much of the time what it would have done in it. */
const CATCHES_UP = 0.4;

/** More days than calendars have. */
const MOST_DAYS = 2 ** 20;

/** So often a time is drawn anew that few people like. */
const MOST_TRIES = 4;

/** Weights as a running sum that ends with 1. */
function running(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight) / total);
}

/** From weights of hours to those of quarter hours, so that the day has no steps. */
const quarters = (hours: readonly number[]): number[] =>
  Array.from({ length: BINS }, (_, bin) => {
    const hour = (bin + 0.5) / 4 - 0.5;
    const before = Math.floor(hour);
    const share = hour - before;
    return hours.at(before)! * (1 - share) + hours[(before + 1) % 24]! * share;
  });

/** A chance whose log-odds are greater by so much. */
const likelier = (probability: number, by: number): number => {
  const odds = probability * Math.exp(by);
  return odds / (1 - probability + odds);
};

const localDay = (clock: Clock, time: number): number => Math.floor(localTime(clock, time) / DAY);

/** The time, microseconds since 1970, at which a clock shows so many microseconds after a day's midnight. */
const timeAt = (clock: Clock, day: number, clockTime: number): number => {
  const winter = day * DAY + clockTime - clock.offset * HOUR;
  return winter - (hoursAhead(clock, winter) - clock.offset) * HOUR;
};

/** Calendar by which visits of people are drawn. */
export class Calendar {
  readonly #seed: string;
  readonly #start: number;
  readonly #end: number;
  readonly #offering: Offering;
  readonly #regular: number;
  readonly #putsOff: number;
  readonly #devoted: Behaviour['people']['devoted'];
  readonly #behaviour: Behaviour['calendar'];
  /** Whether nothing sets a rhythm but people themselves. */
  readonly #isUnhurried: boolean;
  readonly #handOver: Behaviour['people']['devices']['handOver'];
  /** How a day's visits spread, as a running sum over quarter hours. */
  readonly #hours: readonly number[];
  readonly #busiest: number;
  /** Probability of each weekday, as a share of that of the likeliest one. */
  readonly #weekdays: readonly number[];

  /** @param seed of the site, whose people keep the same hours and days free in all courses */
  constructor(seed: string, offering: Offering) {
    const { start, end = Infinity, behaviour } = offering;
    const { calendar, people } = behaviour;
    this.#seed = seed;
    this.#offering = offering;
    this.#start = start;
    this.#end = end;
    this.#regular = people.regular;
    this.#putsOff = people.putsOff;
    this.#devoted = people.devoted;
    this.#handOver = people.devices.handOver;
    this.#behaviour = calendar;
    this.#isUnhurried = duesOf(offering.course).length === 0;
    this.#hours = running(quarters(calendar.hours));
    this.#busiest = Math.max(...calendar.hours);
    const most = Math.max(...calendar.weekdays);
    this.#weekdays = calendar.weekdays.map((weight) => weight / most);
  }

  /** When somebody comes for the first time, microseconds since 1970; undefined when the course is over by then. */
  firstVisit(outline: Outline, number: number): number | undefined {
    const { firstTime } = outline;
    const firstDay = this.#offering.isSelfPaced ? this.#anyDay(number) : outline.firstDay;
    const time = timeAt(outline, this.#start / DAY + firstDay, this.#timeOfDay(firstTime));
    return this.#unlessOver(time < this.#start ? time + DAY : time);
  }

  /**
   * When a learner comes again after a visit that ended just now; undefined if never, or when the course is over by then. A new
   * day uses up one of the days that the learner has left.
   *
   * @param course as it is now
   */
  nextVisit(random: Stream, learner: Learner, now: number, course = this.#offering.course): number | undefined {
    return this.#unlessOver(this.#nextVisit(random, learner, now, course));
  }

  /** A day of a course at one's own pace, all alike. */
  #anyDay(number: number): number {
    const { seed } = this.#offering;
    return Math.floor(hashedShare(seed, 'begins', number) * ((this.#end - this.#start) / DAY));
  }

  #unlessOver(time: number | undefined): number | undefined {
    return time !== undefined && time < this.#end ? time : undefined;
  }

  #nextVisit(random: Stream, learner: Learner, now: number, course: Course): number | undefined {
    const { sameDay, sameDayHours, soonest: rest } = this.#behaviour;
    const { kind, home, zeal } = learner;
    const soonest = now + rest * SECOND;
    if (chance(random, sameDay + zeal * (this.#devoted.sameDay - sameDay))) {
      const { share, minutes } = this.#handOver;
      home.handsOver = home.mayHandOver(now) && chance(random, home.habits.chance('changes the device', share));
      if (home.handsOver) return now + PICKS_UP + Math.ceil(lognormal(random, minutes.mean, minutes.sd) * MINUTE);
      return Math.max(soonest, now + Math.floor(lognormal(random, sameDayHours.mean, sameDayHours.sd) * HOUR));
    }
    learner.daysLeft -= 1;
    if (learner.daysLeft <= 0) return undefined;
    const mood = this.#behaviour.moods.comes * moodOf(this.#offering.seed, learner.number, localDay(learner, now));
    if (!this.#isUnhurried && learner.solves && chance(random, likelier(kind.deadlines, -mood))) {
      const pulled = this.#beforeDeadline(random, this.#nextDeadline(now, course), learner);
      if (pulled > now + DAY / 2 && this.#awayFor(learner, localDay(learner, pulled)) === undefined) return pulled;
    }
    const day = this.#whenBack(learner, this.#nextDay(random, learner, localDay(learner, now), mood));
    const usual = timeAt(learner, day, this.#timeOfDay(this.#usual(random, learner)));
    return Math.max(soonest, this.#afterMail(learner, day) ?? usual);
  }

  /** When somebody comes on a day because of the mail that everybody gets then; undefined where none does, or it is read at another time. */
  #afterMail(learner: Learner, day: number): number | undefined {
    if (this.#isUnhurried) return undefined;
    const { hours, mails } = this.#behaviour;
    const { seed } = this.#offering;
    const [from, to] = [timeAt(learner, day, 0), timeAt(learner, day + 1, 0)];
    const week = Math.floor((to - this.#start) / WEEK);
    if (week < 0) return undefined;
    const hour = mails.hour.mean + mails.hour.sd * hashedNormal(seed, 'mail', week);
    const sent = this.#start + week * WEEK + Math.floor(hour * HOUR);
    if (sent < from || sent >= to) return undefined;
    // Who is asleep reads it when it comes anyhow.
    const awake = hours[Math.floor((sent - from) / HOUR) % 24]! / this.#busiest;
    const who = learner.number * MOST_DAYS + week;
    if (hashedShare(seed, 'reads mail', who) >= mails.share * awake) return undefined;
    const { mean, sd } = mails.delay;
    const time = sent + Math.floor(Math.exp(mean + sd * hashedNormal(seed, 'after mail', who)) * HOUR);
    return time < to ? time : undefined;
  }

  /** The day on which somebody comes again whom no deadline brings, by its own rhythm, or like others of its kind. */
  #nextDay(random: Stream, learner: Learner, today: number, mood: number): number {
    const { seed, behaviour } = this.#offering;
    const { kind, zeal, number } = learner;
    const rhythm = this.#isUnhurried ? rhythmOf(seed, learner, behaviour) : undefined;
    if (rhythm !== undefined) {
      const comes = (day: number) => this.#onSuchADay(learner, day);
      const from = today + daysUntilNext(random, rhythm, behaviour, { seed, number, today, comes });
      return rhythm === 'days' ? from : this.#likelyDay(random, from, learner);
    }
    const nextDay = likelier(kind.nextDay + zeal * (this.#devoted.nextDay - kind.nextDay), mood);
    const gap = chance(random, nextDay) ? 1 : 2 + Math.floor(lognormal(random, kind.gap.mean - mood / 3, kind.gap.sd));
    return this.#likelyDay(random, today + gap, learner);
  }

  /** That day, or one soon after the school holiday that somebody is away for then. */
  #whenBack(learner: Learner, from: number): number {
    let day = from;
    for (let away = this.#awayFor(learner, day); away !== undefined; away = this.#awayFor(learner, day))
      day = away.to + Math.floor((day - away.from) * CATCHES_UP);
    return day;
  }

  /** Some hours before a deadline, rather at a time when people are up. */
  #beforeDeadline(random: Stream, deadline: number, learner: Learner): number {
    const { deadlineHours, hours } = this.#behaviour;
    for (let tries = 1; ; tries += 1) {
      const time = deadline - Math.floor(hoursBefore(random, learner, deadlineHours, this.#putsOff) * HOUR);
      const hour = Math.floor(time / HOUR + hoursAhead(learner, time)) % 24;
      if (tries === MOST_TRIES || chance(random, hours[hour]! / this.#busiest)) return time;
    }
  }

  /** That day, or the first after it on which people, and this one, are more likely to come. */
  #likelyDay(random: Stream, from: number, learner: Learner): number {
    let day = from;
    while (day < from + 6 && !chance(random, this.#likelihood(learner, day))) day += 1;
    return day;
  }

  /** How likely somebody comes on a day, to the likeliest. */
  #likelihood(learner: Learner, day: number): number {
    return this.#weekdays[weekdayOf(day)]! * this.#likes(learner, weekdayOf(day)) * this.#onSuchADay(learner, day);
  }

  /** How likely somebody comes on a holiday, to any other day. */
  #onSuchADay(learner: Learner, day: number): number {
    return isHoliday(learner.country.code, day) ? this.#behaviour.holidays : 1;
  }

  /** The school holiday of a day that somebody is away for, if any. */
  #awayFor({ number, country, kind }: Learner, day: number): SchoolHoliday | undefined {
    const { share, schools, breaks, summer } = this.#behaviour.school;
    if (hashedShare(this.#seed, 'at school', number) >= share || kind.name === 'staff') return undefined;
    const school = Math.floor(hashedShare(this.#seed, 'school', number) * schools);
    // Most schools begin theirs in the middle weeks.
    const place = (hashedShare(this.#seed, 'week', school) + hashedShare(this.#seed, 'weeks', school)) / 2;
    const holiday = schoolHoliday(country.code, place, day);
    if (holiday === undefined) return undefined;
    const draw = hashedShare(this.#seed, 'away', number * MOST_DAYS + holiday.from);
    return draw < (holiday.isSummer ? summer : breaks) ? holiday : undefined;
  }

  /** How much somebody likes a day of the week: the regular have days that they keep free for it. */
  #likes({ number, kind }: Learner, day: number): number {
    const isFree = hash(this.#seed, 'free', number * 7 + day) % 7 < 5;
    return isFree ? 1 : 1 - this.#regular * (kind.days.scale > REGULAR_DAYS ? 0.7 : 0.35);
  }

  /** A number from 0 to below 1 that sets a time of day: near the person's own, or any. */
  #usual(random: Stream, { number, kind }: Learner): number {
    const keeps = chance(random, this.#regular * (kind.days.scale > REGULAR_DAYS ? 1.4 : 0.7));
    if (!keeps) return random();
    const around = hashedShare(this.#seed, 'hour', number) + normal(random, 0, 0.05);
    return around - Math.floor(around);
  }

  /** The course's next deadline after a time; a week later when there is none. */
  #nextDeadline(time: number, course: Course): number {
    const due = duesOf(course).find((day) => this.#start + day * DAY > time);
    return due === undefined ? time + WEEK : this.#start + due * DAY;
  }

  /** A local time of day, in microseconds after midnight, by a number that is uniform from 0 to 1. */
  #timeOfDay(draw: number): number {
    const found = this.#hours.findIndex((bound) => draw < bound);
    const bin = found < 0 ? BINS - 1 : found;
    const below = bin === 0 ? 0 : this.#hours[bin - 1]!;
    return Math.floor(((bin + (draw - below) / (this.#hours[bin]! - below)) / BINS) * (DAY - 1));
  }
}
