/** Figures and titles as people read them, whatever the locale. */
import { DAY, formatInstant, HOUR, MINUTE, SECOND } from '../../base/time.ts';
import { grouped } from '../../base/format-number.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The year, month and day of a day since 1970. */
export function partsOf(day: number): { year: string; month: string; date: number } {
  const text = formatInstant(day * DAY);
  return { year: text.slice(0, 4), month: MONTHS[Number(text.slice(5, 7)) - 1]!, date: Number(text.slice(8, 10)) };
}

/** `4 Mar` */
export function shortDay(day: number): string {
  const { date, month } = partsOf(day);
  return `${date} ${month}`;
}

/** `4 Mar 2013` */
export const longDay = (day: number): string => `${shortDay(day)} ${partsOf(day).year}`;

/** `2013-03-04 09:30`, of microseconds since 1970. */
export const minuteOf = (time: number): string => formatInstant(time).slice(0, 16).replace('T', ' ');

/** `37%`, `4.2%`, `under 0.1%` */
export function percent(share: number): string {
  if (Number.isNaN(share)) return 'unknown';
  if (share > 0 && share < 0.001) return 'under 0.1%';
  return `${share === 0 || share >= 0.1 ? Math.round(100 * share) : (100 * share).toFixed(1)}%`;
}

/** `45 s`, `13 min`, `2.5 h`, of microseconds. */
export function duration(time: number): string {
  if (time < MINUTE) return `${Math.round(time / SECOND)} s`;
  return time < 2 * HOUR ? `${Math.round(time / MINUTE)} min` : `${(time / HOUR).toFixed(1)} h`;
}

/** `7:47`, of seconds into a video. */
export function position(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [
    Math.floor(whole / 3600),
    Math.floor(whole / 60) % 60,
    String(whole % 60).padStart(2, '0'),
  ];
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

const UNITS = ['', 'k', 'M', 'G', 'T'];

/** `12`, `1.5k`, `20k`, `3M`: for axes. */
export function compact(value: number): string {
  const power = value < 10_000 ? 0 : Math.min(4, Math.floor(Math.log10(value) / 3));
  const scaled = value / 1000 ** power;
  return power === 0 && Number.isInteger(scaled)
    ? grouped(scaled)
    : `${Number(scaled.toFixed(scaled < 10 ? 1 : 0))}${UNITS[power]!}`;
}

/** A count of a sample as one of all: rounded, and said to be about that much. */
export const estimate = (count: number, oneIn: number): string =>
  oneIn === 1 ? grouped(count) : `about ${compact(Number((count * oneIn).toPrecision(2)))}`;

/** `1 learner`, `about 2k learners`. */
export const estimated = (count: number, oneIn: number, one: string): string =>
  `${estimate(count, oneIn)} ${count * oneIn === 1 ? one : `${one}s`}`;

/** `Welcome to the course`, of `i4x-MITx-6_00x-video-Welcome_to_the_course`. */
export const videoTitle = (id: string): string => id.replace(/^i4x-.*?-video-/, '').replaceAll('_', ' ');

/** `L1 Problem 2`, of `i4x://MITx/6.00x/problem/L1:L1_Problem_2`: a name that repeats its section's says it once. */
export function problemTitle(id: string): string {
  const title = id.slice(id.lastIndexOf('/') + 1);
  const colon = title.indexOf(':');
  const own = title.slice(colon + 1);
  return (own.startsWith(title.slice(0, Math.max(0, colon))) ? own : title).replaceAll('_', ' ');
}

/** A server's name, or that there is none. */
export const serverTitle = (name: string): string => name || 'no server named';
