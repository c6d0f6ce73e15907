/** Addresses of today's pages: those of the LMS, those of its learning app, and of the frames in which the app shows units. */
import type { Course, Element, Sequence } from '../../course/course.ts';
import { urlOf } from '../../course/url.ts';

/** The LMS, without a slash at its end. */
export const lmsOf = (course: Course): string => urlOf(course).origin;

/** Where the apps stand beside the LMS. */
export const appsOf = (course: Course): string => urlOf(course).origin.replace('://', '://apps.');

/** A page of the learning app: of the course, or of a unit in it. */
export const appPage = (course: Course, page: string): string =>
  `${appsOf(course)}/learning/course/${course.id}/${page}`;

/** The parameters of a unit's frame, in their order; only graded parts of a course have a format. */
export function frameParameters({ graded }: Sequence): Record<string, string> {
  return {
    ...(graded ? { format: 'Homework' } : {}),
    preview: 'false',
    recheck_access: '1',
    show_bookmark: '0',
    show_title: '0',
    view: 'student_view',
  };
}

/** The page in the frame that shows a unit. */
export function frameOf(course: Course, sequence: Sequence, { location }: Element): string {
  const query = Object.entries(frameParameters(sequence))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return `${lmsOf(course)}/xblock/${location}?${query}`;
}

/** The path of a block's handler. */
export const handlerPath = (course: Course, block: string, handler: string): string =>
  `/courses/${course.id}/xblock/${block}/handler/${handler}`;
