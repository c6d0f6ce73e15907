import { html, type Markup } from '../page/html.ts';
import { dayRows, type DayRow } from './day-rows.ts';

/** A row of what lasts from one time to another, in days since 1970. */
export interface Span extends DayRow {
  readonly from: number;
  readonly to: number;
}

/** What is shorter than this on the axis is drawn as long, so that it is seen. */
const SHORTEST = 3;

/** Rows of bars over days, from when to when something lasts; what lies outside the days is left out. */
export function spans(
  width: number,
  starts: readonly number[],
  rows: readonly Span[],
): { height: number; marks: Markup } {
  const first = starts[0] ?? 0;
  const bucket = (starts[1] ?? first + 1) - first;
  return dayRows(width, starts, rows, ({ from, to }, { left, top, height, step }) => {
    const slot = (day: number): number => Math.min(Math.max((day - first) / bucket, 0), starts.length);
    const wide = Math.max(SHORTEST, (slot(to) - slot(from)) * step);
    const at = Math.min(left + slot(from) * step, left + starts.length * step - wide);
    const isThere = to >= first && from <= first + starts.length * bucket;
    return isThere ? html`<rect class="single" x="${at}" y="${top}" width="${wide}" height="${height}"/>` : html``;
  });
}
