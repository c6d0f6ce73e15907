/** Numbers that are not the right ones, as people get them. */
import { chance, integer, pick, uniform, type Stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';
import { SLIPS, type Slip } from '../learners/slips.ts';
import { wrongPlace } from './wrong-answers.ts';

/** What comes out of a wrong formula, or in another unit. Which of them an input draws follows from the input. */
const FORMULAS: readonly ((value: number) => number)[] = [
  ...Object.values(SLIPS),
  (value) => (value * 2) / 3,
  (value) => (value * 3) / 2,
  (value) => (value * 3) / 4,
  (value) => (value * 4) / 3,
  (value) => (value * 5) / 9,
  (value) => (value * 9) / 5,
  (value) => value * Math.PI,
  (value) => value / Math.PI,
  (value) => value ** 2,
  (value) => Math.sqrt(Math.abs(value)),
  (value) => 1 / value,
  (value) => 1 - value,
  (value) => value * 1.1,
  (value) => value * 0.95,
  (value) => value + 2,
  (value) => value - 3,
  (value) => value + 32,
  (value) => value * 60,
  (value) => value / 60,
  (value) => value * 12,
  (value) => value * 2.54,
  (value) => value * 4,
  (value) => value / 5,
  (value) => 2 * value + 1,
  () => 0,
];

/** A number whose digits somebody got wrong in typing, or that came out somehow. */
function miscalculated(random: Stream, value: number): number {
  const digits = String(value).replace(/^-/, '').split('');
  const at = integer(random, 0, digits.length - 1);
  const next = Math.min(at + 1, digits.length - 1);
  const ways = [
    () => [...digits.slice(0, at), ...digits.slice(at + 1)],
    () => [...digits.slice(0, at), digits[at]!, ...digits.slice(at)],
    () => [...digits.slice(0, at), digits[next]!, digits[at]!, ...digits.slice(next + 1)],
    () => [...digits.slice(0, at), String(integer(random, 0, 9)), ...digits.slice(at + 1)],
    () => [String(Number((value * uniform(random, 0.3, 1.9)).toPrecision(integer(random, 2, 4))))],
    () => [String(value + integer(random, -30, 30))],
  ] as const;
  return Number(pick(random, ways)().join(''));
}

/** Digits after the point that people give. */
const DECIMALS = [2, 2, 3, 4, 6] as const;

function rounded(random: Stream, value: number): string {
  const short = Number(value.toFixed(pick(random, DECIMALS)));
  return String(short === 0 || Math.abs(short) >= 1e15 ? Number(value.toPrecision(3)) : short);
}

/** So often somebody who asks for several numbers gives one of the others (a choice). */
const READS_ANOTHER = 0.12;

/**
 * Another number than the right one, as people get it: by a wrong formula, most of them by one of two, in another unit, rounded too much, by
 * reading another quantity, mistyped.
 *
 * @param own the slip by which this person gets it wrong this time, if it is one of its own
 * @param miscalculates chance to get it wrong as nobody else does
 * @param beside what else the problem asks for
 */
export function wrongNumber(
  random: Stream,
  input: Input & { readonly kind: 'number' },
  own: Slip | undefined,
  miscalculates: number,
  beside: readonly Input[],
): string {
  const value = Number(input.answer);
  const formula = FORMULAS[wrongPlace(random, input, FORMULAS.length)]!;
  const others = beside.filter(({ kind, key }) => kind === 'number' && key !== input.key);
  let guess = formula(value);
  if (own !== undefined) guess = SLIPS[own](value);
  else if (chance(random, miscalculates)) guess = miscalculated(random, value);
  else if (others.length > 0 && chance(random, READS_ANOTHER)) guess = Number(pick(random, others).answer);
  const text = Number.isFinite(guess) ? rounded(random, guess) : '';
  return text === '' || Number(text) === value ? String(value + integer(random, 2, 9)) : text;
}
