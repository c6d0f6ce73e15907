import { expect, test } from 'vitest';
import { stream } from '../../src/base/random/index.ts';
import { expressionBy, isSameNumber, isSameText, numberBy, withBlanks } from './spelling.ts';

const SPACED = { tight: undefined, comma: ', ' };
const TIGHT = { tight: 'operator', comma: ',' } as const;
const PEOPLE = Array.from({ length: 400 }, (_, number) => `person ${number}`);
const key = { key: 'p_2_1' };

test('whoever writes programs tight answers tight, others now and then', () => {
  expect(PEOPLE.map((person) => expressionBy(TIGHT, person, key, 'a += 1')).filter((text) => text !== 'a+=1')).toEqual(
    [],
  );
  const loose = PEOPLE.map((person) => expressionBy(SPACED, person, key, 'range(2, 10, 2)'));
  expect(new Set(loose)).toEqual(new Set(['range(2, 10, 2)', 'range(2,10,2)']));
  expect(loose.filter((text) => text.includes(' ')).length).toBeGreaterThan(200);
  expect(expressionBy(TIGHT, 'x', key, '"a = b"')).toBe('"a = b"');
});

test('a person spells a number in one way, and what is spelled is the number', () => {
  const random = stream('spelling', 'test');
  for (const answer of ['0.5', '2.5', '37.0', '1102.12', '7', '-0.25', '1.4167'])
    for (const person of PEOPLE) expect(isSameNumber(numberBy(random, person, answer, 0.1), answer)).toBe(true);
  const spelled = PEOPLE.map((person) => numberBy(random, person, '0.5', 0.0001));
  expect(new Set(spelled)).toEqual(new Set(['0.5', '.5', '0.50', '1/2']));
  expect(spelled.filter((text) => text === '0.5').length).toBeGreaterThan(0.6 * PEOPLE.length);
  expect(numberBy(random, 'anyone', '0.5', 0)).toBe('0.5');
});

test('blanks stand before an answer, after it, and twice', () => {
  const random = stream('blanks', 'test');
  const texts = PEOPLE.map(() => withBlanks(random, 'a', 1));
  expect(new Set(texts)).toEqual(new Set(['a ', ' a', 'a  ']));
  expect(texts.every((text) => isSameText(text, 'a'))).toBe(true);
});
