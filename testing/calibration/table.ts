import type { Statistic } from './statistic.ts';
import { STATISTICS } from './statistics.ts';

const short = (value: number): string => String(Number(value.toPrecision(3)));

/** What is measured in a run, beside its sources' figures, as a Markdown table. */
export function tableOf(valueOf: (statistic: Statistic) => number): string {
  const rows = STATISTICS.map((statistic, index) => {
    const { row, what, target, band, source } = statistic;
    const head = STATISTICS[index - 1]?.row === row ? '' : row;
    return `| ${head} | ${what} | ${short(target)} | ${short(valueOf(statistic))} | ${band.map(short).join(' to ')} | ${source} |`;
  });
  return [
    '| what | statistic | target | measured | band | source |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
