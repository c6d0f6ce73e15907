import { hash } from '../../src/base/random/index.ts';
import type { Course } from './course.ts';

/** Sections of the book are so many pages long on average (a choice). */
const SECTION = 14;

/** The section that a page of the book is in: which, from 0 on, and the page on which it begins. */
export function sectionAt({ title }: Course, page: number): { readonly number: number; readonly page: number } {
  const begins = (number: number): number =>
    1 + number * SECTION + (number === 0 ? 0 : hash(title, 'section', number) % (SECTION - 4));
  const block = Math.floor((page - 1) / SECTION);
  const number = begins(block) <= page ? block : block - 1;
  return { number, page: begins(number) };
}
