import { html, type Markup } from '../page/html.ts';
import { percent, position } from '../page/format-text.ts';

export const VIDEO_WIDTH = 168;
export const VIDEO_HEIGHT = 92;

/** The shares of a video's viewers who saw each part, and on top of them the parts that were seen again. */
export function videoCurve(seen: readonly number[], again: readonly number[], largest: number, length: number): Markup {
  const [top, bottom, right] = [14, VIDEO_HEIGHT - 16, VIDEO_WIDTH];
  const step = right / seen.length;
  const y = (share: number) => bottom - (share / largest) * (bottom - top);
  const outline = (values: readonly number[]) =>
    values.map((value, part) => `V${y(value).toFixed(1)}H${((part + 1) * step).toFixed(1)}`).join('');
  const all = seen.map((value, part) => value + again[part]!);
  return html`<path class="again" d="M0 ${bottom}${outline(all)}V${bottom}z"/><path class="single" d="M0 ${bottom}${outline(seen)}V${bottom}z"/><line class="over" x1="0" x2="${right}" y1="${y(1)}" y2="${y(1)}"/><line class="axis" x1="0" x2="${right}" y1="${bottom}" y2="${bottom}"/><text class="halo" x="${right}" y="${y(1) - 3}" text-anchor="end">${percent(1)}</text><text x="0" y="${VIDEO_HEIGHT - 3}">0:00</text><text x="${right}" y="${VIDEO_HEIGHT - 3}" text-anchor="end">${position(length)}</text>`;
}
