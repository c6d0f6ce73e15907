/** The course of a run that names no other: 14 weeks of programming for beginners, invented for this purpose. */
import { assemble } from './built-in/assemble.ts';
import { weeks1to3 } from './built-in/weeks-1-3.ts';
import { weeks4to7 } from './built-in/weeks-4-7.ts';
import { weeks8to11 } from './built-in/weeks-8-11.ts';
import { weeks12to14 } from './built-in/weeks-12-14.ts';
import type { Course } from './course.ts';
import type { CourseFile } from './course-file.ts';
import { resolveCourse } from './resolve.ts';

const WEEKS = [...weeks1to3, ...weeks4to7, ...weeks8to11, ...weeks12to14];

let chapters: CourseFile['chapters'] | undefined;

/** The built-in course in the shape of a course file. */
export const builtInFile = (): CourseFile => ({
  org: 'MITx',
  number: '6.00x',
  run: '2013_Spring',
  title: 'Introduction to Computer Science and Programming',
  textbook: { pages: 652 },
  chapters: (chapters ??= assemble(WEEKS)),
});

let course: Course | undefined;

/** The built-in course; always the same object. */
export const builtInCourse = (): Course => (course ??= resolveCourse(builtInFile()));
