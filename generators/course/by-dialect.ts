import type { Dialect } from '../../src/spec/index.ts';
import { builtInCourse } from './built-in.ts';
import type { Course } from './course.ts';
import { courseToday } from './today.ts';

/** The built-in course is given again. */
const TODAYS_RUN = '2026_Spring';

const asItIs = (course: Course): Course => course;

/** How each dialect names a course's parts. */
export const COURSES: Readonly<Record<Dialect, (course: Course) => Course>> = {
  documented: asItIs,
  deployed: asItIs,
  current: (course) => courseToday(course, course === builtInCourse() ? TODAYS_RUN : undefined),
};
