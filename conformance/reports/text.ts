/** A run as text for a terminal or a log. */
import { styleText } from 'node:util';
import type { PropertyResult, RunResult } from '../runner/result.ts';
import { counted } from '../../src/base/format-number.ts';
import { printable } from '../../src/base/printable.ts';
import { alsoLines, causesOf } from './causes.ts';
import { failureText, type Reproduction } from './failure.ts';
import { table, verdicts } from './summary.ts';

/** How text is written. */
export interface TextOptions {
  readonly color: boolean;
  /** How to see a failure again. */
  readonly again: (result: PropertyResult) => Reproduction;
}

type Style = Parameters<typeof styleText>[0];

const styled = (color: boolean, style: Style, text: string): string => (color ? styleText(style, text) : text);

/** A failed property, and what else fails for the same cause. */
export function failed(result: PropertyResult, { color, again }: TextOptions, also: readonly string[] = []): string {
  const { property, dialect } = result;
  const heading = styled(color, ['red', 'bold'], `FAIL  ${property.id}`);
  return `${heading}  (${property.level}, ${property.depth}, ${dialect})\n${failureText(result, again(result), also)}\n`;
}

/** All failures, one told in full for each cause. */
export function failures(results: readonly PropertyResult[], options: TextOptions): string {
  const causes = causesOf(results);
  const count = causes.reduce((sum, { others }) => sum + 1 + others.length, 0);
  const total =
    count > 1
      ? [
          `${counted(count, 'failure')}, by ${causes.length === 1 ? 'one cause' : `${causes.length} causes`}, as it seems.\n`,
        ]
      : [];
  return [...causes.map((cause) => failed(cause.first, options, alsoLines(cause, results))), ...total].join('\n');
}

function told(results: readonly PropertyResult[], unclear: boolean): string[] {
  const each = results.filter(({ status, isUnclear = false }) => status === 'told' && isUnclear === unclear);
  return each.map(({ property, dialect, words }) => `  ${property.id} (${dialect}): ${printable(words)}`);
}

function known(results: readonly PropertyResult[]): string[] {
  return results
    .filter(({ status }) => status === 'known')
    .map(({ property, dialect, words }) => `  ${property.id} (${dialect}): ${printable(words)}`);
}

const section = (title: string, lines: readonly string[]): string[] => (lines.length > 0 ? [title, ...lines, ''] : []);

/** What follows the failures: what the parser does where it is free, known failures, noise, the table, the line for people. */
export function closing(result: RunResult, color: boolean): string {
  const { results, staleKnown, noise, claims, conforms, stopped } = result;
  const name = printable([claims.parser, claims.version].filter(Boolean).join(' '));
  const noisy =
    noise.count > 0
      ? [`${noise.count} lines of the adapter's were no answers; the first: ${printable(noise.first)}`, '']
      : [];
  const lines = verdicts(result).map((line) => styled(color, conforms ? 'green' : 'red', `${name} ${line}`));
  return [
    ...section('where the format leaves it free', told(results, false)),
    ...section('not measurable here', told(results, true)),
    ...section('known failures', known(results)),
    ...section(
      'the list of known failures is no longer true',
      staleKnown.map((line) => `  ${printable(line)}`),
    ),
    ...noisy,
    ...(stopped === undefined ? [] : [printable(stopped), '']),
    table(result),
    ...lines,
    '',
  ].join('\n');
}
