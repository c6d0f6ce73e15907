import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { courseFileSchema } from './course-file.ts';
import { loadCourse } from './load.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/course.yaml', import.meta.url));

/** Every key that the schema knows anywhere. */
function keysOf(schema: object): string[] {
  const properties = 'properties' in schema ? (schema.properties as object) : {};
  const parts = Object.values(schema).filter((part) => typeof part === 'object' && part !== null);
  return [...Object.keys(properties), ...parts.flatMap(keysOf)];
}

test('the example file is a course', () => {
  const course = loadCourse(EXAMPLE);
  const { url, textbook, chapters } = course;
  expect({ url, textbook }).toEqual({
    url: 'https://courses.example.org/courses/ExampleX/EX.101x/2013_Spring',
    textbook: { pages: 212 },
  });
  expect(chapters.flatMap(({ sequences }) => sequences.map((sequence) => [sequence.location, sequence.url]))).toEqual([
    ['i4x://ExampleX/EX.101x/sequential/L1', `${url}/courseware/Week_1/L1/`],
    ['i4x://ExampleX/EX.101x/sequential/PS1', `${url}/courseware/Week_1/PS1/`],
    [
      'i4x://ExampleX/EX.101x/sequential/Week_2_The_Moon_Section_1',
      `${url}/courseware/Week_2_The_Moon/%E6%9C%88%E3%81%AE%E6%BA%80%E3%81%A1%E6%AC%A0%E3%81%91/`,
    ],
    ['i4x://ExampleX/EX.101x/sequential/Essays', `${url}/courseware/Week_2_The_Moon/Essays/`],
  ]);
});

test('the example file shows every option', () => {
  const text = readFileSync(EXAMPLE, 'utf8');
  for (const key of new Set(keysOf(courseFileSchema))) expect(text).toMatch(new RegExp(`\\b${key}:`));
});
