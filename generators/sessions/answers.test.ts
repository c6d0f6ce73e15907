import { describe, expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import type { Input } from '../course/course.ts';
import type { Slip } from '../learners/slips.ts';
import { answerTo, drawnInput, isLeftOver, nextChoice, type Hand } from './answers.ts';

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
  Array.from({ length: 2000 }, () =>
    String(answerTo(random, input, false, HABITS, hand(slip), refused === undefined ? [] : [refused])),
  );
const counts = (values: readonly string[]): number[] => {
  const all = new Map<string, number>();
  for (const value of values) all.set(value, (all.get(value) ?? 0) + 1);
  return [...all.values()].sort((a, b) => b - a);
};

describe.each([choice, number])('wrong answers: $kind', (input) => {
  const inputs = Array.from({ length: 60 }, (_, index) => ({ ...input, key: `p_${index}_1` }));
  const all = inputs.map((each) => wrong(each).slice(0, 500));

  test('none is right', () => {
    const right = String(answerTo(random, input, true, HABITS, hand()));
    expect(all.flat().filter((answer) => answer === right)).toEqual([]);
  });

  test('one or two misconceptions draw half of them, of some inputs more and of some less', () => {
    const shares = all.map((answers) => counts(answers).map((count) => count / answers.length));
    const mean = shares.reduce((sum, [first, second]) => sum + first! + second!, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.38);
    expect(mean).toBeLessThan(0.85);
    const firsts = shares.map(([first]) => first!).sort((a, b) => a - b);
    expect(firsts[5]!).toBeLessThan(0.45);
    expect(firsts.at(-6)! - firsts[5]!).toBeGreaterThan(0.2);
  });
});

const WHOLE = Array.from({ length: 60 }, (_, index) => ({
  ...number,
  key: `w_${index}_1`,
  answer: String(13 + 7 * index),
}));

test('wrong numbers are not the right one times the same factors at all problems', () => {
  const problems = new Map<string, number>();
  for (const input of WHOLE) {
    const ratios = wrong(input)
      .slice(0, 200)
      .map((text) => (Number(text) / Number(input.answer)).toFixed(3));
    for (const ratio of new Set(ratios))
      if (ratios.filter((other) => other === ratio).length > 1) problems.set(ratio, (problems.get(ratio) ?? 0) + 1);
  }
  expect(Math.max(...problems.values())).toBeLessThan(18);
});

test('of whole numbers wrong ones are whole, but for a few', () => {
  const sent = WHOLE.flatMap((input) => wrong(input).slice(0, 100));
  const whole = sent.filter((text) => Number.isInteger(Number(text))).length / sent.length;
  expect(whole).toBeGreaterThan(0.95);
  expect(whole).toBeLessThan(1);
});

test('wrong numbers lose a sign or a power of ten at few problems alone', () => {
  const generic = WHOLE.flatMap((input) =>
    wrong(input)
      .slice(0, 100)
      .map((text) => Number(text) / Number(input.answer))
      .filter((ratio) => [-1, 10, 100, 1000, 0.1, 0.01].includes(ratio)),
  );
  expect(generic.length / (WHOLE.length * 100)).toBeLessThan(0.035);
});

const word: Input = { key: 'w', id: 'w', hint: undefined, kind: 'text', answer: 'energy', wrong: ['power'] };
const boxes: Input = { key: 'b', id: 'b', hint: undefined, kind: 'checkboxes', choices: 5, answer: [0, 2] };
const program = 'def f(x):\n    y = x + 1\n    return y';
const code: Input = {
  key: 'c',
  id: 'c',
  hint: undefined,
  kind: 'code',
  answer: program,
  wrong: [program.replace('return', 'print'), program.replace('x + 1', 'x')],
};

test.each([number, word, boxes, code])('what was refused of a $kind is not tried again', (input) => {
  let again = 0;
  for (let person = 0; person < 100; person += 1) {
    const refused: (string | string[])[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const next = answerTo(random, input, false, HABITS, hand(person % 3 === 0 ? 'one more' : undefined), refused);
      again += Number(refused.some((other) => String(other) === String(next)));
      refused.unshift(next);
    }
  }
  expect(again).toBeLessThan(10);
});

test('of choices each is tried once, the right one when it alone is left', () => {
  const refused: string[] = [];
  while (!isLeftOver(choice, refused))
    refused.unshift(answerTo(random, choice, false, HABITS, hand(), refused) as string);
  expect([...refused].sort()).toEqual(['choice_0', 'choice_1', 'choice_3', 'choice_4']);
  expect(nextChoice(choice as Input & { kind: 'choice' }, ['choice_3', 'choice_4', 'choice_0'])).toBe('choice_1');
});

test('who has handed in a right program and hears nothing hands it in otherwise', () => {
  const first = answerTo(random, code, true, HABITS, hand());
  expect(answerTo(random, code, true, HABITS, hand(), [first])).toBe(
    'def f(x):\n    y = x + 1\n    print y\n    return y',
  );
});

test('wrong boxes are one, or several', () => {
  const errors = wrong(boxes).map((sent) => {
    const ticked = sent.split(',').map((name) => Number(name.slice('choice_'.length)));
    return [0, 1, 2, 3, 4].filter((box) => ticked.includes(box) !== [0, 2].includes(box)).length;
  });
  expect(errors.filter((count) => count === 0)).toEqual([]);
  const one = errors.filter((count) => count === 1).length / errors.length;
  expect(one).toBeGreaterThan(0.4);
  expect(one).toBeLessThan(0.8);
  expect(errors.filter((count) => count > 2).length).toBeGreaterThan(20);
});

test('hands slip to the key beside, leave out and double letters', () => {
  const typed = Array.from({ length: 3000 }, () =>
    String(answerTo(random, word, false, { ...HABITS, mistypes: 1 }, hand())),
  );
  for (const slip of ['enwrgy', 'energu', 'enrgy', 'eneergy', 'enregy', 'energyt']) expect(typed).toContain(slip);
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
