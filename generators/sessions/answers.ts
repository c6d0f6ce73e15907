import { chance, integer, pick, type Stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';

const choiceName = (number: number): string => `choice_${number}`;

/** Another number than the right one, as people get it: a slip of sign, size or place. */
function wrongNumber(random: Stream, answer: string): string {
  const value = Number(answer);
  const guess = pick(random, [
    value + 1,
    value - 1,
    -value,
    value * 10,
    value / 2,
    value * 2,
    value + 10,
    Math.trunc(value) + 0.5,
  ]);
  return guess === value || !Number.isFinite(guess)
    ? String(value + integer(random, 2, 9))
    : String(Number(guess.toPrecision(6)));
}

/** Another set of boxes than the right one, never empty: a form without a ticked box would not name the input. */
function wrongBoxes(random: Stream, choices: number, answer: readonly number[]): number[] {
  const flipped = integer(random, 0, choices - 1);
  const boxes = Array.from({ length: choices }, (_, box) => box).filter(
    (box) => answer.includes(box) !== (box === flipped),
  );
  return boxes.length > 0 ? boxes : [(flipped + 1) % choices];
}

/**
 * What somebody answers, as the form sends it: text, or a list for checkboxes.
 *
 * @param right whether the answer is to be the right one
 * @param spaces the chance of a space too many after text
 */
export function answerTo(random: Stream, input: Input, right: boolean, spaces: number): string | string[] {
  switch (input.kind) {
    case 'number':
      return right ? input.answer : wrongNumber(random, input.answer);
    case 'choice':
      return choiceName(right ? input.answer : (input.answer + integer(random, 1, input.choices - 1)) % input.choices);
    case 'checkboxes':
      return (right ? input.answer : wrongBoxes(random, input.choices, input.answer)).map(choiceName);
    case 'text':
      return right ? `${input.answer}${chance(random, spaces) ? ' ' : ''}` : pick(random, input.wrong);
    case 'code':
      return right ? input.answer : pick(random, input.wrong);
  }
}
