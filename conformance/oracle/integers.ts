import type { Claims } from '../subjects/subject.ts';
import type { Difference } from './compare.ts';

/** Languages in which programs have doubles for all numbers that they read; a parser that names none may be of such a one. */
const OF_DOUBLES = [
  '',
  'javascript',
  'typescript',
  'node',
  'node.js',
  'deno',
  'coffeescript',
  'lua',
  'awk',
  'jq',
  'r',
  'matlab',
  'octave',
];

const hasDoublesOnly = ({ language }: Claims): boolean => OF_DOUBLES.includes(language.toLowerCase().split(' ', 1)[0]!);

/** The digits of an integer that an answer gives as a number of any size, or as text. */
function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'number' && Number.isInteger(value)) return `${BigInt(value)}`;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? value : undefined;
}

const at = (value: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (holder, key) =>
        typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
          ? (holder as Record<string, unknown>)[key]
          : undefined,
      value,
    );

/**
 * Where a record has another number than some integers. Digits as text are no other number; nor, in a language of doubles
 * alone, is the nearest double.
 *
 * @param integers by their paths in the record, as JSON pointers: their digits
 */
export function* integerDifferences(
  integers: Readonly<Record<string, string>>,
  record: unknown,
  claims: Claims,
): Generator<Difference> {
  for (const [path, expected] of Object.entries(integers)) {
    const got = digitsOf(at(record, path));
    const nearest = got !== undefined && hasDoublesOnly(claims) && Number(got) === Number(expected);
    if (got !== expected && !nearest) yield { path, expected, got: got ?? at(record, path) };
  }
}
