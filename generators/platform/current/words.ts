/** What people look for in a course: words of its own titles, rather those of what is new now. */
import { chance, hash, pick, type Stream } from '../../../src/base/random/index.ts';
import { onceFor } from '../../../src/base/remember.ts';
import type { Chapter, Course } from '../../course/course.ts';
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

/** A word that each page of a course's book is found by, from its first page on: one of the chapter that goes along with it. */
const wordsOfPages = onceFor(({ title, chapters, textbook }: Course): readonly string[] =>
  Array.from({ length: textbook?.pages ?? 0 }, (_, index) => {
    const words = wordsOf(chapters[Math.floor((index * chapters.length) / textbook!.pages)]!);
    return words[hash(title, 'on page', index) % words.length]!;
  }),
);

/** The word by which a search finds a page of the book, and the pages that it finds before, beginning at one: from the last page on it goes to the first. */
export function foundFrom(course: Course, from: number, to: number): { word: string; pages: readonly number[] } {
  const words = wordsOfPages(course);
  const word = words[to - 1]!;
  const pages: number[] = [];
  for (let page = from; page !== to; page = 1 + (page % words.length)) if (words[page - 1] === word) pages.push(page);
  return { word, pages };
}
