import { expect, test } from 'vitest';
import type { CourseFile } from './course-file.ts';
import { resolveCourse } from './resolve.ts';

const FILE: CourseFile = {
  org: 'MITx',
  number: '6.00x',
  run: '2013_Spring',
  title: 'Programming',
  chapters: [
    {
      title: 'Week 1',
      sequences: [
        {
          title: 'Lecture 1',
          elements: [
            { video: { title: 'Hello', seconds: 100 } },
            {
              problems: [
                {
                  inputs: [
                    { kind: 'number', answer: 4.5 },
                    { kind: 'choice', choices: 3, answer: 2 },
                    { kind: 'checkboxes', choices: 3, answer: [2, 0] },
                    { kind: 'text', answer: 'yes', wrong: ['no', ''] },
                  ],
                },
              ],
            },
            { task: { title: 'Essay', graded: 'self', rubric: [3, 3] } },
          ],
        },
      ],
    },
  ],
};

test('what is left out has its default', () => {
  const course = resolveCourse(FILE);
  const url = 'https://www.edx.org/courses/MITx/6.00x/2013_Spring';
  const problem = 'i4x://MITx/6.00x/problem/Lecture_1:Lecture_1_Problem_1';
  const answerId = 'i4x-MITx-6_00x-problem-Lecture_1_Lecture_1_Problem_1';
  expect(course).toEqual({
    org: 'MITx',
    number: '6.00x',
    run: '2013_Spring',
    title: 'Programming',
    id: 'MITx/6.00x/2013_Spring',
    url,
    textbook: undefined,
    chapters: [
      {
        title: 'Week 1',
        release: 0,
        sequences: [
          {
            title: 'Lecture 1',
            location: 'i4x://MITx/6.00x/sequential/Lecture_1',
            url: `${url}/courseware/Week_1/Lecture_1/`,
            due: undefined,
            graded: true,
            elements: [
              {
                location: 'i4x://MITx/6.00x/vertical/Lecture_1_Unit_1',
                video: {
                  key: 'i4x-MITx-6_00x-video-Hello',
                  title: 'Hello',
                  id: 'i4x-MITx-6_00x-video-Hello',
                  code: expect.stringMatching(/^[\w-]{11}$/),
                  seconds: 100,
                },
                problems: [],
                task: undefined,
              },
              {
                location: 'i4x://MITx/6.00x/vertical/Lecture_1_Unit_2',
                video: undefined,
                problems: [
                  {
                    key: problem,
                    title: 'Problem 1',
                    index: 0,
                    location: problem,
                    difficulty: 0,
                    attempts: undefined,
                    randomized: false,
                    showAnswer: true,
                    inputs: [
                      { key: `${answerId}_2_1`, id: `${answerId}_2_1`, kind: 'number', answer: '4.5', hint: undefined },
                      {
                        key: `${answerId}_3_1`,
                        id: `${answerId}_3_1`,
                        kind: 'choice',
                        choices: 3,
                        answer: 2,
                        hint: undefined,
                      },
                      {
                        key: `${answerId}_4_1`,
                        id: `${answerId}_4_1`,
                        kind: 'checkboxes',
                        choices: 3,
                        answer: [0, 2],
                        hint: undefined,
                      },
                      {
                        key: `${answerId}_5_1`,
                        id: `${answerId}_5_1`,
                        kind: 'text',
                        answer: 'yes',
                        wrong: ['no', ''],
                        hint: undefined,
                      },
                    ],
                  },
                ],
                task: undefined,
              },
              {
                location: 'i4x://MITx/6.00x/vertical/Lecture_1_Unit_3',
                video: undefined,
                problems: [],
                task: {
                  title: 'Essay',
                  index: 0,
                  key: 'i4x://MITx/6.00x/combinedopenended/Essay',
                  location: 'i4x://MITx/6.00x/combinedopenended/Essay',
                  graded: 'self',
                  due: undefined,
                  rubric: [3, 3],
                },
              },
            ],
          },
        ],
      },
    ],
  });
});

/** A sequence of one problem and one video, in a chapter of its own. */
function only(parts: { chapter?: object; sequence?: object; problem?: object; video?: object }) {
  const problem = { inputs: [{ kind: 'number', answer: 1 }], ...parts.problem };
  const video = { title: 'V', seconds: 9, ...parts.video };
  const sequence = { title: 'S', elements: [{ video, problems: [problem] }], ...parts.sequence };
  const chapters = [{ title: 'C', ...parts.chapter, sequences: [sequence] }];
  const {
    url,
    chapters: [chapter],
  } = resolveCourse({ ...FILE, chapters } as CourseFile);
  const [resolved] = chapter!.sequences;
  const [element] = resolved!.elements;
  return {
    page: resolved!.url.slice(url.length),
    sequence: resolved!.location.replace(/.*\//, ''),
    problem: element!.problems[0]!.location.replace(/.*\//, ''),
    video: element!.video!.id.replace(/.*-video-/, ''),
    code: element!.video!.code,
  };
}

test.each([
  ['by title', {}, { page: '/courseware/C/S/', sequence: 'S', problem: 'S:S_Problem_1', video: 'V' }],
  [
    'by name',
    { chapter: { name: 'Week_8' }, sequence: { name: 'L15' }, problem: { name: 'P:1' }, video: { name: 'V.1' } },
    { page: '/courseware/Week_8/L15/', sequence: 'L15', problem: 'P:1', video: 'V_1' },
  ],
  ['by the problem’s title', { problem: { title: 'Code (2)' } }, { problem: 'S:Code_2_' }],
  [
    'in another script',
    { chapter: { title: 'Неделя 1' }, sequence: { title: '月' }, problem: { title: '雨' }, video: { title: 'שיר' } },
    {
      page: '/courseware/%D0%9D%D0%B5%D0%B4%D0%B5%D0%BB%D1%8F_1/%E6%9C%88/',
      sequence: 'Chapter_1_Section_1',
      problem: 'Chapter_1_Section_1:Chapter_1_Section_1_Problem_1',
      video: 'Chapter_1_Section_1_Video_1',
    },
  ],
  [
    'in letters with accents',
    { sequence: { title: 'Été' } },
    { page: '/courseware/C/%C3%89t%C3%A9/', sequence: '_t_' },
  ],
  [
    'as the browser leaves it',
    { sequence: { name: 'a:b.c-d' } },
    { page: '/courseware/C/a:b.c-d/', sequence: 'a:b.c-d' },
  ],
  ['a video’s own code', { video: { code: 'FU3fCJNs94Y' } }, { code: 'FU3fCJNs94Y' }],
])('names: %s', (_, parts, names) => expect(only(parts)).toMatchObject(names));

test('the site’s address has no slash at its end and no capitals', () => {
  const { url } = resolveCourse({ ...FILE, site: 'https://Courses.Example.org:8443/' });
  expect(url).toBe('https://courses.example.org:8443/courses/MITx/6.00x/2013_Spring');
});

test('a number’s text keeps its spelling', () => {
  const { chapters } = resolveCourse(JSON.parse(JSON.stringify(FILE).replace('4.5', '"4.50"')));
  expect(chapters[0]?.sequences[0]?.elements[1]?.problems[0]?.inputs[0]).toMatchObject({ answer: '4.50' });
});
