/** JSON in other spellings that mean the same. */
import type { Json } from '../../src/line/index.ts';

/** How JSON is written. */
export interface Spelling {
  /** White space around and between tokens. */
  readonly gap: string;
  /** Which characters of strings are escaped though they need not be; `none` escapes what some readers take for the end of a line. */
  readonly escaped: 'raw' | 'none' | 'non-ascii' | 'slashes' | 'all' | 'all, upper case';
}

export const PLAIN: Spelling = { gap: '', escaped: 'none' };

const unit = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;
const escape = (text: string): string => text.replace(/[^]/g, (c) => unit(c.charCodeAt(0)));

const LINE_ENDS = /[\x7f-\x9f\u2028\u2029]/g;
const NON_ASCII = /[^\0-\x7f]/g;

function quote(text: string, escaped: Spelling['escaped']): string {
  switch (escaped) {
    case 'raw':
      return JSON.stringify(text);
    case 'none':
      return JSON.stringify(text).replace(LINE_ENDS, (c) => unit(c.charCodeAt(0)));
    case 'non-ascii':
      return JSON.stringify(text).replace(NON_ASCII, (c) => unit(c.charCodeAt(0)));
    case 'slashes':
      return quote(text, 'none').replaceAll('/', '\\/');
    case 'all':
      return `"${escape(text)}"`;
    default:
      return `"${escape(text).replace(/[a-f]+/g, (hex) => hex.toUpperCase())}"`;
  }
}

/** A value as JSON in a spelling. */
export function spell(value: Json, { gap, escaped }: Spelling): string {
  const write = (part: Json): string => {
    if (typeof part === 'string') return quote(part, escaped);
    if (typeof part !== 'object' || part === null) return JSON.stringify(part);
    const [open, items, close] = Array.isArray(part)
      ? ['[', part.map(write), ']']
      : ['{', Object.entries(part).map(([key, item]) => `${quote(key, escaped)}${gap}:${gap}${write(item)}`), '}'];
    return `${open}${gap}${items.join(`${gap},${gap}`)}${gap}${close}`;
  };
  return `${gap}${write(value)}${gap}`;
}

/** An object with its keys in another order, which some numbers decide. */
export function reorder<T>(fields: Readonly<Record<string, T>>, order: readonly number[]): Record<string, T> {
  const entries = Object.entries(fields);
  const ranked = entries.map((entry, i) => ({ entry, rank: order[i % Math.max(order.length, 1)] ?? 0 }));
  return Object.fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}
