import { html, type Markup } from '../page/html.ts';
import { compact } from '../page/format-text.ts';
import { textWidth } from './text-width.ts';

/** The two widths that charts are drawn for: a page's column, and a phone's. */
export const WIDE = 720;
export const NARROW = 328;

/** Round numbers from 0 up to the largest value, 1, 2 or 5 times a power of ten apart. */
export function ticksTo(largest: number, count: number): number[] {
  const rough = largest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].find((factor) => factor * power >= rough)! * power);
  return Array.from({ length: Math.floor(largest / step) + 1 }, (_, index) => index * step);
}

/** The area in which marks stand, between a value axis on the left and a category axis below. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The height of a value. */
  readonly y: (value: number) => number;
  /** Lines and labels of the value axis. */
  readonly grid: Markup;
}

/** Makes a frame for values up to the largest. */
export function frame(width: number, height: number, most: number, label: (value: number) => string = compact): Frame {
  const largest = Math.max(most, 1);
  const ticks = ticksTo(largest, width === WIDE ? 5 : 4);
  const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(label(tick)))) + 8);
  const [right, top, bottom] = [width - 6, 10, height - 24];
  const y = (value: number) => bottom - (value / largest) * (bottom - top);
  const grid = html`${ticks.map(
    (tick) =>
      html`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${label(tick)}</text>`,
  )}`;
  return { width, height, left, right, top, bottom, y, grid };
}

/** A label below the frame, kept inside of the drawing. */
export function labelBelow(
  { left, width, bottom }: Pick<Frame, 'left' | 'width' | 'bottom'>,
  x: number,
  text: string,
): Markup {
  const half = textWidth(text) / 2;
  const anchor = x - half < 0 ? 'start' : x + half > width ? 'end' : 'middle';
  const at = anchor === 'start' ? Math.min(x, left) : anchor === 'end' ? width - 1 : x;
  return html`<line class="axis" x1="${x}" x2="${x}" y1="${bottom}" y2="${bottom + 4}"/><text x="${at}" y="${bottom + 18}" text-anchor="${anchor}">${text}</text>`;
}

/** Wraps a drawing, with what a screen reader says of it. */
export const svg = (
  width: number,
  height: number,
  id: string,
  title: string,
  description: string,
  marks: Markup,
): Markup =>
  html`<svg role="img" viewBox="0 0 ${width} ${height}" aria-labelledby="${id}-title ${id}-desc"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>${marks}</svg>`;
