/** The rules of summer time, against the zone data that Node brings: only tests may look there. */
import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/base/time.ts';
import { hoursAhead, type Clock } from './clocks.ts';
import { timeZoneOf } from './languages.ts';
import { loadPreset } from './presets.ts';

const ZONES: readonly (readonly [zone: string, Clock])[] = [
  ['America/New_York', { offset: -5, summerTime: 'america' }],
  ['America/Los_Angeles', { offset: -8, summerTime: 'america' }],
  ['Europe/London', { offset: 0, summerTime: 'europe' }],
  ['Europe/Athens', { offset: 2, summerTime: 'europe' }],
  ['America/Mexico_City', { offset: -6, summerTime: 'mexico' }],
  ['America/Sao_Paulo', { offset: -3, summerTime: 'brazil' }],
  ['Australia/Sydney', { offset: 10, summerTime: 'australia' }],
  ['Pacific/Auckland', { offset: 12, summerTime: 'newZealand' }],
  ['Asia/Jerusalem', { offset: 2, summerTime: 'israel' }],
  ['Asia/Kolkata', { offset: 5.5, summerTime: undefined }],
];

/** Hours that a zone's clocks are ahead of GMT, by the text of a time there. */
function known(zone: string, time: number): number {
  const text = new Date(time / 1000).toLocaleString('sv-SE', { timeZone: zone });
  return (Date.parse(`${text.replace(' ', 'T')}Z`) * 1000 - Math.floor(time / 1e6) * 1e6) / HOUR;
}

const FROM = Date.UTC(2013, 0, 1) * 1000;
const TO = Date.UTC(2014, 11, 31) * 1000;

for (const [zone, clock] of ZONES) {
  forAll([fc.integer({ min: FROM / HOUR, max: TO / HOUR })], { numRuns: 300 })(
    `${zone}: as its clocks were in 2013 and 2014`,
    (hour) => {
      expect(hoursAhead(clock, hour * HOUR)).toBe(known(zone, hour * HOUR));
    },
  );
}

test('every hour about the changes of 2013 is right', () => {
  for (const [zone, clock] of ZONES)
    for (const day of [
      '2013-02-17',
      '2013-03-10',
      '2013-03-31',
      '2013-04-07',
      '2013-10-06',
      '2013-10-20',
      '2013-10-27',
      '2013-11-03',
    ])
      for (let hour = -24; hour < 48; hour += 1) {
        const time = Date.parse(`${day}T00:00:00Z`) * 1000 + hour * HOUR;
        expect([zone, day, hour, hoursAhead(clock, time)]).toEqual([zone, day, hour, known(zone, time)]);
      }
});

const SINCE: readonly (readonly [zone: string, Clock])[] = [
  ...ZONES,
  ['Africa/Cairo', { offset: 2, summerTime: undefined, country: { code: 'EG' } }],
  ['Europe/Moscow', { offset: 4, summerTime: undefined, country: { code: 'RU' } }],
];
const TODAY = Date.UTC(2023, 4, 1) * 1000;
const LATEST = Date.UTC(2026, 11, 31) * 1000;

for (const [zone, clock] of SINCE) {
  forAll([fc.integer({ min: TODAY / HOUR, max: LATEST / HOUR })], { numRuns: 300 })(
    `${zone}: as its clocks are from 2023 to 2026`,
    (hour) => {
      expect(hoursAhead(clock, hour * HOUR)).toBe(known(zone, hour * HOUR));
    },
  );
}

/** A time in each fortnight of a year, from February on. */
const hoursOf = (year: number): readonly number[] =>
  Array.from({ length: 23 }, (_, fortnight) => Date.UTC(year, 1, 3 + 14 * fortnight, 12) * 1000);

test('everybody’s clock has a name, and shows what that zone’s clocks show, in 2013 and now', () => {
  for (const country of loadPreset('mooc-2012').countries)
    for (const { hours } of country.zones) {
      const clock = { offset: hours, summerTime: country.summerTime, country };
      const zone = timeZoneOf(clock);
      expect(zone).not.toBe('UTC');
      for (const time of [...hoursOf(2013), ...hoursOf(2026)])
        expect([zone, time, hoursAhead(clock, time)]).toEqual([zone, time, known(zone, time)]);
    }
});

test('a year holds winter and summer', () => {
  const clock: Clock = { offset: 1, summerTime: 'europe' };
  const hours = Array.from({ length: 365 }, (_, day) => hoursAhead(clock, FROM + day * DAY));
  expect([...new Set(hours)]).toEqual([1, 2]);
});
