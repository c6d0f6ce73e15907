import { expect, test } from 'vitest';
import type { SequenceFile } from './course-file.ts';
import { gradedIn } from './graded.ts';

const problems = [{ inputs: [{ kind: 'number' as const, answer: 4 }] }];
const video = { title: 'Hello', seconds: 100 };
const lesson = { title: 'Lesson', elements: [{ video, problems }] };
const lecture = { title: 'Lecture', elements: [{ video }] };
const set = { title: 'Set', elements: [{ problems }] };
const essay = { title: 'Essay', elements: [{ task: { title: 'Essay', graded: 'self' as const, rubric: [3] } }] };

test.each<[what: string, sequences: readonly (SequenceFile & { readonly title: string })[], graded: string[]]>([
  ['what is due', [lesson, { ...set, due: 7 }, { ...set, title: 'Practice' }], ['Set']],
  [
    'what is said to be',
    [
      { ...lesson, graded: true },
      { ...set, due: 7, graded: false },
    ],
    ['Lesson'],
  ],
  ['sets and essays, where nothing is due', [lecture, lesson, set, essay], ['Set', 'Essay']],
  ['lessons with problems, where there is nothing else', [lecture, lesson], ['Lesson']],
])('%s counts', (_, sequences, graded) => {
  const isGraded = gradedIn([{ title: 'One', sequences: [...sequences] }]);
  expect(sequences.filter(isGraded).map(({ title }) => title)).toEqual(graded);
});
