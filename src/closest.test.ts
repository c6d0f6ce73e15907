import { expect, test } from 'vitest';
import { closest } from './closest.ts';

const WORDS = ['title', 'name', 'seconds', 'code', 'due'];

test.each([
  ['secnds', 'seconds'],
  ['second', 'seconds'],
  ['Title', 'title'],
  ['tilte', 'title'],
  ['naem', 'name'],
  ['duration', undefined],
  ['x', undefined],
  ['', undefined],
  ['Due', 'due'],
])('%s -> %s', (word, meant) => expect(closest(word, WORDS)).toBe(meant));
