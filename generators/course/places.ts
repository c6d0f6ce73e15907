import type { Chapter, Course, Sequence, Task } from './course.ts';

/** A sequence and the chapter it is in. */
export interface Place {
  readonly chapter: Chapter;
  readonly sequence: Sequence;
}

interface Index {
  readonly places: readonly Place[];
  readonly tasks: readonly { readonly place: Place; readonly task: Task }[];
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
export const placesOf = (course: Course): readonly Place[] => indexOf(course).places;

/** A course's open-ended tasks, in its order, with where they are. */
export const tasksOf = (course: Course): Index['tasks'] => indexOf(course).tasks;
