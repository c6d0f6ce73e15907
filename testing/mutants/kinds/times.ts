import type { Json } from '../payloads.ts';
import { ReferenceParser } from '../reference-parser.ts';
import { changingField, mutants } from './mutant.ts';

const MINUTE = 60_000;

const USUAL = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.(\d{6}))?)(\+00:00)?$/;

/** Applies a function to times of the usual form. */
const changingTimes = (how: (time: string, fraction: string) => Json) =>
  class extends ReferenceParser {
    override readTime(time: Json): Json {
      const parts = typeof time === 'string' && USUAL.exec(time);
      if (!parts) return time;
      const [, local, fraction = '000000', offset = ''] = parts;
      const read = how(local!, fraction);
      return typeof read === 'string' ? read + offset : read;
    }
  };

/** The whole seconds of a time moved, its fraction as it was. */
const moved = (time: string, fraction: string, milliseconds: number): string =>
  `${new Date(Date.parse(`${time.slice(0, 19)}Z`) + milliseconds).toISOString().slice(0, -5)}.${fraction}`;

const seconds = (time: string): number => Date.parse(`${time.slice(0, 19)}Z`) / 1000;

const inZone = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (instant: number): number => {
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(instant)) ?? [
      undefined,
      '+',
      '0',
      '0',
    ];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  };
};
const newYork = inZone('America/New_York');
const london = inZone('Europe/London');

/** What becomes of a local time that is turned to GMT and back: the hour that summer time skips is none. */
function thereAndBack(time: string, fraction: string): string {
  const local = seconds(time) * 1000;
  const instant = local - newYork(local - newYork(local));
  return moved(time, fraction, instant + newYork(instant) - local);
}

export const timeMutants = mutants({
  'time-local': [
    'times-exact',
    'Reads times as those of New York.',
    changingTimes((time, fraction) => moved(time, fraction, -newYork(seconds(time) * 1000))),
  ],
  'time-of-london': [
    'times-exact',
    'Reads times as those of London, which in winter are GMT.',
    changingTimes((time, fraction) => moved(time, fraction, -london(seconds(time) * 1000))),
  ],
  'time-skips-summer-hour': [
    'times-exact',
    'Keeps times as local ones of New York, where one hour of spring does not exist.',
    changingTimes(thereAndBack),
  ],
  milliseconds: [
    'times-exact',
    'Keeps milliseconds only.',
    changingTimes((time, fraction) => `${time.slice(0, 19)}.${fraction.slice(0, 3)}000`),
  ],
  'time-whole-seconds': ['times-exact', 'Keeps whole seconds only.', changingTimes((time) => time.slice(0, 19))],
  'time-rounded': [
    'times-exact',
    'Rounds to ten microseconds, as a float of seconds since 0001 would.',
    changingTimes((time, fraction) => `${time.slice(0, 19)}.${fraction.slice(0, 5)}0`),
  ],
  'time-float': [
    'times-exact',
    'Reads the fraction as a float and cuts what is left of the last microsecond.',
    changingTimes(
      (time, fraction) => `${time.slice(0, 19)}.${String(Math.trunc(Number(`0.${fraction}`) * 1e6)).padStart(6, '0')}`,
    ),
  ],
  'time-since-1970-float': [
    'times-exact',
    'Keeps seconds since 1970 as a float, and cuts what is left of the last microsecond.',
    changingTimes((time, fraction) => {
      const float = seconds(time) + Number(`0.${fraction}`);
      return `${time.slice(0, 19)}.${String(Math.trunc((float - Math.floor(float)) * 1e6)).padStart(6, '0')}`;
    }),
  ],
  'time-zeros-lost': [
    'times-exact',
    'Reads the fraction as a whole number, which loses the zeros before it.',
    changingTimes((time, fraction) => `${time.slice(0, 19)}.${Number(fraction)}`),
  ],
  'time-of-12-hours': [
    'times-exact',
    'Takes hours of the afternoon for those of the morning.',
    changingTimes((time, fraction) => (Number(time.slice(11, 13)) < 13 ? time : moved(time, fraction, -720 * MINUTE))),
  ],
  'time-day-first': [
    'times-exact',
    'Swaps month and day where both are possible.',
    changingTimes((time) =>
      Number(time.slice(8, 10)) > 12
        ? time
        : `${time.slice(0, 5)}${time.slice(8, 10)}-${time.slice(5, 7)}${time.slice(10)}`,
    ),
  ],
  'time-leap-day-refused': [
    'times-exact',
    'Does not know the 29th of February.',
    changingTimes((time) => {
      if (time.slice(5, 10) === '02-29') throw new Error('no such day');
      return time;
    }),
  ],
  'time-of-32-bits': [
    'times-exact',
    'Keeps seconds since 1970 in 32 bits.',
    changingTimes((time, fraction) => moved(time, fraction, ((seconds(time) | 0) - seconds(time)) * 1000)),
  ],
  'time-two-digit-year': [
    'times-exact',
    'Keeps two digits of the year.',
    changingTimes((time) => `20${time.slice(2)}`),
  ],
  'offset-refused': [
    'times-exact',
    'Refuses a time with an offset.',
    changingField('time', (time) => {
      if (String(time).includes('+')) throw new Error('no time');
      return time;
    }),
    'current',
  ],
  'offset-of-server': [
    'times-exact',
    'Takes an offset of nothing for that of its own clock, five hours behind.',
    changingField('time', (time) => String(time).replace('+00:00', '-05:00')),
    'current',
  ],
  'fraction-before-offset-lost': [
    'times-exact',
    'Reads no fraction where an offset follows it.',
    changingField('time', (time) => String(time).replace(/\.\d+\+/, '+')),
    'current',
  ],
  'fraction-required': [
    'times-without-fraction',
    'Refuses a time without fraction.',
    changingTimes((time) => {
      if (!time.includes('.')) throw new Error('no fraction');
      return time;
    }),
    'deployed',
  ],
  'fraction-cut-unseen': [
    'times-without-fraction',
    'Cuts seven characters from the end of every time for the fraction.',
    changingTimes((time, fraction) => `${time.slice(0, -7)}.${fraction}`),
    'deployed',
  ],
});
