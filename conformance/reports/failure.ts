/** A failure, told so that its reader can understand it and see it again. */
import { differenceLines } from './differences.ts';
import { linesOf } from '../subjects/lines.ts';
import type { PropertyResult } from '../runner/result.ts';
import type { Command } from '../subjects/trial.ts';
import { printable } from '../../src/base/printable.ts';
import { shownBytes, shownText } from './shown.ts';

/** How to see a failure again. */
export interface Reproduction {
  /** The file that the failing trial is stored in. */
  readonly file?: string | undefined;
  /** Commands, or calls, each of which shows it. */
  readonly by?: readonly string[];
}

const MOST_LINES = 12;

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function inputLines(command: Command, marked: number | undefined): string[] {
  if (command.cmd === 'archive') return [`    a tar of ${plural(command.bytes.length, 'byte')}`];
  const lines = linesOf(command.chunks);
  const from = Math.max(0, Math.min((marked ?? 0) - MOST_LINES / 2, lines.length - MOST_LINES));
  const shown = lines.slice(from, from + MOST_LINES).map((line, i) => {
    const number = from + i;
    return `  ${number === marked ? '>' : ' '} ${String(number + 1).padStart(3)} | ${shownBytes(line)}`;
  });
  return [...shown, ...(lines.length > MOST_LINES ? [`        (${lines.length} lines in all)`] : [])];
}

function pieces(command: Command): string {
  if (command.cmd === 'archive') return `archive ${command.name}`;
  const { chunks, fresh } = command;
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  const cut =
    chunks.length > 1
      ? ` in ${plural(chunks.length, 'chunk')} (${shownText(chunks.map(({ length }) => length).join(', '), 60)})`
      : '';
  return `${plural(size, 'byte')}${cut}${fresh ? ', asked of a fresh process' : ''}`;
}

/** The inputs of a failing trial, the line that went wrong marked. */
export function inputs({ failure }: PropertyResult): string[] {
  const { trial, mismatch } = failure!;
  return trial.steps.flatMap(({ command }, step) => {
    if (mismatch.kind === 'slow' && step > 0)
      return [`  input ${step + 1} of ${trial.steps.length}, ${pieces(command)}: the same, but larger`, ''];
    const here = step === mismatch.step;
    const title =
      trial.steps.length > 1
        ? `input ${step + 1} of ${trial.steps.length}, ${pieces(command)}`
        : `input, ${pieces(command)}`;
    return [`  ${title}`, ...inputLines(command, here ? mismatch.line : undefined), ''];
  });
}

function origin({ failure, runs }: PropertyResult): string {
  const { shrinks, path } = failure!;
  if (path === undefined) return '';
  return shrinks > 0 ? ` (run ${runs}, made smaller ${plural(shrinks, 'time')})` : ` (run ${runs})`;
}

/**
 * A failure as text, without its heading.
 *
 * @param also what else is of the same cause, in words
 */
export function failureText(result: PropertyResult, { by = [] }: Reproduction, also: readonly string[] = []): string {
  const { property, failure } = result;
  const { mismatch } = failure!;
  const words = mismatch.words
    ? [
        mismatch.kind === 'protocol' ? '  the offending text' : '  its last words',
        ...mismatch.words
          .split('\n')
          .slice(-8)
          .map((line) => `    ${printable(line)}`),
        '',
      ]
    : [];
  const { flaky, before = [] } = { ...mismatch, ...failure!.trial };
  const earlier = before.length === 0 ? '' : `${plural(before.length, 'command')} before it`;
  const comes = flaky
    ? [
        `  It is flaky: it did not come again with the same input${earlier && `, nor after the ${earlier}, which are stored with it`}.`,
        '',
      ]
    : earlier && [`  It comes only after the ${earlier} in the same process, which are stored with it.`, ''];
  const text = [
    `  ${property.statement} [${property.source}]`,
    '',
    `  But ${shownText(mismatch.message)}.${origin(result)}`,
    ...(mismatch.why === undefined ? [] : [`  Why: ${shownText(mismatch.why)}.`]),
    '',
    ...comes,
    ...inputs(result),
    ...(mismatch.differences.length > 0 ? [...differenceLines(mismatch.differences), ''] : []),
    ...words,
    ...(by.length > 0 ? ['  to see it again', ...by.map((line) => `    ${line}`), ''] : []),
    ...(also.length > 0 ? [...also, ''] : []),
  ];
  const spelled = text.some((line) => /⟨(U\+|0x)/.test(line))
    ? ['  (⟨U+000A⟩ is a character, ⟨0xFF⟩ a byte that is no UTF-8; backslashes are the input’s own.)', '']
    : [];
  return [...text, ...spelled].join('\n');
}
