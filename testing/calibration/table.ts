import type { Observed } from './observe.ts';
import { STATISTICS } from './statistics.ts';

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** What is measured in a run, beside its sources' figures, as a Markdown table. */
export function tableOf(observed: Observed): string {
  const rows = STATISTICS.map(({ row, what, target, band, source, measure }, index) => {
    const head = STATISTICS[index - 1]?.row === row ? '' : row;
    return `| ${head} | ${what} | ${short(target)} | ${short(measure(observed))} | ${band.map(short).join(' to ')} | ${source} |`;
  });
  return [
    '| what | statistic | target | measured | band | source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
