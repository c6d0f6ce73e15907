import { html, type Markup } from '../page/html.ts';
import { dayLabels } from './day-labels.ts';
import { frame, labelBelow, WIDE } from './frame.ts';

/** Values that share a colour. */
export interface Series {
  readonly name: string;
  /** The class that has its colour. */
  readonly colour: string;
  readonly values: readonly number[];
}

/** Bars over days, made of parts that stand on each other. */
export function stackedBars(
  width: number,
  starts: readonly number[],
  series: readonly Series[],
): { height: number; marks: Markup } {
  const height = width === WIDE ? 270 : 230;
  const totals = starts.map((_, index) => series.reduce((sum, { values }) => sum + values[index]!, 0));
  const plot = frame(width, height, Math.max(0, ...totals));
  const { left, right, y } = plot;
  const step = (right - left) / Math.max(1, starts.length);
  const bar = Math.min(step > 4 ? step * 0.8 : step * 0.9, 48);
  const x = (index: number) => left + step * (index + 0.5) - bar / 2;
  const floor = starts.map(() => 0);
  const paths = series.map(({ values, colour }) => {
    const parts = values.map((value, index) => {
      if (value === 0) return '';
      const from = y(floor[index]!);
      floor[index]! += value;
      const to = y(floor[index]!);
      return `M${x(index).toFixed(1)} ${from.toFixed(1)}h${bar.toFixed(1)}V${to.toFixed(1)}h${(-bar).toFixed(1)}z`;
    });
    return html`<path class="${colour}" d="${parts.join('')}"/>`;
  });
  const labels = dayLabels(starts, right - left).map(({ position, text }) =>
    labelBelow(plot, left + step * (position + 0.5), text),
  );
  return { height, marks: html`${plot.grid}${paths}${labels}` };
}
