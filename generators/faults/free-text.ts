import { integer, pick, type Stream } from '../../src/base/random/index.ts';
import type { FieldName } from '../../src/spec/index.ts';

/** The fields that hold any text, which every line has. */
export const FREE_TEXT = ['username', 'agent'] as const satisfies FieldName[];

/** Such a field's text, up to its first escape. */
const FREE_TEXTS = new RegExp(`"(?:${FREE_TEXT.join('|')})": "([^"\\\\]*)`, 'g');

/** Span in which the text of a line's username or agent lies, one of them by chance. Even a line that was cut has one. */
function spanOf(line: string, random: Stream): { start: number; end: number } {
  const { index, 0: all, 1: text } = pick(random, [...line.matchAll(FREE_TEXTS)]);
  const end = index + all.length;
  return { start: end - text!.length, end };
}

/** A line with something added in its username or agent. */
export function addToText(line: string, random: Stream, added: string): string {
  const { start, end } = spanOf(line, random);
  const at = integer(random, start, end);
  return line.slice(0, at) + added + line.slice(at);
}

/** A line with a character of its username or agent written otherwise; undefined where the one picked is empty. */
export function rewriteInText(line: string, random: Stream, write: (character: string) => string): string | undefined {
  const { start, end } = spanOf(line, random);
  if (start === end) return undefined;
  const at = integer(random, start, end - 1);
  return line.slice(0, at) + write(line[at]!) + line.slice(at + 1);
}
