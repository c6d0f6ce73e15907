/** `--spice`: a deployed log with more of what is rare and right, which conforms like any other. */
import { expect, test } from 'vitest';
import { validateLine } from '../../src/line/validate.ts';
import { linesOf } from '../../testing/runs.ts';

const OPTIONS = { users: 150, days: 7, dialect: 'deployed', heartbeats: 'none' } as const;
const POSITION_AS_TEXT = /\\"currentTime\\":\\"\d+\.\d{3}\\"/;

const usual = await linesOf(OPTIONS);
const lines = await linesOf({ ...OPTIONS, spice: true });

const isWholeSecond = (line: string): boolean => /"time": "\d{4}-[^".]+"/.test(line);
const usernameIn = (line: string): string => /^\{"username": "([^"]*)"/.exec(line)![1]!;
const isBeyondSlugs = (line: string): boolean => !/^[\w-]*$/.test(usernameIn(line));

test.each<[name: string, is: (line: string) => boolean]>([
  ['whole seconds', isWholeSecond],
  ['positions as text', (line) => POSITION_AS_TEXT.test(line)],
  ['names that are no slugs', isBeyondSlugs],
])('%s are there, and not without it', (_, is) => {
  expect(lines.filter(is).length).toBeGreaterThan(5);
  expect(usual.filter(is)).toEqual([]);
});

test('all conforms', () => {
  expect(lines.flatMap((line) => validateLine(line, 'deployed'))).toEqual([]);
});

test('nobody shares a name', () => {
  const names = new Set(lines.map(usernameIn));
  const slugs = new Set([...names].map((name) => /^[\w-]*/.exec(name)![0]));
  expect(slugs.size).toBe(names.size);
});
