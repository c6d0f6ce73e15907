import type { PropertyResult, RunResult } from '../result.ts';
import { failureText, type Reproduction } from './failure.ts';
import { printable } from '../../src/printable.ts';
import { shownText } from './shown.ts';
import { verdicts } from './summary.ts';

/** Text that may come from anywhere, with nothing in it that Markdown, or HTML in it, would obey [CommonMark, 2.4]. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&@$]/g, '\\$&');

const cell = (text: string): string => literal(shownText(text, 200));

/** A fence longer than any that the text holds. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}\n`;
}

/** A run as Markdown, for a pull request or a wiki. */
export function markdown(run: RunResult, again: (result: PropertyResult) => Reproduction): string {
  const { claims, results, staleKnown } = run;
  const failed = results.filter(({ status }) => status === 'failed');
  const rows = results.map(({ property, dialect, status, words }) => `| ${property.id} | ${property.level} | ${property.depth} | ${dialect} | ${status} | ${cell(words)} |\n`);
  return [
    `# Conformance of ${literal(printable(`${claims.parser} ${claims.version}`.trim()))}\n\n`,
    ...verdicts(run).map((line) => `- ${line}\n`),
    ...staleKnown.map((line) => `- known failures: ${literal(printable(line))}\n`),
    '\n',
    ...failed.map((result) => `## ${result.property.id} (${result.property.level}, ${result.dialect})\n\n${fenced(failureText(result, again(result)).trimEnd())}\n`),
    '## All properties\n\n| property | level | depth | dialect | result | |\n| --- | --- | --- | --- | --- | --- |\n',
    ...rows,
  ].join('');
}
