import { expect, test } from 'vitest';
import { readLine } from './line-read.ts';
import { Sessions, ToldSessions } from './sessions.ts';

const KEY = '5f1d0c2b3a495867768594a3b2c1d0e9';
/** @param names as JSON has them, without their quotes */
const found = (...names: string[]): number[] => {
  const sessions = new Sessions();
  const foreign: boolean[] = [];
  const told = new ToldSessions((owned) => foreign.push(sessions.check(owned) !== undefined));
  return names.map((name) => {
    const number = told.numberOf(readLine(`{"username": "${name}", "session": "${KEY}"}`, [])!);
    return Number(foreign[number - 1] ?? false);
  });
};

test('a session is one person’s', () => {
  expect(found('anna', 'anna', 'ben', 'anna', '')).toEqual([0, 0, 1, 0, 0]);
});

test('a newline at the end of a name makes nobody another, wherever it comes first', () => {
  expect(found('anna\\n', 'anna', 'anna\\n\\n', 'ben\\n')).toEqual([0, 0, 0, 1]);
  expect(found('an\\nna', 'anna')).toEqual([0, 1]);
});

test('half a surrogate pair in a name makes nobody another', () => {
  expect(found('an\\ud83dna', 'anna', '\\ud83d\\ude00', '\\ud83d\\ud83d\\ude00')).toEqual([0, 0, 1, 1]);
});

test('how a name is escaped makes nobody another', () => {
  expect(found('\\u0061nna', 'anna', 'ann\\u0061', '\\u0062en')).toEqual([0, 0, 0, 1]);
});

test('a line that names two is nobody’s', () => {
  expect(found('ben", "username": "anna', 'anna')).toEqual([0, 0]);
});

test('a name that is no JSON string, as a cut line can hold, is nobody’s', () => {
  expect(found('anna', '\\x')).toEqual([0, 0]);
});

test('a name of megabytes is nobody’s, whatever it holds', () => {
  expect(found('anna', 'b'.repeat(1e7), '\\\\'.repeat(5e6), 'ben')).toEqual([0, 0, 0, 1]);
});
