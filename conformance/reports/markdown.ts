import type { PropertyResult, RunResult } from '../runner/result.ts';
import { counted } from '../../src/base/format-number.ts';
import { alsoLines, causesOf, type Cause } from './causes.ts';
import { failureText, type Reproduction } from './failure.ts';
import { printable } from '../../src/base/printable.ts';
import { shownText } from './shown.ts';
import { verdicts } from './summary.ts';

type Again = (result: PropertyResult) => Reproduction;

/** Text that may come from anywhere, with nothing in it that Markdown, or HTML in it, would obey [CommonMark, 2.4]. */
const literal = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+!|~&@$]/g, '\\$&');

const cell = (text: string): string => literal(shownText(text, 200));

/** A fence longer than any that the text holds. */
function fenced(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}\n`;
}

const section = (result: PropertyResult, again: Again, also?: readonly string[]): string =>
  `## ${result.property.id} (${result.property.level}, ${result.dialect})\n\n${fenced(failureText(result, again(result), also).trimEnd())}\n`;

/** The other failures of a cause, in full, for who opens them. */
const folded = ({ others }: Cause, again: Again): string =>
  others.length === 0
    ? ''
    : `<details><summary>${counted(others.length, 'more failure')} of the same cause</summary>\n\n${others.map((result) => `#${section(result, again)}`).join('')}</details>\n\n`;

/** A run as Markdown, for a pull request or a wiki. */
export function markdown(run: RunResult, again: Again): string {
  const { claims, results, staleKnown } = run;
  const causes = causesOf(results);
  const rows = results.map(
    ({ property, dialect, status, words }) =>
      `| ${property.id} | ${property.level} | ${property.depth} | ${dialect} | ${status} | ${cell(words)} |\n`,
  );
  return [
    `# Conformance of ${literal(printable(`${claims.parser} ${claims.version}`.trim()))}\n\n`,
    ...verdicts(run).map((line) => `- ${line}\n`),
    ...staleKnown.map((line) => `- known failures: ${literal(printable(line))}\n`),
    '\n',
    ...causes.map((cause) => section(cause.first, again, alsoLines(cause, results)) + folded(cause, again)),
    '## All properties\n\n| property | level | depth | dialect | result | |\n| --- | --- | --- | --- | --- | --- |\n',
    ...rows,
  ].join('');
}
