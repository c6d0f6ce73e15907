import type { Course } from './course.ts';

const urls = new WeakMap<Course, URL>();

/** A course's address, taken apart once: that takes as long as to write a line. */
export function urlOf(course: Course): URL {
  const known = urls.get(course) ?? new URL(course.url);
  urls.set(course, known);
  return known;
}
