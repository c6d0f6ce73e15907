/** Numbers that are not the right ones, as people get them. */
import { chance, hash, hashedShare, integer, pick, type Stream, uniform } from '../../src/base/random/index.ts';
import { onceFor } from '../../src/base/remember.ts';
import type { Input } from '../course/course.ts';
import { SLIPS, type Slip } from '../learners/slips.ts';
import { wrongPlace } from './wrong-answers.ts';

type NumberInput = Input & { readonly kind: 'number' };

/** What comes out of a mistake in thinking; `share`, from 0 to 1, decides what a formula leaves open. */
type Formula = (value: number, share: number) => number;

/** The smallest number but one that divides another; itself for primes. */
function factor(value: number): number {
  for (let divisor = 2; divisor * divisor <= value && divisor < 1000; divisor += 1)
    if (value % divisor === 0) return divisor;
  return value;
}

const reversed = (value: number): number => Number(String(value).split('').toReversed().join(''));

/** A whole number beside another, within a few or half of it. */
const beside: Formula = (value, share) => {
  const reach = Math.max(4, Math.abs(value) * 0.5);
  return share < 0.5 ? value + 1 + Math.floor(2 * share * reach) : value - 1 - Math.floor((2 * share - 1) * reach);
};

/** Whole numbers for whole ones: counted from elsewhere, the other branch, another power, sum or square; what is not whole nobody gets. */
const WHOLE: readonly Formula[] = [
  (value) => value + 1,
  (value) => value + 1,
  (value) => value - 1,
  (value) => value - 1,
  (value) => value + 2,
  (value) => value - 2,
  (value, share) => value * (2 + Math.floor(3 * share)),
  (value, share) => Math.trunc(value / (2 + Math.floor(3 * share))) || NaN,
  (value) => 2 * value + 1,
  (value) => 2 * value - 1,
  (value) => value ** 2,
  (value) => Math.sqrt(value),
  (value) => value * (value - 1),
  (value) => (value * (value + 1)) / 2,
  (value) => value - Math.round(Math.sqrt(2 * value)),
  (value) => value + Math.round(Math.sqrt(2 * value)),
  (value) => 2 ** value,
  (value) => Math.log2(value),
  (value) => (value % 2 === 0 ? NaN : value / factor(value)),
  factor,
  reversed,
  (value) => Number(value.toPrecision(1)),
  (value) => String(Math.abs(value)).length,
  () => 0,
  beside,
  beside,
  beside,
  beside,
  beside,
  beside,
  beside,
];

/** So few inputs have one that people answer in another unit (a choice). */
const UNITS = 0.12;
const FACTORS = [60, 1 / 60, 3600, 12, 2.54, 1 / 2.54, 9 / 5, 1000, 0.001, Math.PI, 1 / Math.PI] as const;

const digitsOf = (answer: string): number => /\.(\d+)$/.exec(answer)?.[1]?.length ?? 0;

/** What people do with numbers that are not whole: another ratio, the rest to one, its inverse, a square. */
const REAL: readonly Formula[] = [
  (value) => Math.trunc(value),
  (value) => Math.ceil(value),
  (value) => Math.round(value),
  (value) => 1 - value,
  (value) => 1 / value,
  (value) => value ** 2,
  (value) => Math.sqrt(value),
  (value, share) => (share < 0.5 ? value * 2 : value / 2),
  (value, share) => value + Math.floor(1 + 6 * share),
  (value, share) => value * (0.3 + 0.65 * share),
  (value, share) => value * (0.3 + 0.65 * share),
  (value, share) => value * (1.05 + 1.2 * share),
  (value, share) => value * (1.05 + 1.2 * share),
];

/** Digits after the point that people give who do not give as many as are asked for. */
const DECIMALS = [2, 2, 3, 4] as const;

/** So many give as many digits as the answer has (a choice). */
const AS_ASKED = 0.75;

function rounded(value: number, digits: number): string {
  const short = Number(value.toFixed(digits));
  return String(short === 0 || Math.abs(short) >= 1e15 ? Number(value.toPrecision(3)) : short);
}

/** Whether something may come out of a calculation of a number at all: whole where that is, not negative where it is not, not out of all proportion. */
const fits = (value: number, guess: number): boolean =>
  Number.isFinite(guess) &&
  guess !== value &&
  (!Number.isInteger(value) || Number.isInteger(guess)) &&
  (value < 0 || guess >= 0) &&
  Math.abs(guess) <= Math.max(200, 20 * Math.abs(value));

/** So many mistakes in thinking are an input's own, and so often its hash is asked for one that fits. */
const OWN = 4;
const ASKED = 80;

/** What most people get who get an input wrong, one of a few numbers each. */
const mistakenAt = onceFor(({ key, answer }: NumberInput): readonly number[] => {
  const value = Number(answer);
  const isWhole = Number.isInteger(value);
  const formulas = isWhole ? WHOLE : REAL;
  const found = new Set<number>();
  if (!isWhole && hashedShare(key, 'unit', 0) < UNITS)
    found.add(value * FACTORS[hash(key, 'unit', 1) % FACTORS.length]!);
  for (let number = 0; found.size < OWN && number < ASKED; number += 1) {
    const formula = formulas[hash(key, 'formula', number) % formulas.length]!;
    const guess = formula(value, hashedShare(key, 'formula', number + ASKED));
    if (fits(value, guess)) found.add(guess);
  }
  return found.size > 0 ? [...found] : [value + 1];
});

/** A number in which the hand has slipped. */
function mistyped(random: Stream, value: number): number {
  const [sign, digits] = [Math.sign(value), String(Math.abs(value)).split('')];
  const at = integer(random, 0, digits.length - 1);
  const [before, digit, after] = [digits.slice(0, at), digits[at]!, digits.slice(at + 1)];
  const [next = '', ...others] = after;
  const ways = [
    [...before, ...after],
    [...before, next, digit, ...others],
    [...before, String(integer(random, 0, 9)), ...after],
    [...before, String(integer(random, 0, 9)), digit, ...after],
  ];
  const text = pick(random, ways).join('');
  return text === '' ? value : sign * Number(text);
}

/** So many wrong numbers that are one's own are mistyped, or come from a mistake that is not the input's; of whole ones, those that are not (choices). */
const MISTYPED = 0.22;
const OTHERWISE = 0.2;
const NOT_WHOLE = 0.06;

/** How far whole numbers are that come out somehow, as a share of the right one, and in steps: most are near, some very far. */
const REACH = { share: 0.06, steps: 1.5 };

/** A number that came out somehow, not far from the right one mostly. */
function nearMiss(random: Stream, value: number, unit: number): number {
  const draw = random();
  if (draw < MISTYPED) return mistyped(random, value);
  const isWhole = unit === 1;
  const other = draw < MISTYPED + OTHERWISE ? pick(random, isWhole ? WHOLE : REAL)(value, random()) : NaN;
  if (fits(value, other)) return other;
  if (isWhole && chance(random, NOT_WHOLE)) return Number((value * uniform(random, 0.3, 1.9)).toPrecision(2)) + 0.5;
  const reach = (REACH.share * Math.abs(value)) / unit + REACH.steps;
  const steps = 1 + Math.floor(reach * (1 / Math.sqrt(1 - random()) - 1));
  const moved = value + (chance(random, 0.5) ? steps : -steps) * unit;
  return value >= 0 && moved < 0 ? value + steps * unit : moved;
}

/** So often somebody who asks for several numbers gives one of the others (a choice). */
const READS_ANOTHER = 0.12;

/**
 * Another number than the right one, as people get it: by one of the few mistakes in thinking that belong to the input, most of them by
 * one of two, by a slip of their own, by reading another quantity, mistyped, or near the right one. Of whole numbers nearly all are whole.
 *
 * @param own the slip by which this person gets it wrong this time, if it is one of its own; where it does not fit the number, nobody makes it
 * @param miscalculates chance to get it wrong as nobody else does
 * @param others what else the problem asks for
 */
export function wrongNumber(
  random: Stream,
  input: NumberInput,
  own: Slip | undefined,
  miscalculates: number,
  others: readonly Input[],
): string {
  const value = Number(input.answer);
  const isWhole = Number.isInteger(value);
  const digits = digitsOf(input.answer);
  const slipped = own === undefined ? NaN : SLIPS[own](value);
  const read = others.length > 1 && chance(random, READS_ANOTHER) ? pick(random, others) : input;
  let guess = value;
  if (Number.isFinite(slipped) && (!isWhole || Number.isInteger(slipped))) guess = slipped;
  else if (chance(random, miscalculates)) guess = nearMiss(random, value, isWhole ? 1 : 10 ** -digits);
  else if (read.kind === 'number' && read.key !== input.key) guess = Number(read.answer);
  if (guess === value || !Number.isFinite(guess)) {
    const mistakes = mistakenAt(input);
    guess = mistakes[wrongPlace(random, input, mistakes.length)]!;
  }
  if (Number.isInteger(guess)) return String(guess);
  const given = isWhole || !chance(random, AS_ASKED) ? pick(random, DECIMALS) : digits;
  const text = rounded(guess, given);
  return Number(text) === value ? rounded(value + 10 ** -digits, digits) : text;
}
