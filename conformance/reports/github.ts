import { randomUUID } from 'node:crypto';
import type { PropertyResult } from '../runner/result.ts';
import { failureText, type Reproduction } from './failure.ts';

const escapeText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeTitle = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A cause of failures as an annotation of GitHub Actions. */
export const annotation = (result: PropertyResult, again: Reproduction, also?: readonly string[]): string =>
  `::error title=${escapeTitle(`${result.property.id} (${result.dialect})`)}::${escapeText(failureText(result, again, also).trimEnd())}\n`;

/** Text in which GitHub Actions obeys nothing, though a parser's words may stand in it: a line that begins with :: is a command to it. */
export function uncommanded(text: string): string {
  const token = randomUUID();
  return `::stop-commands::${token}\n${text.endsWith('\n') ? text : `${text}\n`}::${token}::\n`;
}
