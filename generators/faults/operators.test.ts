/** Each line operator keeps its word: what it calls wrong breaks its rule, what it calls harmless means the same. */
import { describe, expect, test } from 'vitest';
import { DIALECTS, RULES } from '../../src/spec/index.ts';
import { FAULTS, LINE_FAULTS } from './index.ts';
import { breakAll, CLEAN, LONG, meansTheSame, TUTOR } from './operators.test.support.ts';
import { rulesIn } from './rules-in.test.support.ts';

/** Lines that are as long as they can be, or have a prefix. */
const OTHERS = { documented: [], deployed: LONG, current: TUTOR };

describe.each(DIALECTS)('%s', (dialect) => {
  const operators = LINE_FAULTS.filter(
    ({ dialects, level }) => level !== 'order' && (dialects?.includes(dialect) ?? true),
  );

  test.each(operators)('$id', async (fault) => {
    const broken = [CLEAN[dialect], OTHERS[dialect]].flatMap((lines) => breakAll(fault, lines));
    expect(broken.length, 'lines that it can break').toBeGreaterThan(0);
    expect(
      broken.filter(({ clean, text }) => clean === text),
      'left as it was',
    ).toEqual([]);
    expect(
      broken.filter(({ text }) => /[^\0-\xff]/.test(text)),
      'more than a byte a character',
    ).toEqual([]);
    const rules = await rulesIn(
      broken.map(({ text }) => text),
      dialect,
    );
    const betrayed = broken.filter((one, index) => {
      if (fault.verdict === 'reject') return !rules[index]!.has(fault.rule!);
      return fault.verdict === 'accept' && (rules[index]!.size > 0 || !meansTheSame(one, dialect));
    });
    expect(betrayed.slice(0, 3)).toEqual([]);
  });
});

test('operators that reject name the rule that they break; those that accept break none', () => {
  expect(LINE_FAULTS.filter(({ verdict, rule }) => verdict === 'reject' && rule === null)).toEqual([]);
  expect(LINE_FAULTS.filter(({ verdict, rule }) => verdict === 'accept' && rule !== null)).toEqual([]);
});

test('operators have an id of their own, in kebab-case, and say what they do in a sentence', () => {
  expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
  expect(
    FAULTS.filter(({ id, wording }) => !/^[a-z]+\d*(-[a-z\d]+)*$/.test(id) || !/^[A-Z].*[^.]\.$/.test(wording)),
  ).toEqual([]);
});

test('every rule about fields and payloads is broken by some operator', () => {
  const rules = Object.keys(RULES).filter((rule) => !/^(line|file|log)-|^time-order$/.test(rule));
  const broken = new Set(LINE_FAULTS.map(({ rule }) => rule as string));
  expect(rules.filter((rule) => !broken.has(rule))).toEqual([]);
});
