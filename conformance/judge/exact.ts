/** Integers to the last digit: JavaScript's own numbers lose some beyond 2^53. */
import type { Claims } from '../subject.ts';
import type { Difference } from './compare.ts';

/** What of a JSON text is a string, or a number. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const NUMBER = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** No integer of a trial has as many digits. */
const MOST_DIGITS = 100;

const isSafe = (value: bigint): boolean => value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);

/** A number's value where it is whole, however it is written: 1e2 is 100. */
function wholeOf(token: string): bigint | undefined {
  const [, whole, fraction = '', exponent = '0'] = NUMBER.exec(token) ?? [];
  const shift = Number(exponent) - fraction.length;
  if (whole === undefined || Math.abs(shift) + token.length > MOST_DIGITS) return undefined;
  const digits = BigInt(whole + fraction);
  const scale = 10n ** BigInt(Math.abs(shift));
  if (shift >= 0) return digits * scale;
  return digits % scale === 0n ? digits / scale : undefined;
}

/**
 * Reads JSON; whole numbers that JavaScript would not tell exactly are given as text, in digits.
 *
 * @throws SyntaxError for what is no JSON
 */
export function exactJson(text: string): unknown {
  const digits = text.replace(TOKEN, (token) => {
    const whole = token.startsWith('"') ? undefined : wholeOf(token);
    return whole === undefined || isSafe(whole) ? token : `"${whole}"`;
  });
  return JSON.parse(digits) as unknown;
}

/** Languages in which programs have doubles for all numbers that they read; a parser that names none may be of such a one. */
const OF_DOUBLES = ['', 'javascript', 'typescript', 'node', 'node.js', 'deno', 'coffeescript', 'lua', 'awk', 'jq', 'r', 'matlab', 'octave'];

const hasDoublesOnly = ({ language }: Claims): boolean => OF_DOUBLES.includes(language.toLowerCase().split(' ', 1)[0]!);

/** The digits of an integer that an answer gives as a number of any size, or as text. */
function digitsOf(value: unknown): string | undefined {
  if (typeof value === 'bigint') return `${value}`;
  if (typeof value === 'number' && Number.isInteger(value)) return `${BigInt(value)}`;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? value : undefined;
}

const at = (value: unknown, path: string): unknown =>
  path.split('/').slice(1).reduce<unknown>((holder, key) => (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined), value);

/**
 * Where a record has another number than some integers. Digits as text are no other number; nor, in a language of doubles
 * alone, is the nearest double.
 *
 * @param integers by their places in the record, as JSON pointers: their digits
 */
export function* integerDifferences(integers: Readonly<Record<string, string>>, record: unknown, claims: Claims): Generator<Difference> {
  for (const [path, expected] of Object.entries(integers)) {
    const got = digitsOf(at(record, path));
    const nearest = got !== undefined && hasDoublesOnly(claims) && Number(got) === Number(expected);
    if (got !== expected && !nearest) yield { path, expected, got: got ?? at(record, path) };
  }
}
