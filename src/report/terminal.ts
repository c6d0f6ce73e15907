import { styleText } from 'node:util';
import { counted, grouped } from '../base/format-number.ts';
import { printable } from '../base/printable.ts';
import { keyFigures, period, warnings, type Report } from './page/page.ts';
import { shortened } from './page/html.ts';
import { bucketName } from './page/section-activity.ts';
import { reproduction } from './page/section-run.ts';
import { inBuckets } from './page/section-servers.ts';
import { trueFigures } from './page/true-figures.ts';
import {
  problemTitle,
  serverTitle,
  videoTitle,
  compact,
  duration,
  percent,
  shortDay,
  WEEKDAYS,
} from './page/format-text.ts';
import { FAMILIES } from './statistics/families.ts';
import { LENGTH_BINS } from './statistics/sessions.ts';
import type { Summary } from './statistics/summarize.ts';
import type { TruthRead } from './truth.ts';

/** What the terminal is like. */
export interface TerminalOptions {
  readonly colours: boolean;
  /** How many characters fit beside each other. */
  readonly columns: number;
}

const LEVELS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const SHADES = [' ', '░', '▒', '▓', '█'];
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Rows of videos, problems, servers and faults; a page has them all. */
const MOST_ROWS = 12;
const NARROWEST = 60;
const WIDEST = 110;
const LABEL = 34;

/** The sums of as many groups as fit, each of as many neighbours as the others. */
function summed(values: readonly number[], most: number): number[] {
  const size = Math.ceil(values.length / most);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) =>
    values.slice(index * size, (index + 1) * size).reduce((sum, value) => sum + value, 0),
  );
}

/** `▂▅█▃`: the heights of values; nothing is a space. */
export function sparkline(values: readonly number[], most: number): string {
  const groups = values.length === 0 ? [] : summed(values, most);
  const largest = Math.max(...groups);
  return groups.map((value) => (value > 0 ? LEVELS[Math.min(7, Math.floor((value / largest) * 8))]! : ' ')).join('');
}

/** A bar of a length, in eighths of a character. */
function bar(share: number, columns: number): string {
  const eighths = share > 0 ? Math.max(1, Math.round(share * columns * 8)) : 0;
  return '█'.repeat(eighths >> 3) + EIGHTHS[eighths % 8]!;
}

/** Prints parts of a report within some columns. */
class Printer {
  readonly #columns: number;
  readonly #colours: boolean;
  readonly #lines: string[] = [];

  constructor({ colours, columns }: TerminalOptions) {
    this.#colours = colours;
    this.#columns = Math.min(Math.max(columns, NARROWEST), WIDEST);
  }

  get text(): string {
    return `${this.#lines.map((line) => line.trimEnd()).join('\n')}\n`;
  }

  heading(text: string, about = ''): void {
    this.#lines.push('', `${this.#style('bold', text)}${about && `  ${this.#style('dim', about)}`}`);
  }

  /** A sentence, broken between its words. */
  sentence(text: string, first = '', style?: Parameters<typeof styleText>[0]): void {
    this.#words(text.split(' '), first, style);
  }

  #words(words: readonly string[], first: string, style?: Parameters<typeof styleText>[0]): void {
    let line = first;
    for (const word of words.map(printable)) {
      if (line.length + word.length > this.#columns) {
        this.#lines.push(style ? this.#style(style, line) : line);
        line = ' '.repeat(first.length);
      }
      line += `${word} `;
    }
    this.#lines.push(style ? this.#style(style, line) : line);
  }

  /** Values and their names, several beside each other. */
  pairs(pairs: readonly (readonly [string, string])[]): void {
    this.#words(
      pairs.map(([value, name]) => `${value} ${name} `),
      '',
    );
  }

  /** A name, a value and a sparkline. */
  spark(name: string, value: string, values: readonly number[]): void {
    const line = sparkline(values, this.#columns - LABEL - 12);
    this.#lines.push(`${this.#label(name)} ${value.padStart(8)}  ${this.#style('cyan', line)}`);
  }

  /** A name, a bar and what it stands for. */
  bar(name: string, share: number, text: string): void {
    this.#lines.push(`${this.#label(name)} ${this.#style('cyan', bar(share, this.#columns - LABEL - 20))} ${text}`);
  }

  plain(text: string): void {
    this.#lines.push(text);
  }

  shades(text: string): string {
    return this.#style('cyan', text);
  }

  #label(name: string): string {
    return shortened(printable(name), LABEL).padEnd(LABEL);
  }

  #style(style: Parameters<typeof styleText>[0], text: string): string {
    return this.#colours ? styleText(style, text) : text;
  }
}

function time(to: Printer, { families, types, starts, bucket, active, learnersOneIn, lines }: Summary): void {
  if (starts.length === 0) return;
  const from = `by ${bucketName(bucket)}, ${shortDay(starts[0]!)} to ${shortDay(starts.at(-1)!)}`;
  to.heading('Activity', from);
  for (const [family, values] of families.entries()) {
    const total = values.reduce((sum, value) => sum + value, 0);
    if (total > 0) to.spark(FAMILIES[family]!, compact(total), values);
  }
  to.heading('Active learners', from);
  to.spark(`most in one ${bucketName(bucket)}`, compact(Math.max(...active) * learnersOneIn), active);
  to.heading('Event types', 'all lines');
  for (const { id, lines: count } of types)
    to.bar(id, count / types[0]!.lines, `${compact(count)}  ${percent(count / lines)}`);
}

function week(to: Printer, { hours }: Summary): void {
  const largest = Math.max(...hours);
  if (largest === 0) return;
  to.heading('Hours of the week', `GMT; █ is ${grouped(Math.round(largest))} events an hour`);
  to.plain(`     ${[0, 6, 12, 18].map((hour) => `${String(hour).padStart(2, '0')}:00`.padEnd(12)).join('')}`);
  for (const [day, name] of WEEKDAYS.entries()) {
    const cells = hours
      .slice(day * 24, day * 24 + 24)
      .map((value) => SHADES[Math.ceil((value / largest) * 4)]!.repeat(2));
    to.plain(`${name}  ${to.shades(cells.join(''))}`);
  }
}

function people(to: Printer, { survival, sessions, lengths, quartiles }: Summary): void {
  if (survival.length > 1) {
    to.heading('Survival', `share of learners still to be seen, by days since their first, to ${survival.at(-1)!.day}`);
    to.spark(
      '',
      percent(survival.at(-1)!.share),
      survival.map(({ share }) => share),
    );
  }
  if (sessions === 0) return;
  to.heading('Session lengths', `median ${duration(quartiles[1])}`);
  const most = Math.max(...lengths);
  for (const [bin, count] of lengths.entries()) to.bar(LENGTH_BINS[bin]!, count / most, percent(count / sessions));
}

function course(to: Printer, { watched, tried, viewersOneIn, learnersOneIn }: Summary): void {
  const videos = [...watched].sort((a, b) => b.viewers - a.viewers).slice(0, MOST_ROWS);
  if (videos.length > 0)
    to.heading('Videos', `viewers, and how many see each part; ${videos.length} of ${grouped(watched.length)}`);
  for (const { id, viewers, seen } of videos) to.spark(videoTitle(id), compact(viewers * viewersOneIn), seen);
  const problems = [...tried].sort((a, b) => b.learners - a.learners).slice(0, MOST_ROWS);
  if (problems.length > 0)
    to.heading(
      'Problems',
      `learners right in the end; at the first attempt; ${problems.length} of ${grouped(tried.length)}`,
    );
  for (const { id, learners, solvers, firstCorrect } of problems) {
    const solved = learners > 0 ? solvers / learners : 0;
    to.bar(
      problemTitle(id),
      solved,
      `${percent(solved)}; ${percent(firstCorrect)} of ${compact(learners * learnersOneIn)}`,
    );
  }
}

/** The truth in a paragraph; a page has what lines do not tell, too. */
function told(to: Printer, truth: TruthRead, summary: Summary): void {
  to.heading('The truth', 'in brackets what is counted above');
  if ('leftOut' in truth) to.sentence(`left out: ${truth.leftOut}`);
  else {
    const figures = trueFigures(truth, summary).flatMap(({ what, real, measured }) =>
      measured === undefined ? [] : [`${what}: ${real} (${measured})`],
    );
    to.sentence(`${figures.join('; ')}.`);
  }
}

function surroundings(to: Printer, { summary, manifest, truth, incidents, faults }: Report): void {
  const { servers, starts, bucket } = summary;
  to.heading('Servers', counted(summary.fileCount, 'file'));
  for (const server of servers.slice(0, MOST_ROWS))
    to.spark(serverTitle(server.name), compact(server.lines), inBuckets(server, starts, bucket));
  if (incidents.length > 0) {
    to.heading('Incidents', 'what went wrong, by truth/incidents.jsonl');
    for (const { id, from, to: end, people: players, written, changed, missing } of incidents.slice(0, MOST_ROWS))
      to.sentence(
        `${printable(id)}: ${printable(from)} to ${printable(end)}, ${counted(players, 'person', 'people')}; lines: ${grouped(written)} written, ${grouped(changed)} changed, ${grouped(missing)} missing.`,
      );
  }
  if (faults?.[0]) {
    to.heading('Faults', 'labels in faults.jsonl');
    for (const { fault, count } of faults) to.bar(fault, count / faults[0].count, grouped(count));
  }
  if (truth) told(to, truth, summary);
  if (!manifest) return;
  to.heading('The run', `edxgen ${printable(manifest.edxgen)}`);
  to.sentence(reproduction(manifest).join(' '));
}

/** The report in characters, for those who have nothing else at hand. */
export function terminalReport(report: Report, options: TerminalOptions): string {
  const { title, summary } = report;
  const to = new Printer(options);
  to.sentence(`${title}: ${period(summary)}`, '', 'bold');
  to.pairs(keyFigures(summary));
  for (const warning of warnings(summary)) to.sentence(warning, '! ', 'yellow');
  for (const { oneIn, who } of [
    { oneIn: summary.learnersOneIn, who: 'learners' },
    { oneIn: summary.viewersOneIn, who: 'viewers of videos' },
  ]) {
    if (oneIn > 1) to.sentence(`What is told of ${who} is estimated from one in ${oneIn}.`, '! ', 'yellow');
  }
  time(to, summary);
  week(to, summary);
  people(to, summary);
  course(to, summary);
  surroundings(to, report);
  return to.text;
}
