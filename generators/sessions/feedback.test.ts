import { expect, test } from 'vitest';
import type { Input } from '../course/course.ts';
import { feedbackOn } from './feedback.ts';

const numbers = Array.from({ length: 200 }, (_, at): Input => ({
  key: `p_${at}`,
  id: `p_${at}`,
  hint: 'Think.',
  kind: 'number',
  answer: '12',
}));

test('what is said of a number fits it, and of most inputs nothing is said', () => {
  const said = (answer: string) => new Set(numbers.map((input) => feedbackOn(input, answer).message));
  expect([...said('-12')].filter((text) => /units/.test(text))).toEqual([]);
  expect([...said('-12')].some((text) => /signs/.test(text))).toBe(true);
  expect([...said('1200')].some((text) => /units/.test(text))).toBe(true);
  expect(numbers.filter((input) => feedbackOn(input, '5').message === '').length).toBeGreaterThan(100);
  expect(new Set(numbers.map((input) => feedbackOn(input, '').message))).toEqual(new Set(['']));
});

test('a hint is for some answers, and always for the same', () => {
  const hinted = numbers.map((input) => feedbackOn(input, '5').hint);
  expect(new Set(hinted)).toEqual(new Set(['', 'Think.']));
  expect(numbers.map((input) => feedbackOn(input, '5').hint)).toEqual(hinted);
});
