/** Courses made of others, for tests. */
import type { Course, Problem } from '../generators/course/course.ts';

/** A course with other problems in its elements. */
export const withProblems = (course: Course, change: (problems: readonly Problem[]) => readonly Problem[]): Course => ({
  ...course,
  chapters: course.chapters.map((chapter) => ({
    ...chapter,
    sequences: chapter.sequences.map((sequence) => ({
      ...sequence,
      elements: sequence.elements.map((element) => ({ ...element, problems: change(element.problems) })),
    })),
  })),
});
