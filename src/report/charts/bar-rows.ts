import { html, type Markup } from '../page/html.ts';
import { WIDE } from './frame.ts';
import { fitted, textWidth } from './text-width.ts';

/** A named value. */
export interface BarRow {
  readonly label: string;
  readonly value: number;
  /** The value as it is to be read. */
  readonly text: string;
  /** The class that has its colour; that of single series by default. */
  readonly colour?: string;
  /** How the value came about over time: a line of its own, as high as its largest value. */
  readonly course?: readonly number[];
  /** Where a click on its label leads. */
  readonly href?: string;
}

const SPARKS = { wide: 110, narrow: 72 };
const LONGEST_LABEL = 290;

function spark(values: readonly number[], left: number, width: number, bottom: number): Markup {
  const largest = Math.max(1, ...values);
  const height = 16;
  const step = width / Math.max(1, values.length - 1);
  const points = values.map(
    (value, index) => `${(left + step * index).toFixed(1)} ${(bottom - (value / largest) * height).toFixed(1)}`,
  );
  return html`<line class="grid" x1="${left}" x2="${left + width}" y1="${bottom + 0.5}" y2="${bottom + 0.5}"/><polyline class="line thin" points="${points.join(' ')}"/>`;
}

/** Bars that lie below each other, each with its name and its value; on a phone the name stands above. */
export function barRows(width: number, rows: readonly BarRow[]): { height: number; marks: Markup } {
  const wide = width === WIDE;
  const label = (text: string) => fitted(text, wide ? LONGEST_LABEL : width);
  const row = wide ? 26 : 42;
  const sparks = wide ? SPARKS.wide : SPARKS.narrow;
  const left = wide ? Math.ceil(Math.max(0, ...rows.map((one) => textWidth(label(one.label)))) + 12) : 0;
  const values = Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text))) + 10);
  const hasCourse = rows.some(({ course }) => (course?.length ?? 0) > 1);
  const right = width - values - (hasCourse ? sparks + 20 : 0);
  const largest = Math.max(1, ...rows.map(({ value }) => value));
  const marks = rows.map(({ label: name, value, text, colour = 'single', course, href }, index) => {
    const top = index * row;
    const bar = wide ? top + 5 : top + 20;
    const length = value === 0 ? 0 : Math.max(1.5, (value / largest) * (right - left));
    const words = html`<text class="name" x="${wide ? left - 12 : 0}" y="${top + (wide ? 17 : 14)}" text-anchor="${wide ? 'end' : 'start'}">${label(name)}</text>`;
    return html`${href === undefined ? words : html`<a href="${href}" tabindex="-1">${words}</a>`}<rect class="${colour}" x="${left}" y="${bar}" width="${length}" height="16" rx="1"/><text x="${left + length + 6}" y="${bar + 12}">${text}</text>${hasCourse && course && spark(course, width - sparks - 2, sparks, bar + 16)}`;
  });
  return { height: Math.max(1, rows.length * row), marks: html`${marks}` };
}
