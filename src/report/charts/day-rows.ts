import { html, type Markup } from '../page/html.ts';
import { dayLabels } from './day-labels.ts';
import { labelBelow, WIDE } from './frame.ts';
import { fitted, textWidth } from './text-width.ts';

/** A row over days. */
export interface DayRow {
  readonly label: string;
  /** What stands at its right end. */
  readonly text: string;
}

/** Where a row's bar is, and how wide a slot of the axis. */
export interface Bar {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly step: number;
}

/** Rows over days, each with its name and what is in its bar; on a phone the names stand above. */
export function dayRows<Row extends DayRow>(
  width: number,
  starts: readonly number[],
  rows: readonly Row[],
  drawn: (row: Row, bar: Bar) => Markup,
): { height: number; marks: Markup } {
  const wide = width === WIDE;
  const row = wide ? 24 : 40;
  const short = (label: string) => fitted(label, 200);
  const left = wide ? Math.ceil(Math.max(0, ...rows.map(({ label }) => textWidth(short(label)))) + 12) : 0;
  const right = wide ? width - Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text))) + 12) : width;
  const step = (right - left) / Math.max(1, starts.length);
  const marks = rows.map((one, index) => {
    const top = index * row;
    const bar = { left, top: wide ? top + 2 : top + 18, height: 19, step };
    const name = html`<text class="name" x="${wide ? left - 12 : 0}" y="${wide ? top + 16 : top + 13}" text-anchor="${wide ? 'end' : 'start'}">${short(one.label)}</text>`;
    const total = html`<text x="${width}" y="${wide ? top + 16 : top + 13}" text-anchor="end">${one.text}</text>`;
    return html`${name}<rect class="cell" x="${left}" y="${bar.top}" width="${right - left}" height="19"/>${drawn(one, bar)}${total}`;
  });
  const bottom = rows.length * row;
  const labels = dayLabels(starts, right - left).map(({ position, text }) =>
    labelBelow({ left, width, bottom }, left + step * (position + 0.5), text),
  );
  return { height: bottom + 24, marks: html`${marks}${labels}` };
}
