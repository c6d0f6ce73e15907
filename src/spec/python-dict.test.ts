import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { asDict, dictOrder, type DictMaking } from './python-dict.ts';

/** How a dict was made, its keys as they were put in, and as a real Python 2.7.18 printed them. */
const cases = readFileSync(new URL('python-dict.cases.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as [DictMaking, string[], string[]]);

test.each(['literal', 'plain', 'copied', 'answers', 'stored'] as const)('%s dicts are ordered as by Python', (how) => {
  const made = cases.filter(([making]) => making === how);
  expect(made.length).toBeGreaterThan(0);
  for (const [making, put, printed] of made) expect(dictOrder(making, put)).toEqual(printed);
});

test('an order is computed once, and right again after so many others that it is forgotten', () => {
  const [making, put, printed] = cases.find(([how, keys]) => how === 'plain' && keys.length > 10)!;
  const before = dictOrder(making, put);
  expect(dictOrder(making, put)).toBe(before);
  for (let number = 0; number < 25_000; number += 1) dictOrder('plain', [`key ${number}`]);
  const again = dictOrder(making, put);
  expect(again).not.toBe(before);
  expect(again).toEqual(printed);
});

test('members keep their values', () => {
  const members = { state: 1, problem_id: 2, answers: undefined };
  expect(asDict('plain', members)).toEqual(members);
});
