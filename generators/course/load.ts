import { checkShape } from '../../src/base/user-files/check-shape.ts';
import { readFile, throwFindings } from '../../src/base/user-files/read-file.ts';
import type { Source } from '../../src/base/user-files/source.ts';
import { checkCourse } from './check-course.ts';
import type { Course } from './course.ts';
import { courseFileSchema, type CourseFile } from './course-file.ts';
import { resolveCourse } from './resolve.ts';

/** Reads a course from a YAML or JSON file. Throws a FileError when it cannot be read or is not a course. */
export const loadCourse = (path: string): Course => courseOf(path, readFile(path));

/** The course that a file says. Throws FileMistakes when it says none. */
export const courseOf = (path: string, source: Source): Course => checked(path, source).course;

/** What a course file says, for a course that differs from it in something. Throws as {@link loadCourse}. */
export const readCourseFile = (path: string): CourseFile => checked(path, readFile(path)).file;

function checked(path: string, source: Source): { file: CourseFile; course: Course } {
  throwFindings(path, source, checkShape(courseFileSchema, source.value));
  const file = source.value as CourseFile;
  const course = resolveCourse(file);
  throwFindings(path, source, checkCourse(course));
  return { file, course };
}
