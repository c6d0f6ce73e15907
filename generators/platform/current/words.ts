/** What people look for in a course: words of its own titles, rather those of what is new now. */
import { chance, pick, type Stream } from '../../../src/base/random/index.ts';
import { onceFor } from '../../../src/base/remember.ts';
import type { Chapter } from '../../course/course.ts';
import type { SessionContext } from '../../model/session-context.ts';
import { chapterNow } from '../../model/subjects.ts';

/** So often it is about the chapter that is new, and so often two words are looked for (choices). */
const ABOUT_NOW = 0.5;
const TWO = 0.25;

/** Words of a chapter's titles that say something, each once. */
const wordsOf = onceFor(({ title, sequences }: Chapter): readonly string[] => {
  const titles = [title, ...sequences.map((sequence) => sequence.title)].join(' ').toLowerCase();
  return [...new Set(titles.match(/[\p{L}\d][\p{L}\d'’]{3,}/gu) ?? [titles])];
});

/** What somebody looks for now. */
export function soughtWords(visit: SessionContext, habits: Stream): string {
  const { chapters } = visit.course;
  const words = wordsOf(chance(habits, ABOUT_NOW) ? chapters[chapterNow(visit)]! : pick(habits, chapters));
  const [first, second] = [pick(habits, words), pick(habits, words)];
  return first !== second && chance(habits, TWO) ? `${first} ${second}` : first;
}
