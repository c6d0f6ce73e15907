import type { Course } from '../course/course.ts';
import { urlOf } from '../course/url.ts';
import type { Place } from '../model/place.ts';

/** Addresses of the site of 2013, beside those of the course. */
const SITE = { front: '/', courses: '/courses', dashboard: '/dashboard' } as const;

/** Addresses of the course of 2013, after its own. */
const COURSE = {
  about: '/about',
  info: '/info',
  courseware: '/courseware/',
  forum: '/discussion/forum',
  'peer grading': '/peer_grading',
  'staff grading': '/staff_grading',
  instructor: '/instructor',
} as const;

/** The address of a page on the site of 2013. */
export function addressOf(course: Course, place: Place): string {
  if (typeof place !== 'string') return place.url;
  return place in SITE
    ? urlOf(course).origin + SITE[place as keyof typeof SITE]
    : course.url + COURSE[place as keyof typeof COURSE];
}
