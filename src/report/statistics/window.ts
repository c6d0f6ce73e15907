/** Range of days, numbers since 1970, both ends included. */
export interface Window {
  readonly first: number;
  readonly last: number;
}

/** Days of a gap that parts the window from other lines: a wrong clock is wrong by years, and two runs of one course are a year apart at most. */
const WIDEST_GAP = 400;

/**
 * The days to draw: those around the median line, as far as no gap of more than 400 days parts them. One line of 1970 or
 * of 2113 must not press a term into a single bar.
 *
 * @param lines how many there are by day
 * @returns undefined where there are none
 */
export function windowOf(lines: ReadonlyMap<number, number>): Window | undefined {
  const days = [...lines.keys()].sort((a, b) => a - b);
  if (days.length === 0) return undefined;
  let left = [...lines.values()].reduce((sum, count) => sum + count, 0) / 2;
  let middle = days.findIndex((day) => (left -= lines.get(day)!) <= 0);
  if (middle < 0) middle = days.length - 1;
  let first = middle;
  let last = middle;
  while (first > 0 && days[first]! - days[first - 1]! <= WIDEST_GAP) first -= 1;
  while (last < days.length - 1 && days[last + 1]! - days[last]! <= WIDEST_GAP) last += 1;
  return { first: days[first]!, last: days[last]! };
}

/** Bars that can be told apart. */
const MOST_BARS = 120;

/** Days of a bar: one, a week, four weeks, or as many weeks as it takes for the bars to be told apart. */
export function bucketDays({ first, last }: Window): number {
  const days = last - first + 1;
  if (days <= MOST_BARS) return 1;
  if (days <= 7 * MOST_BARS) return 7;
  return 28 * Math.ceil(days / (28 * MOST_BARS));
}
