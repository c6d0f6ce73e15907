import { html, type Markup } from '../page/html.ts';
import { WIDE } from './frame.ts';
import { fitted, textWidth } from './text-width.ts';

/** Two shares of one thing, from the first to the second. */
export interface Dumbbell {
  readonly label: string;
  /** NaN where it is not known. */
  readonly from: number;
  readonly to: number;
}

/** Rows with a ring at the first share and a dot at the second. */
export function dumbbells(width: number, rows: readonly Dumbbell[]): { height: number; marks: Markup } {
  const wide = width === WIDE;
  const row = wide ? 22 : 36;
  const top = 26;
  const label = (text: string) => fitted(text, wide ? 240 : width);
  const left = wide ? Math.ceil(Math.max(0, ...rows.map((one) => textWidth(label(one.label)))) + 14) : 8;
  const right = width - 18;
  const x = (share: number) => left + share * (right - left);
  const height = top + rows.length * row + 6;
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      html`<line class="grid" x1="${x(share)}" x2="${x(share)}" y1="${top - 4}" y2="${height}"/><text x="${x(share)}" y="14" text-anchor="${share === 0 && !wide ? 'start' : 'middle'}" ${share === 0 && !wide ? html`dx="-8"` : ''}>${100 * share}%</text>`,
  );
  const marks = rows.map(({ label: name, from, to }, index) => {
    const y = top + index * row + (wide ? 11 : 26);
    const words = html`<text class="name halo" x="${wide ? left - 14 : 0}" y="${wide ? y + 4 : y - 10}" text-anchor="${wide ? 'end' : 'start'}">${label(name)}</text>`;
    const known = !Number.isNaN(from);
    return html`${words}${known && html`<line class="bond" x1="${x(from)}" x2="${x(to)}" y1="${y}" y2="${y}"/><circle class="ring" cx="${x(from)}" cy="${y}" r="5"/>`}<circle class="single" cx="${x(to)}" cy="${y}" r="3.5"/>`;
  });
  return { height, marks: html`${grid}${marks}` };
}
