/** How people spell what a grader takes in many spellings: blanks around operators, zeros and points of numbers. */
import { chance, hashedShare, pick, type Stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';
import type { Style } from './programs.ts';

/** Who writes programs with blanks leaves them out of so many short answers (a choice). */
const HURRIES = 0.25;

const QUOTES = /["'“”‘’`]/;
const OPERATORS = / (\*\*|[-+*/%<>=!]{1,2}) /g;
const ARITHMETIC = / (\*\*|[-+*/%]) /g;

/** An expression as somebody writes it who leaves out blanks in programs, or now and then in a line; strings keep theirs. */
export function expressionBy(
  { tight, comma }: Style,
  person: string,
  { key }: Pick<Input, 'key'>,
  text: string,
): string {
  if (QUOTES.test(text)) return text;
  const hurries = hashedShare(person, key, 1) < HURRIES;
  const marks = tight === 'operator' || hurries ? OPERATORS : tight === 'arithmetic' ? ARITHMETIC : undefined;
  const bare = marks === undefined ? text : text.replace(marks, '$1');
  return /[([]/.test(bare) && (comma === ',' || hurries) ? bare.replaceAll(', ', ',') : bare;
}

/** Whether {@link expressionBy} may change a text at all. */
export const isExpression = (text: string): boolean => / [-+*/%<>=!]{1,2} |, /.test(text);

/** Text with a blank too many, after it mostly. */
export function withBlanks(random: Stream, text: string, share: number): string {
  if (text === '' || !chance(random, share)) return text;
  return pick(random, [`${text} `, `${text} `, `${text} `, `${text} `, ` ${text}`, `${text}  `]);
}

/** How somebody writes numbers: shares of people who begin with the point, give two digits after it, or give fractions (choices). */
const WRITERS = { bare: 0.1, cents: 0.07, fractions: 0.04 };

/** Which of them somebody is, as a share. */
const writerOf = (person: string): number => hashedShare(person, 'numbers', 0);

const FRACTIONS: Readonly<Record<string, string>> = {
  '0.5': '1/2',
  '0.25': '1/4',
  '0.75': '3/4',
  '0.2': '1/5',
  '1.5': '3/2',
};

/** Digits may be left out as long as a number is wrong by no more than this share of it. */
const TOLERANCE = 0.001;

/** A number with fewer digits, where so many are given that graders take fewer. */
function shorter(text: string): string {
  const digits = /\.(\d{2,})$/.exec(text)?.[1]?.length ?? 0;
  const value = Number(text);
  const short = digits > 0 ? value.toFixed(digits - 1) : text;
  return Math.abs(Number(short) - value) <= TOLERANCE * Math.abs(value) ? short : text;
}

const bared = (text: string): string => text.replace(/^([-+]?)0\./, '$1.');

/** A right number in a spelling of somebody's own: each person has one way, and does otherwise only now and then. */
export function numberBy(random: Stream, person: string, text: string, otherwise: number): string {
  const value = Number(text);
  if (otherwise === 0 || !Number.isFinite(value) || /e/i.test(text)) return text;
  const writer = writerOf(person);
  // Nobody types a zero that says nothing, unless it is of those who do.
  const plain = /\.0+$/.test(text) && hashedShare(person, 'zeros', 0) < 0.6 ? text.replace(/\.0+$/, '') : text;
  if (chance(random, otherwise)) {
    const isWhole = Number.isInteger(value);
    return pick(random, [
      shorter(plain),
      shorter(plain),
      isWhole ? `${value}.0` : `${plain}0`,
      value > 0 ? `+${plain}` : plain,
    ]);
  }
  if (writer < WRITERS.bare) return bared(plain);
  if (writer < WRITERS.bare + WRITERS.cents) return /\.\d$/.test(plain) ? `${plain}0` : plain;
  return writer > 1 - WRITERS.fractions ? (FRACTIONS[plain] ?? plain) : plain;
}

/** A wrong number by whoever begins numbers with the point. */
export const wrongNumberBy = (person: string, text: string): string =>
  writerOf(person) < WRITERS.bare ? bared(text) : text;

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Whether two texts are the same but for blanks. */
export const isSameText = (one: string, other: string): boolean => one === other || squeezed(one) === squeezed(other);

/** A number as graders read it: of its digits, or a fraction. */
function numberOf(text: string): number {
  const [above, below] = text.split('/');
  return below === undefined ? Number(text) : Number(above) / Number(below);
}

/** Whether two numbers are the same, as far as graders look. */
export function isSameNumber(one: string, other: string): boolean {
  if (one.trim() === '' || other.trim() === '') return one.trim() === other.trim();
  const [a, b] = [numberOf(one), numberOf(other)];
  return Math.abs(a - b) <= TOLERANCE * Math.abs(b);
}
