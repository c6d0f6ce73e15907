/** Holidays by country: days on which fewer people study. */
import { DAY } from '../../src/base/time.ts';

/** Holidays of a country: days of the year as `MM-DD`, and days after its Easter. */
interface Holidays {
  readonly fixed: readonly string[];
  /** The same of those that came later, and since which year. */
  readonly later?: Readonly<Record<string, number>>;
  readonly easter?: 'western' | 'orthodox';
  /** Days after Easter Sunday. */
  readonly after?: readonly number[];
}

const CHRISTMAS = ['12-24', '12-25', '12-26', '12-31', '01-01'] as const;

/** Laws of each country on public holidays as they stood in 2013, and what they have added until 2026; those that move with another calendar than Easter's are left out. */
const HOLIDAYS: Readonly<Record<string, Holidays>> = {
  US: { fixed: [...CHRISTMAS, '07-04'], later: { '06-19': 2021 }, easter: 'western', after: [0] },
  CA: { fixed: [...CHRISTMAS, '07-01'], easter: 'western', after: [-2, 0] },
  GB: { fixed: CHRISTMAS, easter: 'western', after: [-2, 0, 1] },
  AU: { fixed: [...CHRISTMAS, '01-26', '04-25'], easter: 'western', after: [-2, -1, 0, 1] },
  DE: { fixed: [...CHRISTMAS, '05-01', '10-03'], easter: 'western', after: [-2, 0, 1, 39, 50] },
  FR: { fixed: [...CHRISTMAS, '05-01', '05-08', '07-14', '11-11'], easter: 'western', after: [0, 1, 39] },
  ES: { fixed: [...CHRISTMAS, '01-06', '05-01', '10-12'], easter: 'western', after: [-3, -2, 0] },
  PL: { fixed: [...CHRISTMAS, '05-01', '05-03', '11-01', '11-11'], easter: 'western', after: [0, 1, 60] },
  CO: { fixed: [...CHRISTMAS, '05-01', '07-20', '08-07'], easter: 'western', after: [-3, -2, 0] },
  BR: {
    fixed: [...CHRISTMAS, '04-21', '05-01', '09-07', '11-15'],
    later: { '11-20': 2024 },
    easter: 'western',
    after: [-48, -47, -2, 0],
  },
  MX: { fixed: [...CHRISTMAS, '05-01', '09-16'], easter: 'western', after: [-3, -2, 0] },
  NG: { fixed: [...CHRISTMAS, '05-01', '10-01'], later: { '06-12': 2019 }, easter: 'western', after: [-2, 0, 1] },
  GR: { fixed: [...CHRISTMAS, '03-25', '05-01', '10-28'], easter: 'orthodox', after: [-48, -2, 0, 1] },
  RU: {
    fixed: ['12-31', '01-01', '01-02', '01-07', '02-23', '03-08', '05-01', '05-09', '06-12'],
    easter: 'orthodox',
    after: [0],
  },
  IN: { fixed: ['01-26', '08-15', '10-02'] },
  PK: { fixed: ['03-23', '05-01', '08-14', '12-25'] },
  CN: { fixed: ['01-01', '05-01', '10-01', '10-02', '10-03'] },
  JP: { fixed: ['01-01', '01-02', '01-03', '04-29', '05-03', '05-04', '05-05', '05-06'] },
  EG: { fixed: ['01-07', '01-25', '04-25', '05-01', '07-23'] },
};

const dayOf = (year: number, month: number, day: number): number => (Date.UTC(year, month - 1, day) * 1000) / DAY;

/** Easter Sunday of the Gregorian calendar, as a day since 1970 [Meeus, Astronomical Algorithms, chapter 8]. */
function westernEaster(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** Days by which the Julian calendar is behind, 1900 to 2099. */
const JULIAN = 13;

/** Easter Sunday of the Julian calendar, as a day since 1970 [Meeus, chapter 8]. */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  return dayOf(year, Math.floor((d + e + 114) / 31), ((d + e + 114) % 31) + 1) + JULIAN;
}

function isIn({ fixed, later, easter, after = [] }: Holidays, day: number): boolean {
  const date = new Date((day * DAY) / 1000);
  const name = date.toISOString().slice(5, 10);
  if (fixed.includes(name) || date.getUTCFullYear() >= (later?.[name] ?? Infinity)) return true;
  if (easter === undefined) return false;
  const sunday = (easter === 'western' ? westernEaster : orthodoxEaster)(date.getUTCFullYear());
  return after.includes(day - sunday);
}

/** Days by country that were asked for, which are those of a run: dates take long. */
const known = new Map<string, Map<number, boolean>>(Object.keys(HOLIDAYS).map((country) => [country, new Map()]));

/**
 * Whether a day is a holiday.
 *
 * @param country its code; a country that the table does not know has none
 * @param day of the country's own calendar, since 1970
 */
export function isHoliday(country: string, day: number): boolean {
  const days = known.get(country);
  if (days === undefined) return false;
  const before = days.get(day);
  if (before !== undefined) return before;
  const found = isIn(HOLIDAYS[country]!, day);
  days.set(day, found);
  return found;
}
