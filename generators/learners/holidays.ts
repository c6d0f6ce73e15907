/** Holidays by country: days on which fewer people study. */
import { DAY } from '../../src/base/time.ts';
import { dayOf } from './clocks.ts';

/** Holidays of a country: days of the year as `MM-DD`, and days after its Easter. */
interface Holidays {
  readonly fixed: readonly string[];
  /** The same of those that came later, and since which year. */
  readonly later?: Readonly<Record<string, number>>;
  readonly easter?: 'western' | 'orthodox';
  /** Days after Easter Sunday. */
  readonly after?: readonly number[];
  /** Feasts that move with another calendar, and the days after each that are free. */
  readonly moving?: Partial<Readonly<Record<keyof typeof MOVING, readonly number[]>>>;
}

/** The first year of the lists below. */
const FIRST_YEAR = 2012;

/**
 * Feasts of other calendars, `MM-DD` by year, 2012 to 2027: the first day of China's year (its calendar office), of the feasts
 * after Ramadan and of the sacrifice (Umm al-Qura; countries differ by a day), Diwali and Holi (India's lists of holidays). Other
 * years have none.
 */
const MOVING = {
  springFestival:
    '01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05 01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-06'.split(' '),
  fitr: '08-19 08-08 07-28 07-17 07-06 06-25 06-15 06-04 05-24 05-13 05-02 04-21 04-10 03-30 03-20 03-09'.split(' '),
  adha: '10-26 10-15 10-04 09-23 09-11 09-01 08-21 08-11 07-31 07-20 07-09 06-28 06-16 06-06 05-27 05-16'.split(' '),
  diwali: '11-13 11-03 10-23 11-11 10-30 10-19 11-07 10-27 11-14 11-04 10-24 11-12 11-01 10-20 11-08 10-29'.split(' '),
  holi: '03-08 03-27 03-17 03-06 03-24 03-13 03-02 03-21 03-10 03-29 03-18 03-08 03-25 03-14 03-04 03-22'.split(' '),
} as const;

const CHRISTMAS = ['12-24', '12-25', '12-26', '12-31', '01-01'] as const;

/** Laws of each country on public holidays as they stood in 2013, and what they have added until 2026; of those from Bangladesh on what is common to both. */
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
  NG: {
    fixed: [...CHRISTMAS, '05-01', '10-01'],
    later: { '06-12': 2019 },
    easter: 'western',
    after: [-2, 0, 1],
    moving: { fitr: [0, 1], adha: [0, 1] },
  },
  GR: { fixed: [...CHRISTMAS, '03-25', '05-01', '10-28'], easter: 'orthodox', after: [-48, -2, 0, 1] },
  RU: {
    fixed: ['12-31', '01-01', '01-02', '01-07', '02-23', '03-08', '05-01', '05-09', '06-12'],
    easter: 'orthodox',
    after: [0],
  },
  IN: { fixed: ['01-26', '08-15', '10-02'], moving: { diwali: [-1, 0, 1], holi: [0], fitr: [0], adha: [0] } },
  PK: { fixed: ['03-23', '05-01', '08-14', '12-25'], moving: { fitr: [0, 1, 2], adha: [0, 1, 2] } },
  CN: { fixed: ['01-01', '05-01', '10-01', '10-02', '10-03'], moving: { springFestival: [-1, 0, 1, 2, 3, 4, 5] } },
  JP: { fixed: ['01-01', '01-02', '01-03', '04-29', '05-03', '05-04', '05-05', '05-06'] },
  EG: { fixed: ['01-07', '01-25', '04-25', '05-01', '07-23'], moving: { fitr: [0, 1, 2], adha: [-1, 0, 1, 2] } },
  BD: { fixed: ['02-21', '03-26', '05-01', '12-16'], moving: { fitr: [-1, 0, 1], adha: [0, 1, 2] } },
  SG: {
    fixed: ['01-01', '05-01', '08-09', '12-25'],
    easter: 'western',
    after: [-2],
    moving: { springFestival: [0, 1] },
  },
  PH: {
    fixed: [...CHRISTMAS, '04-09', '05-01', '06-12', '11-01', '11-30', '12-30'],
    easter: 'western',
    after: [-3, -2, -1],
  },
  ID: { fixed: ['01-01', '08-17', '12-25'], moving: { fitr: [-1, 0, 1, 2], adha: [0] } },
  VN: { fixed: ['01-01', '04-30', '05-01', '09-02'], moving: { springFestival: [-1, 0, 1, 2, 3] } },
  MY: { fixed: ['05-01', '08-31', '12-25'], moving: { fitr: [0, 1], adha: [0], springFestival: [0, 1] } },
  TH: { fixed: ['01-01', '04-13', '04-14', '04-15', '05-01', '12-05', '12-10', '12-31'] },
  KR: {
    fixed: ['01-01', '03-01', '05-05', '06-06', '08-15', '10-03', '10-09', '12-25'],
    moving: { springFestival: [-1, 0, 1] },
  },
  TW: { fixed: ['01-01', '02-28', '04-04', '10-10'], moving: { springFestival: [-1, 0, 1, 2, 3] } },
  HK: {
    fixed: ['01-01', '05-01', '07-01', '10-01', '12-25', '12-26'],
    easter: 'western',
    after: [-2, -1, 1],
    moving: { springFestival: [0, 1, 2] },
  },
  LK: { fixed: ['01-14', '02-04', '04-13', '04-14', '05-01', '12-25'] },
  TR: { fixed: ['01-01', '04-23', '05-19', '08-30', '10-29'], moving: { fitr: [0, 1, 2], adha: [0, 1, 2, 3] } },
  UA: {
    fixed: ['01-01', '01-07', '03-08', '05-01', '05-09', '06-28', '08-24'],
    easter: 'orthodox',
    after: [0, 1, 49, 50],
  },
  RO: { fixed: [...CHRISTMAS, '01-02', '05-01', '08-15', '11-30', '12-01'], easter: 'orthodox', after: [0, 1, 49, 50] },
  IT: {
    fixed: [...CHRISTMAS, '01-06', '04-25', '05-01', '06-02', '08-15', '11-01', '12-08'],
    easter: 'western',
    after: [0, 1],
  },
  NL: { fixed: [...CHRISTMAS, '04-27'], easter: 'western', after: [0, 1, 39, 50] },
  PT: { fixed: [...CHRISTMAS, '04-25', '05-01', '06-10', '08-15', '12-08'], easter: 'western', after: [-2, 0] },
  SE: { fixed: [...CHRISTMAS, '01-06', '05-01', '06-06'], easter: 'western', after: [-2, 0, 1, 39] },
  NO: { fixed: [...CHRISTMAS, '05-01', '05-17'], easter: 'western', after: [-3, -2, 0, 1, 39, 50] },
  DK: { fixed: [...CHRISTMAS, '06-05'], easter: 'western', after: [-3, -2, 0, 1, 39, 50] },
  BE: { fixed: [...CHRISTMAS, '05-01', '07-21', '08-15', '11-01', '11-11'], easter: 'western', after: [0, 1, 39, 50] },
  CH: { fixed: [...CHRISTMAS, '01-02', '08-01'], easter: 'western', after: [-2, 0, 1, 39, 50] },
  AT: {
    fixed: [...CHRISTMAS, '01-06', '05-01', '08-15', '10-26', '11-01', '12-08'],
    easter: 'western',
    after: [0, 1, 39, 50, 60],
  },
  IE: { fixed: [...CHRISTMAS, '03-17'], easter: 'western', after: [-2, 0, 1] },
  CZ: {
    fixed: [...CHRISTMAS, '05-01', '05-08', '07-05', '07-06', '09-28', '10-28', '11-17'],
    easter: 'western',
    after: [0, 1],
  },
  BG: {
    fixed: [...CHRISTMAS, '03-03', '05-01', '05-06', '05-24', '09-06', '09-22'],
    easter: 'orthodox',
    after: [-2, 0, 1],
  },
  SA: { fixed: ['09-23'], moving: { fitr: [-1, 0, 1, 2, 3], adha: [-1, 0, 1, 2, 3] } },
  AE: { fixed: ['01-01', '12-02', '12-03'], moving: { fitr: [0, 1, 2], adha: [-1, 0, 1, 2] } },
  DZ: { fixed: ['01-01', '05-01', '07-05', '11-01'], moving: { fitr: [0, 1], adha: [0, 1] } },
  TN: { fixed: ['01-01', '03-20', '04-09', '05-01', '07-25'], moving: { fitr: [0, 1], adha: [0, 1] } },
  KE: { fixed: [...CHRISTMAS, '05-01', '06-01', '10-20', '12-12'], easter: 'western', after: [-2, 0, 1] },
  GH: { fixed: [...CHRISTMAS, '03-06', '05-01'], easter: 'western', after: [-2, 0, 1] },
  ZA: {
    fixed: [...CHRISTMAS, '03-21', '04-27', '05-01', '06-16', '08-09', '09-24', '12-16'],
    easter: 'western',
    after: [-2, 0, 1],
  },
  ET: { fixed: ['01-07', '01-19', '03-02', '05-01', '05-05', '05-28'], easter: 'orthodox', after: [-2, 0] },
  AR: {
    fixed: [...CHRISTMAS, '03-24', '04-02', '05-01', '05-25', '07-09', '12-08'],
    easter: 'western',
    after: [-48, -47, -2, 0],
  },
  PE: {
    fixed: [...CHRISTMAS, '05-01', '06-29', '07-28', '07-29', '08-30', '10-08', '11-01', '12-08'],
    easter: 'western',
    after: [-3, -2, 0],
  },
  EC: {
    fixed: [...CHRISTMAS, '05-01', '05-24', '08-10', '10-09', '11-02', '11-03'],
    easter: 'western',
    after: [-48, -47, -2, 0],
  },
  VE: {
    fixed: [...CHRISTMAS, '04-19', '05-01', '06-24', '07-05', '07-24', '10-12'],
    easter: 'western',
    after: [-48, -47, -3, -2, 0],
  },
  DO: { fixed: [...CHRISTMAS, '02-27', '05-01', '08-16'], easter: 'western', after: [-2, 0] },
  GT: { fixed: [...CHRISTMAS, '05-01', '06-30', '09-15', '11-01'], easter: 'western', after: [-3, -2, 0] },
  CR: {
    fixed: [...CHRISTMAS, '04-11', '05-01', '07-25', '08-02', '08-15', '09-15'],
    easter: 'western',
    after: [-3, -2, 0],
  },
  BO: {
    fixed: [...CHRISTMAS, '01-22', '05-01', '06-21', '08-06', '11-02'],
    easter: 'western',
    after: [-48, -47, -2, 60],
  },
  KZ: { fixed: ['01-01', '01-02', '03-08', '03-21', '03-22', '03-23', '05-01', '05-09', '07-06', '08-30', '12-16'] },
  BY: { fixed: ['01-01', '01-07', '03-08', '05-01', '05-09', '07-03', '11-07', '12-25'] },
  NZ: { fixed: [...CHRISTMAS, '01-02', '02-06', '04-25'], easter: 'western', after: [-2, 0, 1] },
};

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

/** Easter Sunday of a year, as a day since 1970. */
export const easterOf = (rite: NonNullable<Holidays['easter']>, year: number): number =>
  (rite === 'western' ? westernEaster : orthodoxEaster)(year);

/** The day of a moving feast in a year, since 1970. */
export function feast(name: keyof typeof MOVING, year: number): number | undefined {
  const date = MOVING[name][year - FIRST_YEAR];
  return date === undefined ? undefined : dayOf(year, Number(date.slice(0, 2)), Number(date.slice(3)));
}

function isIn({ fixed, later, easter, after = [], moving = {} }: Holidays, day: number): boolean {
  const date = new Date((day * DAY) / 1000);
  const year = date.getUTCFullYear();
  const name = date.toISOString().slice(5, 10);
  if (fixed.includes(name) || year >= (later?.[name] ?? Infinity)) return true;
  for (const [feastName, free] of Object.entries(moving))
    if (free.includes(day - (feast(feastName as keyof typeof MOVING, year) ?? NaN))) return true;
  if (easter === undefined) return false;
  return after.includes(day - easterOf(easter, year));
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
