/** What the checker knows of the built-in course: where things are, when they open and close, how long they are. */
import { builtInCourse } from '../../generators/course/built-in.ts';
import type { Problem, Sequence, Task, Video } from '../../generators/course/course.ts';
import { htmlIdOf } from './entry.test.support.ts';

/** A thing of the course, its page and the days on which it opens and closes. */
export interface Known<Thing> {
  readonly thing: Thing;
  readonly page: string;
  readonly release: number;
  readonly due: number | undefined;
}

const course = builtInCourse();
export const COURSE_URL = course.url;
export const BOOK_PAGES = course.textbook!.pages;

export const sequences = new Map<string, Known<Sequence>>();
export const videos = new Map<string, Known<Video>>();
/** By html id. */
export const problems = new Map<string, Known<Problem>>();
export const tasks = new Map<string, Known<Task>>();
/** By the address of the page. */
export const pages = new Map<string, Known<Sequence>>();

for (const { release, sequences: sections } of course.chapters) {
  for (const sequence of sections) {
    const { url: page, due } = sequence;
    const known = <Thing>(thing: Thing): Known<Thing> => ({ thing, page, release, due });
    sequences.set(sequence.location, known(sequence));
    pages.set(page, known(sequence));
    for (const { video, problems: exercises, task } of sequence.elements) {
      if (video) videos.set(video.id, known(video));
      for (const problem of exercises) problems.set(htmlIdOf(problem.location), known(problem));
      if (task) tasks.set(task.location, known(task));
    }
  }
}
