import { html, type Markup } from '../page/html.ts';
import { dayRows, type DayRow } from './day-rows.ts';
import { shade } from './heat-map.ts';

/** A row of values over days. */
export interface Strip extends DayRow {
  readonly values: readonly number[];
}

/** Rows of cells over days, the darker the more. */
export function strips(
  width: number,
  starts: readonly number[],
  rows: readonly Strip[],
): { height: number; marks: Markup } {
  const largest = Math.max(1, ...rows.flatMap(({ values }) => values));
  return dayRows(width, starts, rows, ({ values }, { left, top, height, step }) => {
    const cells = values.map(
      (value, day) =>
        value > 0 &&
        html`<rect class="heat" x="${left + day * step}" y="${top}" width="${Math.max(0.5, step - (step > 4 ? 1 : 0))}" height="${height}" fill-opacity="${shade(value, largest)}"/>`,
    );
    return html`${cells}`;
  });
}
