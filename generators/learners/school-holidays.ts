/** Holidays of schools and universities by country: weeks in which some who are there are away, for they travel, or work. */
import { DAY } from '../../src/base/time.ts';
import { dayOf } from './clocks.ts';
import { easterOf, feast } from './holidays.ts';

/** A holiday. It begins on a day of the year, or so many days from a feast; from a day of the year, on the Saturday that follows. */
interface Break {
  readonly from: string | readonly [feast: 'western' | 'orthodox' | 'springFestival' | 'diwali', days: number];
  readonly days: number;
  /** Schools and regions begin it in different weeks, one after the other: so many. */
  readonly weeks?: number;
  /** Whether it is the long one between two years. */
  readonly isSummer?: true;
}

const summer = (from: string, days: number, weeks = 1): Break => ({ from, days, weeks, isSummer: true });

const CHRISTMAS: Break = { from: '12-19', days: 17 };

/**
 * To a week or so, after the calendars that ministries of education (GB, DE, FR, ES, PL, GR, RU, CN, JP, IN, BR, CO, MX, PK, EG) and
 * universities (US, CA, AU) gave out for the years 2012 to 2014, whose habits have held until 2026; regions and schools differ by more. Movable ones
 * are by rule, so that they hold for any year: a week that is said to begin in mid-month begins on its Saturday.
 */
const BREAKS: Readonly<Record<string, readonly Break[]>> = {
  // Spring break: a week in March, of most universities the second or third.
  US: [{ from: '03-01', days: 9, weeks: 5 }, summer('05-08', 105, 4), { from: '11-17', days: 9 }, CHRISTMAS],
  // Reading week.
  CA: [{ from: '02-15', days: 9 }, summer('04-27', 120, 8), CHRISTMAS],
  // Half terms, Easter.
  GB: [
    { from: '02-11', days: 9 },
    { from: ['western', -8], days: 17 },
    { from: '05-23', days: 9 },
    summer('07-19', 44),
    { from: '10-22', days: 9 },
    CHRISTMAS,
  ],
  AU: [{ from: '04-04', days: 16 }, { from: '06-27', days: 16 }, { from: '09-19', days: 16 }, summer('12-14', 44)],
  // Summer by land, one after the other.
  DE: [{ from: ['western', -8], days: 16 }, summer('06-21', 44, 6), { from: '10-04', days: 14, weeks: 3 }, CHRISTMAS],
  // Winter and spring by zone.
  FR: [
    { from: '02-08', days: 16, weeks: 3 },
    { from: '04-06', days: 16, weeks: 3 },
    summer('07-05', 59),
    { from: '10-18', days: 16 },
    CHRISTMAS,
  ],
  ES: [{ from: ['western', -8], days: 10 }, summer('06-21', 79), CHRISTMAS],
  PL: [{ from: '01-12', days: 16, weeks: 4 }, { from: ['western', -3], days: 6 }, summer('06-25', 65), CHRISTMAS],
  GR: [{ from: ['orthodox', -8], days: 16 }, summer('06-14', 86), CHRISTMAS],
  RU: [{ from: '03-20', days: 9 }, summer('05-30', 92), { from: '10-28', days: 9 }, { from: '12-27', days: 14 }],
  // The week of Carnival.
  BR: [{ from: ['western', -50], days: 9 }, { from: '07-06', days: 16 }, summer('12-14', 50)],
  // Holy Week, of the Mexicans that after Easter too.
  CO: [
    { from: ['western', -8], days: 9 },
    { from: '06-14', days: 23 },
    { from: '10-05', days: 9 },
    summer('11-29', 56),
  ],
  MX: [{ from: ['western', -9], days: 17 }, summer('07-06', 44), CHRISTMAS],
  IN: [summer('05-01', 45, 3), { from: ['diwali', -2], days: 8 }, { from: '12-22', days: 9 }],
  PK: [summer('06-07', 65), { from: '12-20', days: 12 }],
  CN: [{ from: ['springFestival', -18], days: 35 }, summer('07-08', 55), { from: '09-29', days: 9 }],
  JP: [{ from: '03-22', days: 16 }, summer('07-19', 42), { from: '12-23', days: 15 }],
  EG: [{ from: '01-22', days: 15 }, summer('06-07', 95)],
  NG: [{ from: ['western', -9], days: 23 }, summer('07-19', 50), CHRISTMAS],
};

const WEEK = 7;

/** The weekday of Saturday, days being counted from a Thursday. */
const SATURDAY = 2;

/** The first day of a holiday in a year, for whom it begins in its first week. */
function firstDay(from: Break['from'], year: number): number {
  if (typeof from === 'string') {
    const day = dayOf(year, Number(from.slice(0, 2)), Number(from.slice(3)));
    return day + ((SATURDAY - (day % WEEK) + WEEK) % WEEK);
  }
  const [name, days] = from;
  const of = name === 'western' || name === 'orthodox' ? easterOf(name, year) : (feast(name, year) ?? NaN);
  return of + days;
}

/** A school holiday, or a fortnight of that of summer. */
export interface SchoolHoliday {
  readonly isSummer: boolean;
  /** Its first day, since 1970, and the first day after it. */
  readonly from: number;
  readonly to: number;
}

/** Plans for a summer change as often as that, in days: nobody is away for all of it. */
const FORTNIGHT = 14;

function holidayOn(breaks: readonly Break[], place: number, day: number): SchoolHoliday | undefined {
  const year = new Date((day * DAY) / 1000).getUTCFullYear();
  for (const { from, days, weeks = 1, isSummer = false } of breaks)
    // One that began in December goes on in January.
    for (const its of [year, year - 1]) {
      const first = firstDay(from, its) + WEEK * Math.floor(place * weeks);
      if (!(day >= first && day < first + days)) continue;
      if (!isSummer) return { isSummer, from: first, to: first + days };
      const part = first + FORTNIGHT * Math.floor((day - first) / FORTNIGHT);
      return { isSummer, from: part, to: Math.min(part + FORTNIGHT, first + days) };
    }
  return undefined;
}

/** Places among the weeks of a holiday that are told apart. */
const PLACES = 24;

/** By country, day and place: dates take long. */
const known = new Map<string, Map<number, SchoolHoliday | undefined>>(
  Object.keys(BREAKS).map((country) => [country, new Map()]),
);

/**
 * The school holiday of a day, if there is one.
 *
 * @param country its code; a country that the table does not know has none
 * @param place of the school among those that begin a holiday in different weeks, from 0 to below 1
 * @param day of the country's own calendar, since 1970
 */
export function schoolHoliday(country: string, place: number, day: number): SchoolHoliday | undefined {
  const days = known.get(country);
  if (days === undefined) return undefined;
  const index = Math.floor(place * PLACES);
  const key = day * PLACES + index;
  if (days.has(key)) return days.get(key);
  const found = holidayOn(BREAKS[country]!, index / PLACES, day);
  days.set(key, found);
  return found;
}
