import { weekday } from '../statistics/activity.ts';
import { partsOf, shortDay } from '../page/format-text.ts';
import { textWidth } from './text-width.ts';

/** A label below an axis of days. */
export interface DayLabel {
  /** From the left, in slots of the axis. */
  readonly position: number;
  readonly text: string;
}

/** Days between labels; from a week on they are Mondays. */
const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820];
const GAP = 16;

/**
 * Labels for an axis of days: as many as have room, Mondays where not every day has one, and the year where it changes.
 *
 * @param starts the first day of each slot of the axis, evenly apart
 * @param width of the axis
 */
export function dayLabels(starts: readonly number[], width: number): DayLabel[] {
  if (starts.length === 0) return [];
  const bucket = (starts[1] ?? starts[0]! + 1) - starts[0]!;
  const days = starts.length * bucket;
  const longest = textWidth('30 Sep 2013') + GAP;
  const room = (step: number) =>
    (step * width) / days >= (step >= 364 || days > 300 ? longest : textWidth('30 Sep') + GAP);
  const step = Math.max(bucket, STEPS.find(room) ?? days);
  const anchor = step < 7 ? starts[0]! : starts[0]! + ((7 - weekday(starts[0]!)) % 7);
  const labels: DayLabel[] = [];
  let year = '';
  for (let day = anchor; day < starts[0]! + days; day += step) {
    const parts = partsOf(day);
    const text = parts.year !== year && (days > 300 || year !== '') ? `${shortDay(day)} ${parts.year}` : shortDay(day);
    year = parts.year;
    labels.push({ position: (day - starts[0]!) / bucket, text });
  }
  return labels;
}
