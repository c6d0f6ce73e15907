import { describe, expect, test } from 'vitest';
import { answerId, htmlId, locationName, nameOf, youtubeCode } from './names.ts';

describe('nameOf', () => {
  test.each([
    ['Week 3: Functions', 'Week_3_Functions'],
    ['C++ & you', 'C_you'],
    ['6.00x', '6_00x'],
    ['a - b', 'a_-_b'],
    ['Юникод и строки', 'Юникод_и_строки'],
    ['नमस्ते!', 'नमस्ते_'],
    ['«?»', '_'],
  ])('%s -> %s', (title, name) => expect(nameOf(title)).toBe(name));
});

describe('locationName', () => {
  test.each([
    ['L15:L15_Problem_2', 'L15:L15_Problem_2'],
    ['Révision', 'R_vision'],
    ['3', '3'],
    ['Лекция_3', 'positional'],
    ['文字列', 'positional'],
    ['_', 'positional'],
  ])('%s -> %s', (name, expected) => expect(locationName(name, 'positional')).toBe(expected));
});

test('ids are those of the platform', () => {
  const location = 'i4x://MITx/6.00x/problem/L15:L15_Problem_2';
  expect(htmlId(location)).toBe('i4x-MITx-6_00x-problem-L15_L15_Problem_2');
  expect(answerId(location, 0)).toBe('i4x-MITx-6_00x-problem-L15_L15_Problem_2_2_1');
  expect(answerId(location, 1)).toBe('i4x-MITx-6_00x-problem-L15_L15_Problem_2_3_1');
});

test('a video keeps its made-up code', () => {
  expect(youtubeCode('i4x-MITx-6_00x-video-Simple_Random_Sample')).toBe('FjpThwKpWDM');
});
