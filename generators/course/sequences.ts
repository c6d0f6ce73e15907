import type { Chapter, Course, Sequence, Task } from './course.ts';

/** A sequence and the chapter it is in. */
export interface LocatedSequence {
  readonly chapter: Chapter;
  readonly sequence: Sequence;
}

interface Index {
  readonly places: readonly LocatedSequence[];
  readonly tasks: readonly { readonly place: LocatedSequence; readonly task: Task }[];
}

const indexes = new WeakMap<Course, Index>();

function indexOf(course: Course): Index {
  const known = indexes.get(course);
  if (known) return known;
  const places = course.chapters.flatMap((chapter) => chapter.sequences.map((sequence) => ({ chapter, sequence })));
  const tasks = places.flatMap((place) =>
    place.sequence.elements.flatMap(({ task }) => (task ? [{ place, task }] : [])),
  );
  const index = { places, tasks };
  indexes.set(course, index);
  return index;
}

/** A course's sequences, in its order. */
export const sequencesOf = (course: Course): readonly LocatedSequence[] => indexOf(course).places;

/** A course's open-ended tasks, in its order, with where they are. */
export const tasksOf = (course: Course): Index['tasks'] => indexOf(course).tasks;
