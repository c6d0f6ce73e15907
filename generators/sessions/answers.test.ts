import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';
import type { Slip } from '../learners/slips.ts';
import { answerTo, drawnInput, type Hand } from './answers.ts';

const choice: Input = { key: 'p_2_1', id: 'p_2_1', hint: undefined, kind: 'choice', choices: 5, answer: 2 };
const number: Input = { key: 'p_2_2', id: 'p_2_2', hint: undefined, kind: 'number', answer: '37.0' };
const random = stream('answers', 'test');
const hand = (slip?: Slip): Hand => ({
  byHand: (_, program) => program,
  slip: () => slip,
  style: () => ({ tight: undefined, comma: ', ' }),
  person: 'someone',
  beside: [choice, number],
});
const HABITS = { typesSpace: 0, spellsOtherwise: 0, miscalculates: 0.2, mistypes: 0.15 };
const wrong = (input: Input, refused?: string, slip?: Slip): string[] =>
  Array.from({ length: 2000 }, () => String(answerTo(random, input, false, HABITS, hand(slip), refused)));
const counts = (values: readonly string[]): number[] => {
  const all = new Map<string, number>();
  for (const value of values) all.set(value, (all.get(value) ?? 0) + 1);
  return [...all.values()].sort((a, b) => b - a);
};

test.each([choice, number])('one or two misconceptions draw half of all wrong answers: $kind', (input) => {
  const all = wrong(input);
  expect(all).not.toContain(String(answerTo(random, input, true, HABITS, hand())));
  const [first, second] = counts(all);
  expect(first! + second!).toBeGreaterThan(0.5 * all.length);
  expect(first!).toBeLessThan(0.75 * all.length);
});

test('a choice just refused is not sent again, but by the stubborn', () => {
  const [commonest] = [...new Set(wrong(choice))];
  const again = wrong(choice, commonest).filter((answer) => answer === commonest).length;
  expect(again).toBeLessThan(60);
});

test('who makes a slip of its own makes it at any problem', () => {
  expect(new Set(wrong(number, undefined, 'sign'))).toEqual(new Set(['-37']));
  expect(new Set(wrong({ ...number, answer: '0' }, undefined, 'sign')).has('0')).toBe(false);
});

test('what a problem has drawn decides on its right answer', () => {
  const answers = Array.from(
    { length: 400 },
    (_, seed) => answerTo(random, drawnInput(number, seed), true, HABITS, hand()) as string,
  );
  expect(new Set(answers).size).toBeGreaterThan(20);
  expect(answers.filter((answer) => !/^\d+\.\d$/.test(answer))).toEqual([]);
  expect(answerTo(random, drawnInput(number, 7), true, HABITS, hand())).toBe(answers[7]);
  expect(drawnInput(number, undefined)).toBe(number);
});
