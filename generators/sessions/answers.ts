import { chance, hash, integer, pick, type Stream, weighted } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';
import type { Behaviour } from '../learners/behaviour.ts';
import { drawnSeed } from '../learners/progress.ts';
import type { Slip } from '../learners/slips.ts';
import { lookedInto, wayOf, wrongProgram } from './own-way.ts';
import type { Style } from './programs.ts';
import {
  expressionBy,
  isExpression,
  isSameNumber,
  isSameText,
  numberBy,
  withBlanks,
  wrongNumberBy,
} from './spelling.ts';
import { wrongPlace } from './wrong-answers.ts';
import { wrongNumber } from './wrong-numbers.ts';

const CHOICE = 'choice_';
const choiceName = (number: number): string => `${CHOICE}${number}`;

/** How far numbers are spread that a problem draws, in units of the last digit. */
const SPREAD = 40;

/** A number moved by what a problem drew, with as many digits after the point. */
function moved(answer: string, seed: number): string {
  const digits = /\.(\d+)$/.exec(answer)?.[1]?.length ?? 0;
  const unit = 10 ** Math.max(0, digits - 1) === 1 && digits === 0 ? 1 : 10 ** -digits;
  const value = Number(answer) + ((hash('drawn', answer, seed) % SPREAD) + 1) * unit * (digits > 1 ? 10 : 1);
  return Number.isFinite(value) ? value.toFixed(digits) : answer;
}

/**
 * An input as somebody sees it: of a problem that draws numbers, the right answer is a function of the seed that it drew.
 *
 * @param seed of the problem's state; undefined for a problem that draws nothing
 */
export function drawnInput(input: Input, seed: number | undefined): Input {
  if (seed === undefined) return input;
  const drawn = drawnSeed(seed);
  if (input.kind === 'number') return { ...input, answer: moved(input.answer, drawn) };
  if (input.kind === 'choice') return { ...input, answer: (input.answer + drawn) % input.choices };
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

/** The choice below the one refused last, and the first below the last; what was refused before is passed over. */
export function nextChoice({ choices }: Input & { readonly kind: 'choice' }, refused: Refused): string {
  let next = String(refused[0]);
  for (let step = 0; step < choices && refused.includes(next); step += 1)
    next = choiceName((Number(next.slice(CHOICE.length)) + 1) % choices);
  return next;
}

/** Whoever has a box wrong has another one wrong so often (a choice). */
const ANOTHER_BOX = 0.4;

/** Another set of boxes than the right one, never empty: a form without a ticked box would not name the input. */
function wrongBoxes(random: Stream, input: Input & { readonly kind: 'checkboxes' }): number[] {
  const { choices, answer } = input;
  const wrong = [wrongPlace(random, input, choices)];
  while (wrong.length < choices && chance(random, ANOTHER_BOX)) wrong.push(integer(random, 0, choices - 1));
  const boxes = Array.from({ length: choices }, (_, box) => box).filter(
    (box) => answer.includes(box) !== wrong.includes(box),
  );
  return boxes.length > 0 ? boxes : [(wrong[0]! + 1) % choices];
}

/** Keys beside each other, row by row. */
const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

/** A key beside that of a letter; the letter itself where none is known. */
function besideKey(random: Stream, letter: string): string {
  const row = KEYS.find((keys) => keys.includes(letter.toLowerCase())) ?? letter;
  const at = row.indexOf(letter.toLowerCase());
  return row[at + pick(random, [-1, 1])] ?? row[at === 0 ? 1 : at - 1] ?? letter;
}

/** Letters with the marks that stand above or below them: hands slip between these. */
const LETTERS = /\P{M}\p{M}*/gu;

/** How hands slip in a word, and how often (choices, after counts of typing errors). */
const slipOf = weighted([
  ['replaced', 5],
  ['inserted', 4],
  ['left out', 5],
  ['doubled', 2],
  ['swapped', 3],
] as const);

/** A word in which the hand has slipped. */
function mistyped(random: Stream, word: string): string {
  const letters = word.match(LETTERS) ?? [word];
  const at = integer(random, 0, letters.length - 1);
  const [before, letter, after] = [letters.slice(0, at), letters[at]!, letters.slice(at + 1)];
  const [next = '', ...others] = after;
  const ways = {
    replaced: [...before, besideKey(random, letter), ...after],
    inserted: [...before, letter, besideKey(random, letter), ...after],
    'left out': [...before, ...after],
    doubled: [...before, letter, letter, ...after],
    swapped: [...before, next, letter, ...others],
  };
  return ways[slipOf(random)].join('').trim();
}

function wrongWord(random: Stream, input: Input & { readonly kind: 'text' }, mistypes: number): string {
  const typed = chance(random, mistypes) ? mistyped(random, input.answer) : '';
  return typed === '' || typed === input.answer ? input.wrong[wrongPlace(random, input, input.wrong.length)]! : typed;
}

/** Words as somebody types them: of expressions, with the blanks of its own. */
const expressed = (input: Input, { style, person }: Hand, text: string): string =>
  isExpression(text) ? expressionBy(style(), person, input, text) : text;

function wrongAnswer(random: Stream, input: Input, habits: Habits, hand: Hand): string | string[] {
  switch (input.kind) {
    case 'number':
      return wrongNumberBy(hand.person, wrongNumber(random, input, hand.slip(), habits.miscalculates, hand.beside));
    case 'choice':
      return choiceName((input.answer + 1 + wrongPlace(random, input, input.choices - 1)) % input.choices);
    case 'checkboxes':
      return wrongBoxes(random, input).map(choiceName);
    case 'text':
      return withBlanks(random, expressed(input, hand, wrongWord(random, input, habits.mistypes)), habits.typesSpace);
    case 'code':
      return hand.byHand(input.key, wrongProgram(random, input, wayOf(input, hand.person)));
  }
}

/** Whether an answer is right, as a grader takes it: blanks in words, and the spelling of numbers, do not matter. */
export function isRightFor(input: Input, written: string | string[]): boolean {
  const [given, right] = [String(written), String(rightAnswer(input))];
  if (input.kind === 'number') return isSameNumber(given, right);
  return input.kind === 'text' ? isSameText(given, right) : given === right;
}

/** What is of a person in its answers. */
export interface Hand {
  /** Writes a program as this person would, for an input by its key. */
  byHand(key: string, program: string): string;
  /** The slip of its own by which it gets a number wrong this time, if any. */
  slip(): Slip | undefined;
  /** How it writes expressions. */
  style(): Style;
  /** The person's name, by which it has a way of its own to write each program, and numbers. */
  readonly person: string;
  /** All that the problem in front asks for. */
  readonly beside: readonly Input[];
}

type Habits = Pick<Behaviour['problem'], 'typesSpace' | 'spellsOtherwise' | 'miscalculates' | 'mistypes'>;

/** What has been refused of an input, the newest first. */
export type Refused = readonly (string | string[])[];

/** Whether an answer is one of those that were refused; blanks make another program, but not another word or number. */
function isRefused({ kind }: Input, refused: Refused, written: string | string[]): boolean {
  const text = String(written);
  return refused.some((other) => (kind === 'code' ? text === other : isSameText(text, String(other))));
}

/** Of what is wrong at an input, so many tries until somebody has found something new, and from which on it tries anything. */
const TRIES = 12;
const ANYTHING = 4;

/** A wrong choice that has not been refused; undefined where all have been. */
function untriedChoice(
  random: Stream,
  { choices, answer }: Input & { readonly kind: 'choice' },
  refused: Refused,
): string | undefined {
  const left = Array.from({ length: choices }, (_, number) => choiceName(number)).filter(
    (name, number) => number !== answer && !refused.includes(name),
  );
  return left.length > 0 ? pick(random, left) : undefined;
}

/** Whether all choices but the right one have been refused. */
export const isLeftOver = (input: Input, refused: Refused): boolean =>
  input.kind === 'choice' && refused.length >= input.choices - 1 && new Set(refused).size >= input.choices - 1;

/** Who is at a loss tries what nobody else does. */
const atALoss = (habits: Habits, hand: Hand): readonly [Habits, Hand] => [
  { ...habits, miscalculates: 1, mistypes: 1 },
  { ...hand, slip: () => undefined },
];

/** A wrong answer that was not refused, as long as there is one that somebody thinks of. */
function newWrongAnswer(random: Stream, input: Input, habits: Habits, hand: Hand, refused: Refused): string | string[] {
  let wrong = wrongAnswer(random, input, habits, hand);
  if (!isRefused(input, refused, wrong)) return wrong;
  if (input.kind === 'choice') return untriedChoice(random, input, refused) ?? wrong;
  for (let tries = 1; tries < TRIES; tries += 1) {
    wrong = wrongAnswer(random, input, ...(tries < ANYTHING ? ([habits, hand] as const) : atALoss(habits, hand)));
    if (!isRefused(input, refused, wrong)) break;
  }
  return wrong;
}

/**
 * A right program, written in another way or made to print what it does where the first has been handed in before: who hears nothing of it
 * looks for what may be wrong with it.
 */
function rightProgram(input: Input & { readonly kind: 'code' }, hand: Hand, refused: Refused): string {
  const way = wayOf(input, hand.person);
  const written = hand.byHand(input.key, way.answer);
  if (!isRefused(input, refused, written)) return written;
  for (const other of [way, input, ...(input.others ?? [])])
    for (const program of [other.answer, lookedInto(other)]) {
      const another = hand.byHand(input.key, program);
      if (!isRefused(input, refused, another)) return another;
    }
  return written;
}

/** For who has not been refused anything. */
export const NOTHING: Refused = [];

/**
 * What somebody answers, as the form sends it: text, or a list for checkboxes.
 *
 * @param right whether the answer is to be the right one
 * @param habits of all
 * @param hand of the person
 * @param refused what was refused before, which nobody sends again while there is something else to try
 */
export function answerTo(
  random: Stream,
  input: Input,
  right: boolean,
  habits: Habits,
  hand: Hand,
  refused = NOTHING,
): string | string[] {
  if (!right) return newWrongAnswer(random, input, habits, hand, refused);
  if (input.kind === 'text') return withBlanks(random, expressed(input, hand, input.answer), habits.typesSpace);
  if (input.kind === 'number') {
    const spelled = numberBy(random, hand.person, input.answer, habits.spellsOtherwise);
    return withBlanks(random, spelled, habits.typesSpace / 3);
  }
  return input.kind === 'code' ? rightProgram(input, hand, refused) : rightAnswer(input);
}
