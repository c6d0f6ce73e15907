import { HOUR, MINUTE } from '../../base/time.ts';

/** Where the bins of sittings' lengths end, each about twice as far as the one before. */
const ENDS = [1, 2, 5, 10, 20, 30, 60, 120, 240].map((minutes) => minutes * MINUTE);

const label = (time: number): string => (time < HOUR ? `${time / MINUTE} min` : `${time / HOUR} h`);

/** The names of the bins; a bin holds its lower end, not its upper one. */
export const LENGTH_BINS = [
  `under ${label(ENDS[0]!)}`,
  ...ENDS.slice(1).map((end, place) => `${label(ENDS[place]!)} to ${label(end)}`),
  `${label(ENDS.at(-1)!)} or more`,
];

/** The bin that a length, in microseconds, falls into. */
export function binOf(length: number): number {
  const place = ENDS.findIndex((end) => length < end);
  return place < 0 ? ENDS.length : place;
}
