import { onceFor } from '../../src/base/remember.ts';
import type { Chapter, Course, Sequence, Task } from './course.ts';

/** A sequence and the chapter it is in. */
export interface LocatedSequence {
  readonly chapter: Chapter;
  readonly sequence: Sequence;
}

/** A sequence of homework or an exam, and its index in the course. */
export interface Homework extends LocatedSequence {
  readonly number: number;
}

interface Index {
  readonly sequences: readonly LocatedSequence[];
  readonly homework: readonly Homework[];
  readonly tasks: readonly { readonly located: LocatedSequence; readonly task: Task }[];
}

const indexOf = onceFor((course: Course): Index => {
  const sequences = course.chapters.flatMap((chapter) => chapter.sequences.map((sequence) => ({ chapter, sequence })));
  const tasks = sequences.flatMap((located) =>
    located.sequence.elements.flatMap(({ task }) => (task ? [{ located, task }] : [])),
  );
  const homework = sequences.flatMap((located, number) =>
    isAssignment(located.sequence) ? [{ ...located, number }] : [],
  );
  return { sequences, homework, tasks };
});

/** A course's sequences, in its order. */
export const sequencesOf = (course: Course): readonly LocatedSequence[] => indexOf(course).sequences;

/** A course's homework and exams, in its order. */
export const homeworkOf = (course: Course): Index['homework'] => indexOf(course).homework;

/** A course's open-ended tasks, in its order, with where they are. */
export const tasksOf = (course: Course): Index['tasks'] => indexOf(course).tasks;

/** Whether a sequence is to be done rather than to learn from: it is due some day, or counts for the grade and shows no video. */
export const isAssignment = ({ due, graded, elements }: Sequence): boolean =>
  due !== undefined || (graded && elements.every(({ video }) => video === undefined));

/** Whether a sequence is neither homework nor an exam. */
export const isLecture = (sequence: Sequence): boolean => !isAssignment(sequence) && sequence.timeLimit === undefined;

/** The days of a course, with their fractions, at which work is due, in their order. */
export const duesOf = onceFor((course: Course): readonly number[] =>
  [...new Set(homeworkOf(course).flatMap(({ sequence }) => sequence.due ?? []))].sort((a, b) => a - b),
);
