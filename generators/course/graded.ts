import type { ChapterFile, SequenceFile } from './course-file.ts';

const hasWork = ({ elements }: SequenceFile): boolean =>
  elements.some(({ problems = [], task }) => problems.length > 0 || task !== undefined);

const isLesson = ({ elements }: SequenceFile): boolean => elements.some(({ video }) => video !== undefined);

/**
 * Whether a sequence's points count for the grade: where its file says so, or else where it is due some day. Where nothing in a course is
 * either, what has problems and no video counts, and if there is nothing of that kind, all that has problems.
 */
export function gradedIn(chapters: readonly ChapterFile[]): (sequence: SequenceFile) => boolean {
  const all = chapters.flatMap(({ sequences }) => sequences);
  if (all.some(({ due, graded }) => due !== undefined || graded !== undefined))
    return ({ due, graded }) => graded ?? due !== undefined;
  const hasSets = all.some((sequence) => hasWork(sequence) && !isLesson(sequence));
  return (sequence) => hasWork(sequence) && !(hasSets && isLesson(sequence));
}
