import { pick, type Stream } from '../../../src/base/random/index.ts';
import type { ValidLine } from '../valid-line.ts';

/** A string that is a key, any other string, a number, one of true, false and null, or a mark, which is its own kind. */
export type Kind = 'key' | 'string' | 'number' | 'word' | '{' | '}' | '[' | ']' | ':' | ',';

/** A part of a JSON text; nothing but white space stands between two. */
export interface Token {
  readonly kind: Kind;
  /** As it stands there, a string with its quotes and escapes. */
  readonly text: string;
  readonly start: number;
}

const TOKEN = /"(?:[^"\\]+|\\.)*"|-?\d[-+.\dEe]*|[a-z]+|[^\s]/g;

function kindOf(token: string, next: string | undefined): Kind {
  if (token.startsWith('"')) return next === ':' ? 'key' : 'string';
  if (/^[-\d]/.test(token)) return 'number';
  return /^[a-z]/.test(token) ? 'word' : (token as Kind);
}

/** The tokens of a JSON text, in their order. */
export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: token, index: start }) => ({
    kind: kindOf(token, text[start + token.length]),
    text: token,
    start,
  }));

/** What lines with a rare kind hold after a key, so that others are passed over without taking them apart. */
const HINTS: { [K in Kind]?: RegExp } = { number: /": [-\d]/, word: /": [tfn]/ };

function tokensIn(line: ValidLine, kinds: readonly Kind[]): Token[] {
  const hint = kinds.length === 1 ? HINTS[kinds[0]!] : undefined;
  if (hint && !hint.test(line.text)) return [];
  return line.fields ? tokensOf(line.text).filter(({ kind }) => kinds.includes(kind)) : [];
}

/** Writes a token otherwise: gives what is to stand for it. */
export type Write = (token: string, random: Stream) => string;

/** A line with one of its tokens of some kinds written otherwise, picked by chance; undefined where it has none. */
export function rewriteOne(line: ValidLine, random: Stream, kinds: readonly Kind[], write: Write): string | undefined {
  const tokens = tokensIn(line, kinds);
  if (tokens.length === 0) return undefined;
  const { text, start } = pick(random, tokens);
  return line.text.slice(0, start) + write(text, random) + line.text.slice(start + text.length);
}

/** A line with each of its tokens of some kinds written otherwise; undefined where it has none. */
export function rewriteEach(line: ValidLine, random: Stream, kinds: readonly Kind[], write: Write): string | undefined {
  const tokens = tokensIn(line, kinds);
  if (tokens.length === 0) return undefined;
  let out = '';
  let end = 0;
  for (const { text, start } of tokens) {
    out += line.text.slice(end, start) + write(text, random);
    end = start + text.length;
  }
  return out + line.text.slice(end);
}

/** A character of a string token's inside, or an escape. */
const UNIT = /\\u[0-9a-fA-F]{4}|\\.|[^\\]/g;

/** The characters between a string token's quotes, escapes whole. */
export const unitsOf = (token: string): string[] => token.slice(1, -1).match(UNIT) ?? [];
