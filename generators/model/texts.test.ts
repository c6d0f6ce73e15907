import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { LISTS, STRIDE } from './text-words.ts';
import { written } from './texts.ts';

const text = (person: number, visit: number, title?: string): string =>
  written(
    {
      own: (...address) => stream('texts', 'learner', person, ...address),
      random: stream('texts', 'learner', person, 'visit', visit),
    },
    { low: 4, high: 14 },
    title,
  )();
const PEOPLE = Array.from({ length: 3000 }, (_, person) => person);
const texts = PEOPLE.map((person) => text(person, 1));
const sentencesOf = (all: readonly string[]): string[] => all.flatMap((one) => one.split(/(?<=[.?]) +/));
const wordsOf = (one: string): Set<string> => new Set(one.toLowerCase().match(/\p{L}{4,}/gu));
const shared = (one: string, other: string): number => {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);
};

test('no two essays of thousands are alike, and hardly two sentences', () => {
  expect(new Set(texts).size).toBe(texts.length);
  const all = sentencesOf(texts);
  expect(new Set(all).size).toBeGreaterThan(0.9 * all.length);
});

test('all gaps are filled, and the letters are Latin', () => {
  expect(texts.filter((one) => /[{}]|undefined/.test(one))).toEqual([]);
  expect(texts.join('').replaceAll(/[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu, '')).toBe('');
});

test('parsers still meet letters and signs beyond ASCII', () => {
  for (const sign of [/’/, /“/, /\p{Emoji_Presentation}/u, /ë|é|ø/])
    expect(texts.filter((one) => sign.test(one)).length).toBeGreaterThan(100);
});

test('two texts of one person have more words in common than two of two people', () => {
  const people = PEOPLE.slice(0, 400);
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const same = mean(people.map((person) => shared(texts[person]!, text(person, 2))));
  const others = mean(people.map((person) => shared(texts[person]!, text(person + 1, 2))));
  expect(same - others).toBeGreaterThan(0.03);
});

test('an essay is about its task, and comes back to what it is about', () => {
  const people = PEOPLE.slice(0, 300);
  const about = people.map((person) => text(person, 3, 'A recipe as an {algorithm}'));
  const times = (all: readonly string[]): number => all.join(' ').match(/\b(?:recipe|algorithm)\b/gi)?.length ?? 0;
  expect(about.filter((one) => /[{}]|undefined/.test(one))).toEqual([]);
  expect(times(about)).toBeGreaterThan(3 * people.length);
  expect(times(people.map((person) => text(person, 3)))).toBeLessThan(people.length);
  expect(about.filter((one) => one.includes('\n\n')).length).toBeGreaterThan(20);
});

test('each word of each list can be reached', () => {
  for (const list of Object.values(LISTS)) expect(list.length).toBeLessThan(STRIDE);
});
