import { html, type Markup } from '../page/html.ts';
import { WEEKDAYS } from '../page/format-text.ts';
import { WIDE } from './frame.ts';

/** How dark a cell is, of 1: the least that is something can be told from nothing. */
export const shade = (value: number, largest: number): number => (value === 0 ? 0 : 0.08 + 0.92 * (value / largest));

/** The hours of a week: a row a day, the darker the more. */
export function heatMap(width: number, hours: readonly number[]): { height: number; marks: Markup } {
  const [left, top] = [36, 22];
  const cell = (width - left - 2) / 24;
  const row = width === WIDE ? 26 : 24;
  const largest = Math.max(...hours);
  const cells = hours.map((value, hour) => {
    const x = left + (hour % 24) * cell;
    const y = top + Math.floor(hour / 24) * row;
    return html`<rect class="cell" x="${x}" y="${y}" width="${cell - 1}" height="${row - 1}"/>${value > 0 && html`<rect class="heat" x="${x}" y="${y}" width="${cell - 1}" height="${row - 1}" fill-opacity="${shade(value, largest)}"/>`}`;
  });
  const days = WEEKDAYS.map(
    (name, day) => html`<text x="${left - 8}" y="${top + (day + 0.5) * row + 4}" text-anchor="end">${name}</text>`,
  );
  const step = width === WIDE ? 3 : 6;
  const clock = Array.from({ length: 24 / step }, (_, index) => index * step).map(
    (hour) => html`<text x="${left + hour * cell}" y="14">${String(hour).padStart(2, '0')}:00</text>`,
  );
  return { height: top + 7 * row, marks: html`${clock}${days}${cells}` };
}
