import type { Dialect } from '../../src/spec/index.ts';
import { builtInCourse } from './built-in.ts';
import type { Course } from './course.ts';
import { courseToday } from './today.ts';

/** The built-in course is given again. */
export const TODAYS_RUN = '2026_Spring';

const asItIs = (course: Course): Course => course;

/** How each dialect names a course's parts. `isGivenAgain` tells whether it is the built-in course of 2013, by default from what it is. */
export const COURSES: Readonly<Record<Dialect, (course: Course, isGivenAgain?: boolean) => Course>> = {
  documented: asItIs,
  deployed: asItIs,
  current: (course, isGivenAgain = course === builtInCourse()) =>
    courseToday(course, isGivenAgain ? TODAYS_RUN : undefined),
};
