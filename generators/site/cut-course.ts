import { gradedIn } from '../course/graded.ts';
import type { ChapterFile, ElementFile, SequenceFile } from '../course/course-file.ts';

const WEEK = 7;

/** What is due on no later day than the last. */
const by = <T extends { readonly due?: number }>(part: T, length: number): T =>
  part.due === undefined ? part : { ...part, due: Math.min(part.due, length) };

const element = (given: ElementFile, length: number): ElementFile =>
  given.task ? { ...given, task: by(given.task, length) } : given;

const sequence = (given: SequenceFile, length: number): SequenceFile => ({
  ...by(given, length),
  elements: given.elements.map((each) => element(each, length)),
});

const undue = <T extends { readonly due?: number }>({ due: _due, ...rest }: T): Omit<T, 'due'> => rest;

/** The chapters of a course at one's own pace: all are open, and nothing is due; what counts for the grade still does. */
export function openAll(chapters: readonly ChapterFile[]): ChapterFile[] {
  const isGraded = gradedIn(chapters);
  return chapters.map((chapter) => ({
    ...chapter,
    release: 0,
    sequences: chapter.sequences.map((given) => ({
      ...undue(given),
      graded: isGraded(given),
      elements: given.elements.map((each) => (each.task ? { ...each, task: undue(each.task) } : each)),
    })),
  }));
}

/** The chapters that open before a course is over, after so many days; what is due later is due then. */
export const cutTo = (chapters: readonly ChapterFile[], length: number): ChapterFile[] =>
  chapters
    .map((chapter, index) => ({ ...chapter, release: chapter.release ?? WEEK * index }))
    .filter(({ release }) => release < length)
    .map((chapter) => ({ ...chapter, sequences: chapter.sequences.map((each) => sequence(each, length)) }));
