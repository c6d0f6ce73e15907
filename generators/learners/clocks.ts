/** Clocks of people: hours ahead of GMT, by zone and by the rule of its summer time. Rules are those of the years 2007 to 2026. */
import { DAY, HOUR } from '../../src/base/time.ts';

/** A Sunday of a month: the so-many-th, or the last. */
interface Sunday {
  /** From 1. */
  readonly month: number;
  readonly which: 1 | 2 | 3 | 'last';
}

/** When clocks are an hour ahead, and at which hours they are changed, there and back: of that Sunday by winter's clock, or of GMT. */
interface Rule {
  readonly begins: Sunday;
  readonly ends: Sunday;
  readonly hours: readonly [begins: number, ends: number];
  readonly of: 'winter' | 'GMT';
  /** The last years in which clocks were changed, there and back; the rule holds on where there are none. */
  readonly last?: readonly [there: number, back: number];
}

export const SUMMER_TIMES = {
  /** United States and Canada, since 2007 [Energy Policy Act of 2005]. */
  america: { begins: { month: 3, which: 2 }, ends: { month: 11, which: 1 }, hours: [2, 1], of: 'winter' },
  /** The European Union, since 2002 [Directive 2000/84/EC]. */
  europe: { begins: { month: 3, which: 'last' }, ends: { month: 10, which: 'last' }, hours: [1, 1], of: 'GMT' },
  /** Mexico, 1996 to 2022 [decree of 1 March 2002; law of 28 October 2022]. */
  mexico: {
    begins: { month: 4, which: 1 },
    ends: { month: 10, which: 'last' },
    hours: [2, 1],
    of: 'winter',
    last: [2022, 2022],
  },
  /**
   * The south-east of Brazil, 2008 to 2019 [Decree 6.558 of 2008, Decree 9.772 of 2019]; a week later in years with carnival on the last day,
   * and two in November 2018, which is left out.
   */
  brazil: {
    begins: { month: 10, which: 3 },
    ends: { month: 2, which: 3 },
    hours: [0, -1],
    of: 'winter',
    last: [2018, 2019],
  },
  /** The south-east of Australia, since 2008 [the states' acts]. */
  australia: { begins: { month: 10, which: 1 }, ends: { month: 4, which: 1 }, hours: [2, 2], of: 'winter' },
  /** New Zealand, since 2007 [Daylight Time Order 2007]. */
  newZealand: {
    begins: { month: 9, which: 'last' },
    ends: { month: 4, which: 1 },
    hours: [2, 2],
    of: 'winter',
  },
  /** Israel, since 2013, from the Friday before that Sunday [Time Determination Law, amendment of 2013]; 2012 is taken to be alike. */
  israel: {
    begins: { month: 3, which: 'last' },
    ends: { month: 10, which: 'last' },
    hours: [2 - 48, 1],
    of: 'winter',
  },
  /** Turkey, as Europe until 2016, whose summer has not ended [decree 2016/9154]; a day later in 2014, two weeks in 2015, which are left out. */
  turkey: {
    begins: { month: 3, which: 'last' },
    ends: { month: 10, which: 'last' },
    hours: [1, 1],
    of: 'GMT',
    last: [2016, 2015],
  },
} as const satisfies Record<string, Rule>;

export type SummerTime = keyof typeof SUMMER_TIMES;
export const SUMMER_TIME_NAMES = Object.keys(SUMMER_TIMES) as [SummerTime, ...SummerTime[]];

/** A clock on the wall. */
export interface Clock {
  /** Hours ahead of GMT in winter. */
  readonly offset: number;
  /** Undefined where clocks are never changed. */
  readonly summerTime: SummerTime | undefined;
  /** Whose laws hold, where they have changed what a zone is since 2013. */
  readonly country?: { readonly code: string };
}

const WEEK = 7;
/** 1 January 1970 was a Thursday. */
const SUNDAY = 3;

/** A date, as a day since 1970; the first of its month, where no other is given. */
export const dayOf = (year: number, month: number, day = 1): number => (Date.UTC(year, month - 1, day) * 1000) / DAY;

/** The day, since 1970, of a Sunday in a year. */
function dayOfSunday(year: number, { month, which }: Sunday): number {
  const first = dayOf(year, month);
  const sunday = first + ((((SUNDAY - first) % WEEK) + WEEK) % WEEK);
  if (which !== 'last') return sunday + WEEK * (which - 1);
  const next = dayOf(month === 12 ? year + 1 : year, (month % 12) + 1);
  return sunday + WEEK * Math.floor((next - 1 - sunday) / WEEK);
}

/** When clocks are changed in a year, there and back, microseconds since 1970 by the clock of the rule. */
type Changes = readonly [there: number, back: number];

/** By rule and year. */
const known = new Map<Rule, Map<number, Changes>>(Object.values(SUMMER_TIMES).map((rule) => [rule, new Map()]));

function changesOf(rule: Rule, year: number): Changes {
  const years = known.get(rule)!;
  const before = years.get(year);
  if (before) return before;
  const { begins, ends, hours, last = [Infinity, Infinity] } = rule;
  const at = (sunday: Sunday, hour: number): number => dayOfSunday(year, sunday) * DAY + hour * HOUR;
  const changes = [
    year <= last[0] ? at(begins, hours[0]) : Infinity,
    year <= last[1] ? at(ends, hours[1]) : -Infinity,
  ] as const;
  years.set(year, changes);
  return changes;
}

/** The year that was asked for last: when it began, and when the next one does, microseconds since 1970. */
let lastYear = { year: NaN, from: Infinity, to: -Infinity };

/** The year of a time, microseconds since 1970: nearly all of a run's are in one. */
function yearOf(time: number): number {
  if (time < lastYear.from || time >= lastYear.to) {
    const year = new Date(time / 1000).getUTCFullYear();
    lastYear = { year, from: dayOf(year, 1) * DAY, to: dayOf(year + 1, 1) * DAY };
  }
  return lastYear.year;
}

/** Whether clocks are an hour ahead at a time, microseconds since 1970. */
function isSummer(rule: Rule, time: number, offset: number): boolean {
  const [there, back] = changesOf(rule, yearOf(time));
  const clock = rule.of === 'winter' ? time + offset * HOUR : time;
  return there < back ? clock >= there && clock < back : clock >= there || clock < back;
}

const FRIDAY = 1;
const THURSDAY = 0;

/** The last day of a month that is so many after a Thursday, since 1970. */
function lastOf(year: number, month: number, weekday: number): number {
  const last = dayOf(year, month + 1) - 1;
  return last - ((((last - weekday) % WEEK) + WEEK) % WEEK);
}

/** Egypt has summer time again since 2023, from the last Friday of April to the last Thursday of October [Law 24 of 2023]. */
function egypt(time: number, offset: number): number {
  const local = time + offset * HOUR;
  const year = yearOf(local);
  if (year < 2023) return 0;
  const back = (lastOf(year, 10, THURSDAY) + 1) * DAY - HOUR;
  return local >= lastOf(year, 4, FRIDAY) * DAY && local < back ? 1 : 0;
}

/** Russia's zones are an hour less ahead since 26 October 2014 [Federal Law 248 of 2014]. */
const RUSSIAN_CHANGE = Date.UTC(2014, 9, 25, 22) * 1000;

/** A change of a zone for good: so many hours from then on. */
const since =
  (change: number, hours: number) =>
  (time: number): number =>
    time >= change * 1000 ? hours : 0;

/** Hours by which clocks of a country are further ahead than they would have been in 2013. */
const LATER: Readonly<Record<string, (time: number, offset: number) => number>> = {
  EG: egypt,
  RU: () => -1,
  // The summer of 2016 goes on. Venezuela's decree 40.891; Kazakhstan's of 19 January 2024.
  TR: since(Date.UTC(2017, 0, 1), 1),
  VE: since(Date.UTC(2016, 4, 1, 7), 0.5),
  KZ: since(Date.UTC(2024, 1, 29, 18), -1),
};

const hoursLater = ({ offset, country }: Clock, time: number): number =>
  time < RUSSIAN_CHANGE || country === undefined ? 0 : (LATER[country.code]?.(time, offset) ?? 0);

/** What a clock shows, microseconds since 1970, at a time in GMT. */
export const localTime = (clock: Clock, time: number): number => time + hoursAhead(clock, time) * HOUR;

/** The day of the week, from Monday, of a day since 1970, which began on a Thursday. */
export const weekdayOf = (day: number): number => (day + 3) % WEEK;

/** Hours that a clock is ahead of GMT at a time, microseconds since 1970. */
export function hoursAhead(clock: Clock, time: number): number {
  const { offset, summerTime } = clock;
  const isAhead = summerTime !== undefined && isSummer(SUMMER_TIMES[summerTime], time, offset);
  return offset + Number(isAhead) + hoursLater(clock, time);
}
