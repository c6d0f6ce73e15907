import type { RunResult } from '../runner/result.ts';
import { escapeMarkup } from './shown.ts';

/** Width of a text in pixels, about, in an 11 pixel sans-serif. */
const widthOf = (text: string): number => Math.round(text.length * 6.6) + 12;

/** A run as a badge: an SVG of two words. */
export function badge({ results, conforms, claims }: RunResult): string {
  const tried = results.filter(({ status }) => ['passed', 'failed', 'known'].includes(status));
  const passed = tried.filter(({ status }) => status === 'passed').length;
  const label = 'edX tracking logs';
  const value = `${claims.depth} ${passed}/${tried.length}`;
  const [left, right] = [widthOf(label), widthOf(value)];
  const color = conforms ? '#2e7d32' : '#c62828';
  const text = (x: number, words: string) => `<text x="${x}" y="14" text-anchor="middle">${escapeMarkup(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${escapeMarkup(`${label}: ${value}`)}"><title>${escapeMarkup(`${label}: ${value}`)}</title><rect width="${left}" height="20" fill="#555"/><rect x="${left}" width="${right}" height="20" fill="${color}"/><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(left / 2, label)}${text(left + right / 2, value)}</g></svg>\n`;
}
