import type { PropertyResult } from '../result.ts';
import { failureText, type Reproduction } from './failure.ts';

const escapeText = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeTitle = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A failed property as an annotation of GitHub Actions. */
export const annotation = (result: PropertyResult, again: Reproduction): string =>
  `::error title=${escapeTitle(`${result.property.id} (${result.dialect})`)}::${escapeText(failureText(result, again).trimEnd())}\n`;
