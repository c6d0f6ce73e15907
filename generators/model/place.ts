import type { Sequence } from '../course/course.ts';

/** A page that somebody opens, by what it is for: each platform has an address of its own for it. */
export type Place =
  | 'front'
  | 'courses'
  | 'about'
  | 'dashboard'
  | 'info'
  | 'courseware'
  | 'forum'
  | 'peer grading'
  | 'staff grading'
  | Sequence;
