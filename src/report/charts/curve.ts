import { html, type Markup } from '../page/html.ts';
import { frame, labelBelow, ticksTo, WIDE } from './frame.ts';

/** More cannot be seen. */
const MOST_STEPS = 1000;

/** A share that falls in steps, over a number of days. The dotted lines lead to the day on which it is a half. */
export function curve(
  width: number,
  name: string,
  points: readonly { readonly day: number; readonly share: number }[],
): { height: number; marks: Markup } {
  const height = width === WIDE ? 250 : 220;
  const plot = frame(width, height - 20, 100, (value) => `${value}%`);
  const { left, right, bottom, y } = plot;
  const days = Math.max(1, (points.at(-1)?.day ?? 0) + 1);
  const x = (day: number) => left + (day / days) * (right - left);
  const every = Math.ceil(points.length / MOST_STEPS);
  const steps = points
    .filter((_, index) => index % every === 0)
    .map(({ day, share }) => `V${y(100 * share).toFixed(1)}H${x(day + 1).toFixed(1)}`)
    .join('');
  const line = html`<path class="area" d="M${left} ${bottom}${steps}V${bottom}z"/><path class="line" d="M${left} ${y(100)}${steps}"/>`;
  const half = points.find(({ share }) => share < 0.5);
  const mark =
    half &&
    html`<line class="mark" x1="${x(half.day)}" x2="${x(half.day)}" y1="${y(50)}" y2="${bottom}"/><line class="mark" x1="${left}" x2="${x(half.day)}" y1="${y(50)}" y2="${y(50)}"/>`;
  const count = width === WIDE ? 10 : 5;
  const labels = ticksTo(days, count)
    .filter((tick) => tick <= days)
    .map((tick) => labelBelow(plot, x(tick), String(tick)));
  const below = html`<text x="${(left + right) / 2}" y="${height - 4}" text-anchor="middle">${name}</text>`;
  return { height, marks: html`${plot.grid}${line}${mark}${labels}${below}` };
}
