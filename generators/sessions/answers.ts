import { chance, hash, integer, pick, uniform, type Stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';
import { SLIPS, type Slip } from '../learners/slips.ts';
import { wrongPlace } from './wrong-answers.ts';

const choiceName = (number: number): string => `choice_${number}`;

/** How far numbers are spread that a problem draws, in units of the last digit. */
const SPREAD = 40;

/** A number moved by what a problem drew, with as many digits after the point. */
function moved(answer: string, seed: number): string {
  const digits = /\.(\d+)$/.exec(answer)?.[1]?.length ?? 0;
  const unit = 10 ** Math.max(0, digits - 1) === 1 && digits === 0 ? 1 : 10 ** -digits;
  const value = Number(answer) + ((hash('drawn', answer, Math.abs(seed)) % SPREAD) + 1) * unit * (digits > 1 ? 10 : 1);
  return Number.isFinite(value) ? value.toFixed(digits) : answer;
}

/**
 * An input as somebody sees it: of a problem that draws numbers, the right answer is a function of the seed that it drew.
 *
 * @param seed of the problem's state; undefined for a problem that draws nothing
 */
export function drawnInput(input: Input, seed: number | undefined): Input {
  if (seed === undefined) return input;
  if (input.kind === 'number') return { ...input, answer: moved(input.answer, seed) };
  if (input.kind === 'choice') return { ...input, answer: (input.answer + Math.abs(seed)) % input.choices };
  return input;
}

/** The right answer to an input, as the form sends it. */
export function rightAnswer(input: Input): string | string[] {
  switch (input.kind) {
    case 'choice':
      return choiceName(input.answer);
    case 'checkboxes':
      return input.answer.map(choiceName);
    default:
      return input.answer;
  }
}

/** Whether the answer to an input stands in a key: no program's does. */
export const isKeyed = ({ kind }: Input): boolean => kind !== 'code';

/** An input as a teacher has it who is mistaken: another answer for the right one. */
export function wrongKey(input: Input): Input {
  switch (input.kind) {
    case 'number':
      return { ...input, answer: String(Number((Number(input.answer) * 2 + 1).toPrecision(6))) };
    case 'choice':
      return { ...input, answer: (input.answer + 1) % input.choices };
    case 'checkboxes': {
      const flipped = input.answer.includes(0) ? input.answer.filter((box) => box !== 0) : [0, ...input.answer];
      return { ...input, answer: flipped.length > 0 ? flipped : [0, 1] };
    }
    case 'text':
      return { ...input, answer: input.wrong[0] ?? `${input.answer}s` };
    case 'code':
      return input;
  }
}

/** The so-many-th thing that a program tries that goes through all, from 0 on: choices, sets of boxes, or whole numbers. */
export function candidate(input: Input, number: number): string | string[] {
  if (input.kind === 'choice') return choiceName(number % input.choices);
  if (input.kind !== 'checkboxes') return String(number);
  const set = 1 + (number % (2 ** input.choices - 1));
  return Array.from({ length: input.choices }, (_, box) => box)
    .filter((box) => (set >> box) & 1)
    .map(choiceName);
}

const slips = Object.values(SLIPS);

/** How often somebody gets a number wrong in a way that nobody else does: by calculating it wrong, or by typing (a choice). */
const MISCALCULATED = 0.15;

/** A number that came out wrong somehow. */
function miscalculated(random: Stream, value: number): number {
  const digits = String(value).replace(/^-/, '').split('');
  const at = integer(random, 0, digits.length - 1);
  const ways = [
    () => [...digits.slice(0, at), ...digits.slice(at + 1)],
    () => [...digits.slice(0, at), digits[at]!, ...digits.slice(at)],
    () => [...digits.slice(0, at), String(integer(random, 0, 9)), ...digits.slice(at + 1)],
    () => [String(Number((value * uniform(random, 0.3, 1.9)).toPrecision(integer(random, 2, 4))))],
    () => [String(value + integer(random, -30, 30))],
  ] as const;
  return Number(pick(random, ways)().join(''));
}

/** Another number than the right one, as people get it: a slip of sign, size or place. */
function wrongNumber(random: Stream, input: Input & { readonly kind: 'number' }, own: Slip | undefined): string {
  const value = Number(input.answer);
  const slip = own === undefined ? slips[wrongPlace(random, input, slips.length)]! : SLIPS[own];
  const guess = own === undefined && chance(random, MISCALCULATED) ? miscalculated(random, value) : slip(value);
  return guess === value || !Number.isFinite(guess)
    ? String(value + integer(random, 2, 9))
    : String(Number(guess.toPrecision(6)));
}

/** Another set of boxes than the right one, never empty: a form without a ticked box would not name the input. */
function wrongBoxes(random: Stream, input: Input & { readonly kind: 'checkboxes' }): number[] {
  const { choices, answer } = input;
  const flipped = wrongPlace(random, input, choices);
  const boxes = Array.from({ length: choices }, (_, box) => box).filter(
    (box) => answer.includes(box) !== (box === flipped),
  );
  return boxes.length > 0 ? boxes : [(flipped + 1) % choices];
}

function wrongAnswer(random: Stream, input: Input, { byHand, slip }: Hand): string | string[] {
  switch (input.kind) {
    case 'number':
      return wrongNumber(random, input, slip());
    case 'choice':
      return choiceName((input.answer + 1 + wrongPlace(random, input, input.choices - 1)) % input.choices);
    case 'checkboxes':
      return wrongBoxes(random, input).map(choiceName);
    case 'text':
      return input.wrong[wrongPlace(random, input, input.wrong.length)]!;
    case 'code':
      return byHand(input.wrong[wrongPlace(random, input, input.wrong.length)]!);
  }
}

const isSame = (one: string | string[], other: string | string[] | undefined): boolean => String(one) === String(other);

/** What is of a person in its answers. */
export interface Hand {
  /** Writes a program as this person would. */
  byHand(program: string): string;
  /** The slip of its own by which it gets a number wrong this time, if any. */
  slip(): Slip | undefined;
}

/** So often somebody thinks again whose answer was refused just before. */
const TRIES = 6;

/**
 * What somebody answers, as the form sends it: text, or a list for checkboxes.
 *
 * @param right whether the answer is to be the right one
 * @param spaces the chance of a space too many after text
 * @param hand of the person
 * @param refused what was refused just before, which nobody sends again while there is something else to try
 */
export function answerTo(
  random: Stream,
  input: Input,
  right: boolean,
  spaces: number,
  hand: Hand,
  refused?: string | string[],
): string | string[] {
  if (!right) {
    const guess = (): string | string[] => wrongAnswer(random, input, hand);
    let wrong = guess();
    for (let tries = 1; tries < TRIES && isSame(wrong, refused); tries += 1) wrong = guess();
    return wrong;
  }
  if (input.kind === 'text') return `${input.answer}${chance(random, spaces) ? ' ' : ''}`;
  return input.kind === 'code' ? hand.byHand(input.answer) : rightAnswer(input);
}
