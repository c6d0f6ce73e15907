import { expect, test } from 'vitest';
import { closest } from './closest.ts';

const WORDS = ['title', 'name', 'seconds', 'code', 'due', 'linear-time'];

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
  ['lin-time', 'linear-time'],
  ['tiem', undefined],
  ['lame', 'name'],
  ['lane', undefined],
])('%s -> %s', (word, meant) => expect(closest(word, WORDS)).toBe(meant));
