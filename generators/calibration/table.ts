import type { Observed } from './observe.ts';
import { STATISTICS } from './statistics.ts';

const BEGIN = '<!-- figures: made by npm run realism -->';
const END = '<!-- end of figures -->';

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** What is measured in a run, beside its sources' figures, as a Markdown table. */
export function tableOf(observed: Observed): string {
  const rows = STATISTICS.map(({ row, what, target, band, source, measure }, place) => {
    const head = STATISTICS[place - 1]?.row === row ? '' : row;
    return `| ${head} | ${what} | ${short(target)} | ${short(measure(observed))} | ${band.map(short).join(' to ')} | ${source} |`;
  });
  return ['| what | statistic | target | measured | band | source |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

/** A document with the table in its place. */
export function inDocument(text: string, table: string): string {
  const from = text.indexOf(BEGIN) + BEGIN.length;
  const to = text.indexOf(END);
  if (to < from) throw new Error(`the document has no place for the table, from ${BEGIN} to ${END}`);
  return `${text.slice(0, from)}\n\n${table}\n\n${text.slice(to)}`;
}
