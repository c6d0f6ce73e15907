/** Clocks of people: hours ahead of GMT, by zone and by the rule of its summer time. Rules are those of the years 2007 to 2021. */
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
}

export const SUMMER_TIMES = {
  /** United States and Canada, since 2007 [Energy Policy Act of 2005]. */
  america: { begins: { month: 3, which: 2 }, ends: { month: 11, which: 1 }, hours: [2, 1], of: 'winter' },
  /** The European Union, since 2002 [Directive 2000/84/EC]. */
  europe: { begins: { month: 3, which: 'last' }, ends: { month: 10, which: 'last' }, hours: [1, 1], of: 'GMT' },
  /** Mexico, 1996 to 2022 [decree of 1 March 2002]. */
  mexico: { begins: { month: 4, which: 1 }, ends: { month: 10, which: 'last' }, hours: [2, 1], of: 'winter' },
  /** The south-east of Brazil, 2008 to 2017 [Decree 6.558 of 2008]; in years with carnival on the last day a week later, which is left out. */
  brazil: { begins: { month: 10, which: 3 }, ends: { month: 2, which: 3 }, hours: [0, -1], of: 'winter' },
  /** The south-east of Australia, since 2008 [the states' acts]. */
  australia: { begins: { month: 10, which: 1 }, ends: { month: 4, which: 1 }, hours: [2, 2], of: 'winter' },
} as const satisfies Record<string, Rule>;

export type SummerTime = keyof typeof SUMMER_TIMES;
export const SUMMER_TIME_NAMES = Object.keys(SUMMER_TIMES) as [SummerTime, ...SummerTime[]];

/** A clock on the wall. */
export interface Clock {
  /** Hours ahead of GMT in winter. */
  readonly offset: number;
  /** Undefined where clocks are never changed. */
  readonly summerTime: SummerTime | undefined;
}

const WEEK = 7;
/** 1 January 1970 was a Thursday. */
const SUNDAY = 3;

const dayOf = (year: number, month: number): number => (Date.UTC(year, month - 1, 1) * 1000) / DAY;

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
  const { begins, ends, hours } = rule;
  const at = (sunday: Sunday, hour: number): number => dayOfSunday(year, sunday) * DAY + hour * HOUR;
  const changes = [at(begins, hours[0]), at(ends, hours[1])] as const;
  years.set(year, changes);
  return changes;
}

/** Whether clocks are an hour ahead at a time, microseconds since 1970. */
function isSummer(rule: Rule, time: number, offset: number): boolean {
  const [there, back] = changesOf(rule, new Date(time / 1000).getUTCFullYear());
  const clock = rule.of === 'winter' ? time + offset * HOUR : time;
  return there < back ? clock >= there && clock < back : clock >= there || clock < back;
}

/** Hours that a clock is ahead of GMT at a time, microseconds since 1970. */
export const hoursAhead = ({ offset, summerTime }: Clock, time: number): number =>
  summerTime !== undefined && isSummer(SUMMER_TIMES[summerTime], time, offset) ? offset + 1 : offset;
