/** How what was read differs from what was written, in words: the mistake that most likely made it so. */
import { isText } from '../../src/base/shape.ts';

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (isText(value)) return value === '' ? 'an empty text' : 'text';
  return typeof value === 'number' ? 'a number' : String(value);
}

const escapesUndone = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/** What programs do to texts, and how it is called. */
const DEEDS: readonly (readonly [words: string, deed: (text: string) => string])[] = [
  ['in small letters', (text) => text.toLowerCase()],
  ['in capitals', (text) => text.toUpperCase()],
  ['without the blanks at its ends', (text) => text.trim()],
  ['without the blanks at its ends', (text) => text.trimStart()],
  ['without the blanks at its ends', (text) => text.trimEnd()],
  ['in another Unicode normal form', (text) => text.normalize('NFC')],
  ['in another Unicode normal form', (text) => text.normalize('NFD')],
  ['in another Unicode normal form', (text) => text.normalize('NFKC')],
  ['with its UTF-8 taken for Latin-1', (text) => Buffer.from(text).toString('latin1')],
  ['in quotes, as JSON', (text) => JSON.stringify(text)],
  ['with its percent escapes undone', escapesUndone],
  ['with its pluses and percent escapes undone', (text) => escapesUndone(text.replaceAll('+', ' '))],
  ['percent-encoded', encodeURIComponent],
  ['with its HTML entities undone', (text) => text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)],
];

/** What programs leave undone: what was read, with it done, is what was written. */
const UNDONE: typeof DEEDS = [
  ['percent-encoded', escapesUndone],
  ['with pluses for its blanks', (text) => text.replaceAll('+', ' ')],
  ['form-encoded', (text) => escapesUndone(text.replaceAll('+', ' '))],
];

/** What was done to a text, or left undone; undefined where nothing that is known explains it. */
export const deedOf = (expected: string, got: string): string | undefined =>
  DEEDS.find(([, how]) => how(expected) === got)?.[0] ??
  UNDONE.find(([, how]) => got !== '' && how(got) === expected)?.[0];

function changeOfText(expected: string, got: string): string {
  const deed = deedOf(expected, got);
  if (deed !== undefined) return deed;
  if (got === '' || expected === '') return `${nameOf(got)} in place of ${nameOf(expected)}`;
  if (expected.startsWith(got)) return `cut after ${got.length} of ${expected.length} characters`;
  if (expected.endsWith(got)) return 'without its beginning';
  if (got.startsWith(expected)) return 'with more at its end';
  if (got.includes('\ufffd') && !expected.includes('\ufffd')) return 'with U+FFFD in place of characters';
  return 'another text';
}

function changeOfList(expected: readonly unknown[], got: readonly unknown[]): string {
  if (got.length !== expected.length) return `a list of ${got.length}, not ${expected.length}`;
  const sorted = (list: readonly unknown[]) =>
    list
      .map((item) => JSON.stringify(item))
      .sort()
      .join();
  return sorted(expected) === sorted(got) ? 'in another order' : 'another list';
}

/** How a value differs from the one expected: `in small letters`, `text in place of an object`, `missing`. */
export function changeOf(expected: unknown, got: unknown): string {
  if (got === undefined) return 'missing';
  if (expected === undefined) return 'not in the line';
  if (isText(expected) && isText(got)) return changeOfText(expected, got);
  if (Array.isArray(expected) && Array.isArray(got)) return changeOfList(expected, got);
  if (typeof expected === 'number' && typeof got === 'number') return 'another number';
  return `${nameOf(got)} in place of ${nameOf(expected)}`;
}
