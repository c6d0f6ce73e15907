import { html, type Markup } from '../page/html.ts';
import { dayLabels } from './day-labels.ts';
import { labelBelow, WIDE } from './frame.ts';
import { fitted, textWidth } from './text-width.ts';
import { shade } from './heat-map.ts';

/** A row of values over days. */
export interface Strip {
  readonly label: string;
  /** What stands at its right end. */
  readonly text: string;
  readonly values: readonly number[];
}

/** Rows of cells over days, the darker the more; on a phone the names stand above. */
export function strips(
  width: number,
  starts: readonly number[],
  rows: readonly Strip[],
): { height: number; marks: Markup } {
  const wide = width === WIDE;
  const row = wide ? 24 : 40;
  const short = (label: string) => fitted(label, 200);
  const left = wide ? Math.ceil(Math.max(0, ...rows.map(({ label }) => textWidth(short(label)))) + 12) : 0;
  const right = wide ? width - Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text))) + 12) : width;
  const step = (right - left) / Math.max(1, starts.length);
  const largest = Math.max(1, ...rows.flatMap(({ values }) => values));
  const marks = rows.map(({ label, text, values }, index) => {
    const top = index * row;
    const bar = wide ? top + 2 : top + 18;
    const cells = values.map(
      (value, day) =>
        value > 0 &&
        html`<rect class="heat" x="${left + day * step}" y="${bar}" width="${Math.max(0.5, step - (step > 4 ? 1 : 0))}" height="19" fill-opacity="${shade(value, largest)}"/>`,
    );
    const name = html`<text class="name" x="${wide ? left - 12 : 0}" y="${wide ? top + 16 : top + 13}" text-anchor="${wide ? 'end' : 'start'}">${short(label)}</text>`;
    const total = html`<text x="${width}" y="${wide ? top + 16 : top + 13}" text-anchor="end">${text}</text>`;
    return html`${name}<rect class="cell" x="${left}" y="${bar}" width="${right - left}" height="19"/>${cells}${total}`;
  });
  const bottom = rows.length * row;
  const labels = dayLabels(starts, right - left).map(({ position, text }) =>
    labelBelow({ left, width, bottom }, left + step * (position + 0.5), text),
  );
  return { height: bottom + 24, marks: html`${marks}${labels}` };
}
