import fc from 'fast-check';
import { forAll } from '../../testing/for-all.ts';
import { Compile } from 'typebox/compile';
import { describe, expect } from 'vitest';
import { absoluteUrl, location, videoId, youtubeCode } from '../../src/spec/values.ts';
import { checkCourse } from './check-course.ts';
import { checkShape } from '../../src/base/user-files/check-shape.ts';
import { courseFileSchema, type CourseFile, type ElementFile, type InputFile } from './course-file.ts';
import { resolveCourse } from './resolve.ts';
import { readSource } from '../../src/base/user-files/source.ts';

const isCourseFile = Compile(courseFileSchema);
const isLocation = Compile(location);
const isVideoId = Compile(videoId);
const isCode = Compile(youtubeCode);
const isUrl = Compile(absoluteUrl);

const word = fc.stringMatching(/^[A-Za-z]{4,8}$/);
/** Titles in many scripts; some of them such that names meet now and then. */
const title = fc.oneof(
  fc.constantFrom(
    'A',
    'a b',
    'a_b',
    'L1',
    '?!',
    '1',
    'Лекция 1',
    'Неделя',
    '月',
    'é',
    'e\u0301',
    '🙂',
    '../x',
    'a/b#c?d',
  ),
  { arbitrary: word, weight: 10 },
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => /^[^\p{Cc}\p{Cs}]{1,255}$/u.test(text)),
);
const name = fc.oneof(fc.constantFrom('a', 'A.B', 'A:B', 'A_B', 'Тема_2', '7', 'x.-'), { arbitrary: word, weight: 10 });
const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 9 })
  .filter((text) => /^[^\p{Cc}\p{Cs}]+$/u.test(text));
const hint = fc.constantFrom('', 'Try <b>again</b>').map((text) => (text === '' ? {} : { hint: text }));
const day = fc.integer({ min: 100, max: 200 });

const choices = fc.integer({ min: 2, max: 6 });
const input: fc.Arbitrary<InputFile> = fc
  .tuple(
    hint,
    fc.oneof(
      fc.record({
        kind: fc.constant('number' as const),
        answer: fc.oneof(fc.integer(), fc.constantFrom('1.50', '-3e5')),
      }),
      choices.chain((count) =>
        fc.record({
          kind: fc.constant('choice' as const),
          choices: fc.constant(count),
          answer: fc.nat({ max: count - 1 }),
        }),
      ),
      choices.chain((count) =>
        fc.record({
          kind: fc.constant('checkboxes' as const),
          choices: fc.constant(count),
          answer: fc.uniqueArray(fc.nat({ max: count - 1 }), { minLength: 1 }),
        }),
      ),
      fc
        .record({
          kind: fc.constantFrom('text' as const, 'code' as const),
          answer: line,
          wrong: line.map((text) => [`${text}?`]),
        })
        .filter(({ answer, wrong }) => !wrong.includes(answer)),
    ),
  )
  .map(([more, rest]) => ({ ...rest, ...more }) as InputFile);

const problem = fc.record(
  {
    title,
    name,
    difficulty: fc.double({ min: -6, max: 6, noNaN: true }),
    attempts: fc.integer({ min: 1, max: 9 }),
    randomized: fc.boolean(),
    showAnswer: fc.boolean(),
    inputs: fc.array(input, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['inputs'] },
);
const video = fc.record(
  { title, name, seconds: fc.integer({ min: 1, max: 5000 }) },
  { requiredKeys: ['title', 'seconds'] },
);
const task = fc.record(
  {
    title,
    name,
    due: day,
    graded: fc.constantFrom('self' as const, 'peer' as const, 'staff' as const),
    rubric: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['title', 'graded', 'rubric'] },
);
const element: fc.Arbitrary<ElementFile> = fc
  .record({ video, problems: fc.array(problem, { minLength: 1, maxLength: 3 }), task }, { requiredKeys: [] })
  .filter((parts) => Object.keys(parts).length > 0);
const sequence = fc.record(
  { title, name, due: day, elements: fc.array(element, { minLength: 1, maxLength: 3 }) },
  { requiredKeys: ['title', 'elements'] },
);
const chapter = fc.record(
  {
    title,
    name,
    release: fc.integer({ min: 0, max: 99 }),
    sequences: fc.array(sequence, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['title', 'sequences'] },
);
const courseFile: fc.Arbitrary<CourseFile> = fc.record(
  {
    org: fc.constantFrom('MITx', 'A.B', 'x'),
    number: fc.constantFrom('6.00x', '7', 'PH207x'),
    run: fc.constantFrom('2013_Spring', '1'),
    title,
    site: fc.constantFrom('http://localhost:8000', 'https://Courses.example.org/'),
    textbook: fc.record({ pages: fc.integer({ min: 1, max: 900 }) }),
    chapters: fc.array(chapter, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['org', 'number', 'run', 'title', 'chapters'] },
);

/** Everything in a course that logs name. */
function idsOf(file: CourseFile) {
  const course = resolveCourse(file);
  const sequences = course.chapters.flatMap((part) => part.sequences);
  const elements = sequences.flatMap((part) => part.elements);
  const problems = elements.flatMap((part) => part.problems);
  const tasks = elements.flatMap((part) => part.task ?? []);
  return {
    locations: [...sequences, ...problems, ...tasks].map((part) => part.location),
    answers: problems.flatMap((part) => part.inputs.map(({ id }) => id)),
    videos: elements.flatMap((part) => part.video ?? []),
    pages: sequences.map((part) => part.url),
  };
}

const repeated = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

describe('any file that keeps to the schema', () => {
  forAll([courseFile])('passes the check', (file) => {
    expect(checkShape(courseFileSchema, file)).toEqual([]);
    expect(isCourseFile.Check(file)).toBe(true);
  });

  forAll([courseFile])('reads the same from JSON', (file) => {
    expect(readSource(JSON.stringify(file)).value).toEqual(JSON.parse(JSON.stringify(file)));
  });

  forAll([courseFile])('becomes a course of well-formed ids and addresses', (file) => {
    const { locations, answers, videos, pages } = idsOf(file);
    for (const text of locations) expect(isLocation.Check(text), text).toBe(true);
    for (const text of answers) expect(text).toMatch(/^i4x-[A-Za-z0-9_-]+_\d+_1$/);
    for (const { id, code } of videos) expect([isVideoId.Check(id), isCode.Check(code)]).toEqual([true, true]);
    for (const page of pages) {
      expect(isUrl.Check(page), page).toBe(true);
      expect(new URL(page).href).toBe(page);
    }
  });

  forAll([courseFile], { numRuns: 500 })('has ids of its own everywhere, or is told off', (file) => {
    const { locations, answers, videos, pages } = idsOf(file);
    const clash = [locations, answers, videos.map(({ id }) => id), pages].some(repeated);
    const findings = checkCourse(resolveCourse(file));
    if (clash) expect(findings.length).toBeGreaterThan(0);
    for (const { message } of findings) expect(message).toMatch(/^expected (an id|a page) of its own, got /);
  });

  forAll([courseFile])('resolves to the same course every time', (file) => {
    expect(resolveCourse(file)).toEqual(resolveCourse(structuredClone(file)));
  });
});

describe('any value', () => {
  forAll([fc.object({ withNullPrototype: false }), courseFile, fc.nat(), fc.jsonValue()])(
    'is found wrong exactly when it breaks the schema',
    (object, file, index, value) => {
      const changed = structuredClone(file) as unknown as Record<string, unknown>;
      const spots = spotsOf(changed);
      const [holder, key] = spots[index % spots.length]!;
      holder[key] = value;
      for (const candidate of [object, changed]) {
        expect(checkShape(courseFileSchema, candidate).length === 0).toBe(isCourseFile.Check(candidate));
      }
    },
  );
});

/** Every place where a value stands. */
function spotsOf(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap(
    (key) => [[holder, key], ...spotsOf(holder[key])] as [Record<string, unknown>, string][],
  );
}
