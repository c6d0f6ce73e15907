import type { Chapter, Course, Sequence, Task } from './course.ts';

/** A sequence and the chapter it is in. */
export interface LocatedSequence {
  readonly chapter: Chapter;
  readonly sequence: Sequence;
}

interface Index {
  readonly sequences: readonly LocatedSequence[];
  readonly tasks: readonly { readonly located: LocatedSequence; readonly task: Task }[];
}

const indexes = new WeakMap<Course, Index>();

function indexOf(course: Course): Index {
  const known = indexes.get(course);
  if (known) return known;
  const sequences = course.chapters.flatMap((chapter) => chapter.sequences.map((sequence) => ({ chapter, sequence })));
  const tasks = sequences.flatMap((located) =>
    located.sequence.elements.flatMap(({ task }) => (task ? [{ located, task }] : [])),
  );
  const index = { sequences, tasks };
  indexes.set(course, index);
  return index;
}

/** A course's sequences, in its order. */
export const sequencesOf = (course: Course): readonly LocatedSequence[] => indexOf(course).sequences;

/** A course's open-ended tasks, in its order, with where they are. */
export const tasksOf = (course: Course): Index['tasks'] => indexOf(course).tasks;
