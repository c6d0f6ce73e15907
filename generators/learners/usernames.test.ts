import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { expect, test } from 'vitest';
import { Population } from './population.ts';
import { loadPreset } from './presets.ts';
import { permute, usernameOf } from './usernames.ts';

const SLUG = /^[A-Za-z0-9_-]{2,30}$/;
const population = new Population('names', loadPreset('mooc-2012'));
const nameOf = (number: number): string => usernameOf('names', number, population.outline(number).country.names);

test('a million learners have a million names, also to a site that does not tell capitals', () => {
  const names = new Set<string>();
  let withDigits = 0;
  for (let number = 1; number <= 1_000_000; number += 1) {
    const name = nameOf(number);
    if (!SLUG.test(name)) throw new Error(`not a slug: ${name}`);
    names.add(name.toLowerCase());
    withDigits += Number(/\d/.test(name));
  }
  expect(names.size).toBe(1_000_000);
  expect(withDigits).toBeLessThan(500_000);
});

test('learners of one locale only have names of their own, from the first tier to the last', () => {
  for (const locale of ['pt_BR', 'el', 'ur'] as const) {
    const numbers = Array.from({ length: 90_000 }, (_, index) => 1 + index * 111);
    const names = numbers.map((number) => usernameOf('one', number, locale));
    expect(names.filter((name) => !SLUG.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(numbers.length);
  }
});

test('a thousand learners: no name has the number in it more often than by chance, a quarter has digits', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index + 1);
  const names = numbers.map(nameOf);
  expect(numbers.filter((number) => number > 99 && names[number - 1]!.includes(String(number))).length).toBeLessThan(5);
  const digits = names.filter((name) => /\d/.test(name)).length;
  expect(digits).toBeGreaterThan(150);
  expect(digits).toBeLessThan(330);
});

test('common names are common, and names have the shapes that people give them', () => {
  const names = Array.from({ length: 3000 }, (_, index) => nameOf(index + 1));
  const share = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length / names.length;
  for (const common of ['michael', 'rahul', 'kumar', 'ahmed', 'mohamed', 'nguyen', 'wang', 'garcia', 'carlos', 'juan'])
    expect(names.filter((name) => name.toLowerCase().includes(common)).length, common).toBeGreaterThan(0);
  expect(names.filter((name) => /john/i.test(name)).length).toBeGreaterThan(20);
  for (const [shape, low, high] of [
    [/[a-z]\d+[a-z]/i, 0.003, 0.05],
    [/^\d/, 0.001, 0.02],
    [/[a-z][A-Z]/, 0.01, 0.08],
    [/[-_].*[-_]/, 0.01, 0.1],
    [/\d{5}/, 0.005, 0.06],
    [/-/, 0.005, 0.06],
  ] as const) {
    expect(share(shape), String(shape)).toBeGreaterThan(low);
    expect(share(shape), String(shape)).toBeLessThan(high);
  }
});

forAll([fc.string(), fc.constantFrom(2, 8, 10)])('the permutation gives each number once', (key, bits) => {
  const all = Array.from({ length: 2 ** bits }, (_, number) => permute(number, bits, key));
  expect(new Set(all).size).toBe(2 ** bits);
  expect(Math.min(...all)).toBe(0);
  expect(Math.max(...all)).toBe(2 ** bits - 1);
});

test('another seed gives another name', () => {
  const same = Array.from({ length: 500 }, (_, index) => index + 1).filter(
    (number) => usernameOf('a', number, 'en') === usernameOf('b', number, 'en'),
  );
  expect(same.length).toBeLessThan(5);
});

test('the first thousand of two sites are other people', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) => index + 1);
  const there = new Set(numbers.map((number) => usernameOf('b', number, population.outline(number).country.names)));
  expect(numbers.filter((number) => there.has(nameOf(number))).length).toBeLessThan(30);
});
