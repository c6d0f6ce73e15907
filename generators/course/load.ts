import { checkShape } from '../input/check-shape.ts';
import { readFile, throwFirst } from '../input/read-file.ts';
import { checkCourse } from './check-course.ts';
import type { Course } from './course.ts';
import { courseFileSchema, type CourseFile } from './course-file.ts';
import { resolveCourse } from './resolve.ts';

/** Reads a course from a YAML or JSON file. Throws a FileError when it cannot be read or is not a course. */
export function loadCourse(path: string): Course {
  const source = readFile(path);
  throwFirst(path, source, checkShape(courseFileSchema, source.value));
  const course = resolveCourse(source.value as CourseFile);
  throwFirst(path, source, checkCourse(course));
  return course;
}
