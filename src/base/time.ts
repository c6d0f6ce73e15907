/** Instants of a log: microseconds since 1970 in GMT, which a double holds exactly until the year 2255. */

export const MILLISECOND = 1000;
export const SECOND = 1000 * MILLISECOND;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Microseconds without an event that end a session, by the convention of those who analyse such logs [edx2bigquery]. */
export const SESSION_IDLE = 30 * MINUTE;

/** Whole numbers with leading zeros, by number: `007`. */
export const THREE_DIGITS = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'));

/** The same up to 59: `07`. */
export const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

let cachedDay = -1;
let cachedDayText = '';
let cachedMinute = -1;
let cachedMinuteText = '';

/**
 * The text of a second. Lines come in time order, so most share their minute with the line before: Date's own text takes ten times as
 * long. No remainders are taken, which for numbers so large are a call of a library each.
 */
function wholeSeconds(seconds: number): string {
  const minute = Math.floor(seconds / 60);
  if (minute !== cachedMinute) {
    const day = Math.floor(minute / (24 * 60));
    if (day !== cachedDay) {
      cachedDay = day;
      cachedDayText = new Date(day * (DAY / 1000)).toISOString().slice(0, 11);
    }
    cachedMinute = minute;
    cachedMinuteText = `${cachedDayText}${TWO_DIGITS[Math.floor(minute / 60) - 24 * day]}:${TWO_DIGITS[minute % 60]}:`;
  }
  return cachedMinuteText + TWO_DIGITS[seconds - 60 * minute];
}

/** `YYYY-MM-DDThh:mm:ss.xxxxxx`, always with its fraction. */
export function formatInstant(time: number): string {
  const seconds = Math.floor(time / SECOND);
  const micros = time - SECOND * seconds;
  const millis = Math.floor(micros / 1000);
  return wholeSeconds(seconds) + '.' + THREE_DIGITS[millis]! + THREE_DIGITS[micros - 1000 * millis]!;
}

/** The same as Python's isoformat has it: without the fraction where that is exactly zero. */
export const formatIsoformat = (time: number): string =>
  time % SECOND === 0 ? wholeSeconds(time / SECOND) : formatInstant(time);

/** The same of a time with a zone, which is GMT here. */
export const formatOffset = (time: number): string => `${formatIsoformat(time)}+00:00`;

const ZERO = 0x30;
const POINT = 0x2e;
const twoDigits = (text: string, at: number): number =>
  10 * (text.charCodeAt(at) - ZERO) + text.charCodeAt(at + 1) - ZERO;

let readMinuteText = '';
let readMinute = NaN;

/** Reads any of these forms, already known to be well-formed; NaN where there is no such time. */
export function parseInstant(text: string): number {
  const minuteText = text.slice(0, 17);
  if (minuteText !== readMinuteText) {
    readMinuteText = minuteText;
    readMinute = Date.parse(`${minuteText}00Z`) * 1000;
  }
  const seconds = twoDigits(text, 17);
  return seconds > 59
    ? NaN
    : readMinute + seconds * SECOND + (text.charCodeAt(19) === POINT ? Number(text.slice(20, 26)) : 0);
}

/** `YYYYMMDD`, as in the names of daily files. */
export const dayName = (time: number): string => formatInstant(time).slice(0, 10).replaceAll('-', '');
