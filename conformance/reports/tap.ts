import type { PropertyResult, RunResult } from '../runner/result.ts';
import { failureText, type Reproduction } from './failure.ts';
import { printable } from '../../src/base/printable.ts';

/** A # begins a directive, unless it is escaped. */
const words = (text: string): string => printable(text).replaceAll('#', '\\#');

function point(result: PropertyResult, number: number, again: (result: PropertyResult) => Reproduction): string {
  const { property, dialect, status } = result;
  const title = `${number} - ${property.id} (${property.level}, ${dialect})`;
  if (status === 'skipped') return `ok ${title} # SKIP ${words(result.words)}\n`;
  if (status === 'known') return `not ok ${title} # TODO ${words(result.words)}\n`;
  if (status !== 'failed') return `ok ${title}\n${result.words ? `# ${words(result.words)}\n` : ''}`;
  return `not ok ${title}\n${failureText(result, again(result))
    .trimEnd()
    .split('\n')
    .map((line) => `# ${line}\n`)
    .join('')}`;
}

/** A run in the Test Anything Protocol, version 13, which prove reads. */
export function tap({ results }: RunResult, again: (result: PropertyResult) => Reproduction): string {
  return `TAP version 13\n1..${results.length}\n${results.map((result, i) => point(result, i + 1, again)).join('')}`;
}
